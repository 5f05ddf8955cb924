#include "keychain/secretservice.h"

#include "keychain/buscall.h"
#include "keychain/secretstore.h"
#include "keychain/storeprompt.h"

#include <QDBusMetaType>

namespace golive {
namespace {

using Attributes = QMap<QString, QString>;
using ItemPaths = QList<QDBusObjectPath>;
using Reply = Result<QDBusMessage>;

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
        reading.append(askOnBus(bus, propertyOf(item.path(), "org.freedesktop.Secret.Item", "Attributes")));
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
    return askOnBus(m_bus, search(attributes)).then(judge).unwrap();
}

/// KeePassXC has no entries while it is locked, as far as one can see, where GNOME Keyring only keeps their values.
QFuture<Result<>> SecretService::showsItsEntries() const
{
    const auto count = [bus = m_bus](const Result<QString> &path) {
        return askOnBus(bus, propertyOf(path.value_or(QString()), "org.freedesktop.Secret.Collection", "Items"))
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
    return askOnBus(m_bus, toService("ReadAlias", {QStringLiteral("default")})).then([](const Reply &reply) {
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
        return askOnBus(bus, propertyOf(*path, "org.freedesktop.Secret.Collection", "Locked"))
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
    return askOnBus(m_bus, search(attributes)).then(read).unwrap();
}

QFuture<Result<>> SecretService::unlock(const QString & /*service*/, std::chrono::milliseconds longest) const
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
        return askOnBus(bus, toService("Unlock", {QVariant::fromValue(keyrings)})).then(prompt).unwrap();
    };
    const auto check = [service = *this](const Result<> &unlocked) {
        return unlocked ? service.isUnlocked() : ready(unlocked); // its word alone is not enough
    };
    return keyring().then(start).unwrap().then(check).unwrap();
}

QFuture<Result<>> SecretService::enter(const QString & /*service*/, std::chrono::milliseconds /*longest*/) const
{
    return ready<void>({}); // it asks for no more than its password
}

} // namespace golive
