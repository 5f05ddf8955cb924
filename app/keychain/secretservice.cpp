#include "keychain/secretservice.h"

#include "foundation/promise.h"
#include "keychain/secretstore.h"
#include "keychain/storeprompt.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Attributes = QMap<QString, QString>;
using ItemPaths = QList<QDBusObjectPath>;
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

QFuture<Reply> ask(const QDBusConnection &bus, const QDBusMessage &question)
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

QDBusMessage toService(const char *method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(StorePrompt::serviceName(), QStringLiteral("/org/freedesktop/secrets"),
                                               QStringLiteral("org.freedesktop.Secret.Service"), QLatin1String(method));
    call.setArguments(arguments);
    return call;
}

QDBusMessage propertyOf(const QString &path, const char *interface, const char *name)
{
    auto call = QDBusMessage::createMethodCall(
        StorePrompt::serviceName(), path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call.setArguments({QLatin1String(interface), QLatin1String(name)});
    return call;
}

QDBusMessage search(const Attributes &attributes)
{
    return toService("SearchItems", {QVariant::fromValue(attributes)});
}

ItemPaths pathsIn(const QDBusMessage &reply, int index)
{
    return qdbus_cast<ItemPaths>(reply.arguments().value(index));
}

QVariant propertyIn(const QDBusMessage &reply)
{
    return reply.arguments().value(0).value<QDBusVariant>().variant();
}

QFuture<Result<QStringList>> readNames(const QDBusConnection &bus, const ItemPaths &items)
{
    QList<QFuture<Reply>> reading;
    for (const QDBusObjectPath &item : items)
        reading.append(ask(bus, propertyOf(item.path(), "org.freedesktop.Secret.Item", "Attributes")));
    if (reading.isEmpty())
        return ready<QStringList>(QStringList());
    return QtFuture::whenAll(reading.begin(), reading.end()).then([](const QList<QFuture<Reply>> &all) {
        QStringList names;
        for (const QFuture<Reply> &each : all) {
            const Reply reply = answerOf(each);
            if (!reply)
                return Result<QStringList>(failure(reply.error()));
            names.append(qdbus_cast<Attributes>(propertyIn(*reply)).value(QStringLiteral("user")));
        }
        return Result<QStringList>(names);
    });
}

} // namespace

SecretService::SecretService(QDBusConnection bus)
    : m_bus(std::move(bus))
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<ItemPaths>();
}

QFuture<Result<SecretService::Presence>> SecretService::find(const QString &service, const QString &name) const
{
    // The attributes under which QtKeychain files an entry.
    const Attributes attributes {{QStringLiteral("server"), service}, {QStringLiteral("user"), name}};
    const auto judge = [service = *this](const Reply &reply) {
        if (!reply)
            return ready<Presence>(failure(reply.error()));
        if (!pathsIn(*reply, 0).isEmpty())
            return ready<Presence>(Presence::Readable);
        if (!pathsIn(*reply, 1).isEmpty())
            return ready<Presence>(Presence::Locked);
        return service.showsItsEntries().then(
            [](const Result<> &shows) { return shows ? Result<Presence>(Presence::Absent) : failure(shows.error()); });
    };
    return ask(m_bus, search(attributes)).then(judge).unwrap();
}

/// KeePassXC has no entries while it is locked, as far as one can see, where GNOME Keyring only keeps their values.
QFuture<Result<>> SecretService::showsItsEntries() const
{
    const auto count = [bus = m_bus](const Result<QString> &path) {
        return ask(bus, propertyOf(path.value_or(QString()), "org.freedesktop.Secret.Collection", "Items"))
            .then([](const Reply &reply) -> Result<> {
                if (!reply)
                    return failure(reply.error());
                if (!qdbus_cast<ItemPaths>(propertyIn(*reply)).isEmpty())
                    return {};
                Error locked;
                locked.kind = Error::Kind::SecretStoreLocked;
                locked.code = storefault::hidden;
                return failure(locked);
            });
    };
    const auto look = [service = *this, count](const Result<> &unlocked) {
        const bool isLocked = !unlocked && unlocked.error().kind == Error::Kind::SecretStoreLocked;
        return isLocked ? service.keyring().then(count).unwrap() : ready(unlocked);
    };
    return isUnlocked().then(look).unwrap();
}

/// The object path of the keyring that new entries go to; "/" when there is none yet.
QFuture<Result<QString>> SecretService::keyring() const
{
    return ask(m_bus, toService("ReadAlias", {QStringLiteral("default")})).then([](const Reply &reply) {
        return reply.map(
            [](const QDBusMessage &message) { return message.arguments().value(0).value<QDBusObjectPath>().path(); });
    });
}

QFuture<Result<>> SecretService::isUnlocked() const
{
    const auto look = [bus = m_bus](const Result<QString> &path) {
        if (!path)
            return ready<void>(failure(path.error()));
        if (path->size() < 2) // the first write makes one
            return ready<void>({});
        return ask(bus, propertyOf(*path, "org.freedesktop.Secret.Collection", "Locked"))
            .then([](const Reply &reply) -> Result<> {
                if (!reply)
                    return failure(reply.error());
                return propertyIn(*reply).toBool() ? Result<>(failure(Error::Kind::SecretStoreLocked)) : Result<>();
            });
    };
    return keyring().then(look).unwrap();
}

QFuture<Result<QStringList>> SecretService::names(const QString &service) const
{
    const Attributes attributes {{QStringLiteral("server"), service},
                                 {QStringLiteral("xdg:schema"), QStringLiteral("org.qt.keychain")}};
    const auto read = [bus = m_bus, service = *this](const Reply &reply) {
        if (!reply)
            return ready<QStringList>(failure(reply.error()));
        if (!pathsIn(*reply, 1).isEmpty())
            return ready<QStringList>(failure(Error::Kind::SecretStoreLocked));
        if (!pathsIn(*reply, 0).isEmpty())
            return readNames(bus, pathsIn(*reply, 0));
        return service.showsItsEntries().then(
            [](const Result<> &shows) { return shows ? Result<QStringList>(QStringList()) : failure(shows.error()); });
    };
    return ask(m_bus, search(attributes)).then(read).unwrap();
}

QFuture<Result<>> SecretService::unlock(std::chrono::milliseconds longest) const
{
    const auto prompt = [bus = m_bus, longest](const Reply &reply) {
        if (!reply)
            return ready<void>(failure(reply.error()));
        const QString path = reply->arguments().value(1).value<QDBusObjectPath>().path();
        return path.size() < 2 ? ready<void>({}) : StorePrompt::show(bus, path, longest);
    };
    const auto start = [bus = m_bus, prompt](const Result<QString> &path) {
        if (!path)
            return ready<void>(failure(path.error()));
        if (path->size() < 2)
            return ready<void>({});
        const ItemPaths keyrings {QDBusObjectPath(*path)};
        return ask(bus, toService("Unlock", {QVariant::fromValue(keyrings)})).then(prompt).unwrap();
    };
    const auto check = [service = *this](const Result<> &unlocked) {
        return unlocked ? service.isUnlocked() : ready(unlocked); // its word alone is not enough
    };
    return keyring().then(start).unwrap().then(check).unwrap();
}

} // namespace golive
