#include "keychain/buscall.h"

#include "keychain/secretstore.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Reply = Result<QDBusMessage>;

constexpr std::chrono::milliseconds patience = 3s;

Error faultOf(const QDBusError &refusal)
{
    const QDBusError::ErrorType type = refusal.type();
    if (type == QDBusError::Disconnected || type == QDBusError::NoServer)
        return storeUnavailable(storefault::noBus, refusal.message());
    if (type != QDBusError::NoReply && type != QDBusError::Timeout && type != QDBusError::TimedOut)
        return storeUnavailable(storefault::noService, refusal.message());
    Error silent;
    silent.kind = Error::Kind::SecretStoreNotAnswering;
    silent.detail = refusal.message();
    return silent;
}

Reply replyOf(const QDBusPendingCall &call)
{
    if (call.isError())
        return failure(faultOf(call.error()));
    return call.reply();
}

} // namespace

QFuture<Result<QDBusMessage>> askOnBus(const QDBusConnection &bus, const QDBusMessage &question)
{
    if (!bus.isConnected())
        return ready<QDBusMessage>(failure(storeUnavailable(storefault::noBus, bus.lastError().message())));
    const QDBusPendingCall call = bus.asyncCall(question, int(patience.count()));
    if (call.isFinished()) // a watcher would never hear of it
        return ready(replyOf(call));
    const Promise<QDBusMessage> promise;
    auto *watcher = new QDBusPendingCallWatcher(call);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, promise] {
        watcher->deleteLater();
        promise.resolve(replyOf(*watcher));
    });
    return promise.future();
}

} // namespace golive
