#include "foundation/terminationsignal.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace golive {
namespace {

constexpr std::array handled {SIGTERM, SIGINT, SIGHUP}; // the last when the terminal it was started in goes

int wakeUp[2] = {-1, -1}; // written to by the signal handler, which may do little else

void note(int signal)
{
    const char number = static_cast<char>(signal);
    [[maybe_unused]] const auto written = write(wakeUp[0], &number, sizeof number);
}

} // namespace

TerminationSignal::TerminationSignal(std::function<void(int)> handler)
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wakeUp) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(wakeUp[1], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [handler = std::move(handler)] {
        char number = 0;
        if (read(wakeUp[1], &number, sizeof number) == sizeof number)
            handler(number);
    });
    for (const int signal : handled)
        if (std::signal(signal, note) == SIG_IGN) // as nohup wants it
            std::signal(signal, SIG_IGN);
}

TerminationSignal::~TerminationSignal()
{
    for (const int signal : handled)
        if (std::signal(signal, SIG_DFL) == SIG_IGN)
            std::signal(signal, SIG_IGN);
    m_notifier.reset();
    for (int &end : wakeUp)
        if (end >= 0)
            close(std::exchange(end, -1));
}

} // namespace golive
