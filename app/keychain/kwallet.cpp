#include "keychain/kwallet.h"

#include "keychain/buscall.h"
#include "keychain/secretstore.h"
#include "keychain/walletopening.h"

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds toLetUsIn = 1min;

Result<bool> yesOrNo(const Result<QVariant> &answer)
{
    return answer.map([](const QVariant &value) { return value.toBool(); });
}

auto either(Keyring::Presence yes, Keyring::Presence no)
{
    return
        [yes, no](const Result<bool> &answer) { return answer.map([yes, no](bool isSo) { return isSo ? yes : no; }); };
}

} // namespace

KWallet::KWallet(QDBusConnection bus)
    : m_bus(std::move(bus))
{
}

QString KWallet::serviceName()
{
    return QStringLiteral("org.kde.kwalletd5");
}

QFuture<Result<QVariant>> KWallet::ask(const char *method, const QVariantList &arguments) const
{
    return askOnBus(m_bus, WalletOpening::question(method, arguments)).then([](const Result<QDBusMessage> &reply) {
        return reply.map([](const QDBusMessage &message) { return message.arguments().value(0); });
    });
}

QFuture<Result<QString>> KWallet::wallet() const
{
    return ask("networkWallet").then([](const Result<QVariant> &name) {
        return name.map([](const QVariant &value) { return value.toString(); });
    });
}

// As QtKeychain finds out. A daemon that is switched off ends at once.
QFuture<Result<>> KWallet::isThere() const
{
    return wallet().then([](const Result<QString> &name) { return name.map([](const QString & /*name*/) {}); });
}

QFuture<Result<bool>> KWallet::isOpen(const QString &wallet) const
{
    return ask("isOpen", {wallet}).then(yesOrNo);
}

// Its hashes are those of the file: of what has been put into an open wallet since, they may know nothing.
QFuture<Result<Keyring::Presence>> KWallet::find(const QString &service, const QString &name) const
{
    const auto within = [keyring = *this, service, name](int handle) {
        return keyring.ask("hasEntry", {handle, service, name, service})
            .then(yesOrNo)
            .then(either(Presence::Readable, Presence::Absent));
    };
    const auto look = [keyring = *this, service, name, within](const QString &wallet) {
        return andThen(keyring.isOpen(wallet), [keyring, service, name, within, wallet](bool isOpen) {
            if (isOpen)
                return andThen(WalletOpening::start(keyring.m_bus, wallet, service, toLetUsIn), within);
            return keyring.ask("keyDoesNotExist", {wallet, service, name})
                .then(yesOrNo)
                .then(either(Presence::Absent, Presence::Locked));
        });
    };
    return andThen(wallet(), look);
}

QFuture<Result<>> KWallet::isUnlocked() const
{
    const auto look = [keyring = *this](const QString &wallet) { return keyring.isOpen(wallet); };
    return andThen(wallet(), look).then([](const Result<bool> &isOpen) -> Result<> {
        if (!isOpen)
            return failure(isOpen.error());
        return *isOpen ? Result<>() : Result<>(failure(Error::Kind::SecretStoreLocked));
    });
}

QFuture<Result<QStringList>> KWallet::names(const QString &service) const
{
    const auto list = [keyring = *this, service](int handle) {
        return keyring.ask("entryList", {handle, service, service}).then([](const Result<QVariant> &names) {
            return names.map([](const QVariant &value) { return value.toStringList(); });
        });
    };
    const auto look = [keyring = *this, service, list](const QString &wallet) {
        return andThen(keyring.isOpen(wallet), [keyring, service, wallet, list](bool isOpen) {
            if (isOpen)
                return andThen(WalletOpening::start(keyring.m_bus, wallet, service, toLetUsIn), list);
            return keyring.ask("folderDoesNotExist", {wallet, service})
                .then(yesOrNo)
                .then([](const Result<bool> &hasNone) -> Result<QStringList> {
                    if (!hasNone)
                        return failure(hasNone.error());
                    return *hasNone ? Result<QStringList>(QStringList()) : failure(Error::Kind::SecretStoreLocked);
                });
        });
    };
    return andThen(wallet(), look);
}

QFuture<Result<>> KWallet::unlock(const QString &service, std::chrono::milliseconds longest) const
{
    const auto open = [bus = m_bus, service, longest](const QString &wallet) {
        return WalletOpening::start(bus, wallet, service, longest).then([](const Result<int> &handle) {
            return handle.map([](int /*handle*/) {});
        });
    };
    const auto check = [keyring = *this] { return keyring.isUnlocked(); }; // its word alone is not enough
    return andThen(andThen(wallet(), open), check);
}

QFuture<Result<>> KWallet::enter(const QString &service, std::chrono::milliseconds longest) const
{
    return unlock(service, longest); // the same question, which it asks only where it has to
}

} // namespace golive
