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

/// Every entry of ours, in whichever keyring. The server is all that may be asked for: a keyring of GNOME's that was
/// not opened since the session began has no schema as far as a search can see.
Attributes filedUnder(const QString &service)
{
    return {{QStringLiteral("server"), service}};
}

ItemPaths pathsIn(const QDBusMessage &reply, int index)
{
    return qdbus_cast<ItemPaths>(reply.arguments().value(index));
}

QVariant propertyIn(const QDBusMessage &reply)
{
    return reply.arguments().value(0).value<QDBusVariant>().variant();
}

/// Those of the items that QtKeychain filed.
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
            const auto attributes = qdbus_cast<Attributes>(propertyIn(*reply));
            if (attributes.value(QStringLiteral("xdg:schema")) == QLatin1String("org.qt.keychain"))
                names.append(attributes.value(QStringLiteral("user")));
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
    return askOnBus(m_bus, search(filedUnder(service))).then(read).unwrap();
}

/// Has the person open these, and waits for them.
QFuture<Result<>> SecretService::open(const QStringList &keyrings, std::chrono::milliseconds longest) const
{
    const auto prompt = [bus = m_bus, longest](const Reply &reply) {
        if (!reply)
            return ready<void>(failure(reply.error()));
        const QString path = reply->arguments().value(1).value<QDBusObjectPath>().path();
        return path.size() < 2 ? ready<void>({}) : StorePrompt::show(bus, path, longest);
    };
    ItemPaths paths;
    for (const QString &keyring : keyrings)
        paths.append(QDBusObjectPath(keyring));
    if (paths.isEmpty())
        return ready<void>({});
    return askOnBus(m_bus, toService("Unlock", {QVariant::fromValue(paths)})).then(prompt).unwrap();
}

/// Those in which a search sees entries of ours behind a lock.
QFuture<Result<QStringList>> SecretService::lockedKeyrings(const QString &service) const
{
    return askOnBus(m_bus, search(filedUnder(service))).then([](const Reply &reply) {
        return reply.map([](const QDBusMessage &message) {
            QStringList keyrings;
            for (const QDBusObjectPath &item : pathsIn(message, 1))
                keyrings.append(item.path().section(QLatin1Char('/'), 0, -2));
            keyrings.removeDuplicates();
            return keyrings;
        });
    });
}

/// The one that new entries go to comes first: a store that hides everything behind its lock shows the others then.
QFuture<Result<>> SecretService::unlock(const QString &service, std::chrono::milliseconds longest) const
{
    // In each case its word alone is not enough.
    const auto openFirst = [self = *this, longest](const QString &path) {
        const QStringList keyrings = path.size() < 2 ? QStringList() : QStringList(path);
        return andThen(self.open(keyrings, longest), [self] { return self.isUnlocked(); });
    };
    const auto openOthers = [self = *this, service, longest](const QStringList &locked) {
        if (locked.isEmpty())
            return ready<void>({});
        const auto look = [self, service] { return self.lockedKeyrings(service); };
        return andThen(andThen(self.open(locked, longest), look), [](const QStringList &still) {
            return ready(still.isEmpty() ? Result<>() : Result<>(failure(Error::Kind::SecretStoreLocked)));
        });
    };
    const auto findOthers = [self = *this, service] { return self.lockedKeyrings(service); };
    return andThen(andThen(andThen(keyring(), openFirst), findOthers), openOthers);
}

QFuture<Result<>> SecretService::enter(const QString & /*service*/, std::chrono::milliseconds /*longest*/) const
{
    return ready<void>({}); // it asks for no more than its password
}

} // namespace golive
