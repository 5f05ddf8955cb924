#include "e2e/desktopsession.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <poll.h>

#include <X11/ICE/ICElib.h>
#include <X11/SM/SMlib.h>

// No header declares it; every session manager calls it.
extern "C" void _IceTransNoListen(const char *transport); // NOLINT(bugprone-reserved-identifier)

namespace golive {
namespace {

Bool letEverybodyIn(char * /*host*/)
{
    return True;
}

DesktopSession &sessionOf(SmPointer data)
{
    return *static_cast<DesktopSession *>(data);
}

} // namespace

struct DesktopSessionCallbacks
{
    static Status takeIn(SmsConn connection, SmPointer data, unsigned long *mask, SmsCallbacks *calls, char ** /*why*/)
    {
        *mask = SmsRegisterClientProcMask | SmsInteractRequestProcMask | SmsInteractDoneProcMask
            | SmsSaveYourselfRequestProcMask | SmsSaveYourselfP2RequestProcMask | SmsSaveYourselfDoneProcMask
            | SmsCloseConnectionProcMask | SmsSetPropertiesProcMask | SmsDeletePropertiesProcMask
            | SmsGetPropertiesProcMask;
        calls->register_client = {registerClient, data};
        calls->interact_request = {letInteract, data};
        calls->interact_done = {endInteraction, data};
        calls->save_yourself_request = {[](SmsConn, SmPointer, int, Bool, int, Bool, Bool) {}, data};
        calls->save_yourself_phase2_request = {[](SmsConn client, SmPointer) { SmsSaveYourselfPhase2(client); }, data};
        calls->save_yourself_done = {noteSaved, data};
        calls->close_connection = {letGo, data};
        calls->set_properties = {forget, data};
        calls->delete_properties = {forgetNames, data};
        calls->get_properties = {[](SmsConn client, SmPointer) { SmsReturnProperties(client, 0, nullptr); }, data};
        sessionOf(data).m_program = connection;
        return 1;
    }

    static Status registerClient(SmsConn client, SmPointer, char *previousId)
    {
        if (previousId != nullptr)
            return 0; // nobody was here before
        char *id = SmsGenerateClientID(client);
        SmsRegisterClientReply(client, id);
        std::free(id);
        SmsSaveYourself(client, SmSaveLocal, False, SmInteractStyleNone, False); // as the protocol has it
        return 1;
    }

    static void letInteract(SmsConn client, SmPointer, int /*kind*/) { SmsInteract(client); }

    static void endInteraction(SmsConn client, SmPointer data, Bool isCancelled)
    {
        if (isCancelled == 0)
            return;
        sessionOf(data).m_heldUp = true;
        SmsShutdownCancelled(client);
    }

    static void noteSaved(SmsConn client, SmPointer data, Bool /*hasWorked*/)
    {
        sessionOf(data).m_ready = !sessionOf(data).m_heldUp;
        SmsSaveComplete(client);
    }

    /// The names are ours to free (SMlib, "SmsDeletePropertiesProc").
    static void forgetNames(SmsConn /*client*/, SmPointer /*data*/, int count, char **names)
    {
        for (int i = 0; i < count; ++i)
            std::free(names[i]);
        std::free(names);
    }

    static void letGo(SmsConn client, SmPointer data, int count, char **reasons)
    {
        SmFreeReasons(count, reasons);
        sessionOf(data).m_program = nullptr;
        IceConn connection = SmsGetIceConnection(client);
        SmsCleanUp(client);
        IceSetShutdownNegotiation(connection, False);
        IceCloseConnection(connection);
        sessionOf(data).m_connection = nullptr;
    }

    static void forget(SmsConn, SmPointer, int count, SmProp **properties)
    {
        for (int i = 0; i < count; ++i)
            SmFreeProperty(properties[i]);
        std::free(properties);
    }
};

DesktopSession::DesktopSession()
{
    std::array<char, 256> error {};
    _IceTransNoListen("tcp"); // on this computer only
    IceListenObj *listeners = nullptr;
    if (SmsInitialize("golive tests", "1", DesktopSessionCallbacks::takeIn, this, letEverybodyIn, int(error.size()),
                      error.data())
            == 0
        || IceListenForConnections(&m_listenerCount, &listeners, int(error.size()), error.data()) == 0) {
        std::fprintf(stderr, "no session: %s\n", error.data());
        std::abort();
    }
    for (int i = 0; i < m_listenerCount; ++i)
        IceSetHostBasedAuthProc(listeners[i], letEverybodyIn);
    char *names = IceComposeNetworkIdList(m_listenerCount, listeners);
    m_address = names;
    std::free(names);
    m_listeners = reinterpret_cast<void **>(listeners);
    m_thread = std::thread([this] { serve(); });
}

DesktopSession::~DesktopSession()
{
    m_stops = true;
    m_thread.join();
    IceFreeListenObjs(m_listenerCount, reinterpret_cast<IceListenObj *>(m_listeners));
}

void DesktopSession::askToEnd(bool mayAsk)
{
    m_ready = false;
    m_heldUp = false;
    m_mayAsk = mayAsk;
    m_asks = true;
}

void DesktopSession::serve()
{
    constexpr int betweenOrders = 10; // milliseconds
    auto *listeners = reinterpret_cast<IceListenObj *>(m_listeners);
    while (!m_stops) {
        std::vector<pollfd> watched;
        watched.reserve(static_cast<std::size_t>(m_listenerCount) + 1);
        for (int i = 0; i < m_listenerCount; ++i)
            watched.push_back({IceGetListenConnectionNumber(listeners[i]), POLLIN, 0});
        if (m_connection != nullptr)
            watched.push_back({IceConnectionNumber(m_connection), POLLIN, 0});
        poll(watched.data(), watched.size(), betweenOrders);
        for (int i = 0; i < m_listenerCount; ++i)
            if (watched.at(static_cast<std::size_t>(i)).revents != 0)
                accept(listeners[i]);
        const bool isHeard = watched.size() > static_cast<std::size_t>(m_listenerCount) && watched.back().revents != 0;
        if (isHeard && m_connection != nullptr
            && IceProcessMessages(m_connection, nullptr, nullptr) == IceProcessMessagesIOError) {
            m_program = nullptr;
            IceSetShutdownNegotiation(m_connection, False);
            IceCloseConnection(m_connection);
            m_connection = nullptr;
        }
        tell();
    }
}

void DesktopSession::accept(void *listener)
{
    IceAcceptStatus status = IceAcceptFailure;
    IceConn connection = IceAcceptConnection(static_cast<IceListenObj>(listener), &status);
    while (connection != nullptr && IceConnectionStatus(connection) == IceConnectPending)
        if (IceProcessMessages(connection, nullptr, nullptr) == IceProcessMessagesIOError)
            return;
    m_connection = connection;
}

void DesktopSession::tell()
{
    auto *program = static_cast<SmsConn>(m_program.load());
    if (program == nullptr)
        return;
    if (m_asks.exchange(false))
        SmsSaveYourself(program, SmSaveBoth, True, m_mayAsk ? SmInteractStyleAny : SmInteractStyleNone, False);
    if (m_dies.exchange(false))
        SmsDie(program);
}

} // namespace golive
