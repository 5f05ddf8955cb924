#include "keychain/walletopening.h"

#include "keychain/buscall.h"
#include "keychain/kwallet.h"
#include "keychain/secretstore.h"

#include <QDBusServiceWatcher>
#include <QTimer>

namespace golive {
namespace {

const QString &path()
{
    static const QString name = QStringLiteral("/modules/kwalletd5");
    return name;
}

const QString &interfaceName()
{
    static const QString name = QStringLiteral("org.kde.KWallet");
    return name;
}

} // namespace

QDBusMessage WalletOpening::question(const char *method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(KWallet::serviceName(), path(), interfaceName(), QLatin1String(method));
    call.setArguments(arguments);
    return call;
}

QFuture<Result<int>> WalletOpening::start(const QDBusConnection &bus, const QString &wallet, const QString &program,
                                          std::chrono::milliseconds patience)
{
    auto *opening = new WalletOpening(bus);
    QFuture<Result<int>> future = opening->m_promise.future();
    // Its window stays: nothing takes it back.
    QTimer::singleShot(patience, opening, [opening] { opening->end(failure(Error::Kind::SecretStoreNotAnswering)); });
    opening->send(wallet, program);
    return future;
}

WalletOpening::WalletOpening(QDBusConnection bus)
    : m_bus(std::move(bus))
{
    m_bus.connect(KWallet::serviceName(), path(), interfaceName(), QStringLiteral("walletAsyncOpened"), this,
                  SLOT(takeEnd(int, int)));
    auto *watcher
        = new QDBusServiceWatcher(KWallet::serviceName(), m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { end(failure(storeUnavailable(storefault::ended))); });
}

void WalletOpening::send(const QString &wallet, const QString &program)
{
    const qlonglong noWindow = 0; // of ours to stand above: on Wayland there is no id for one
    const bool endsWithUs = true;
    const QDBusMessage request = question("openAsync", {wallet, noWindow, program, endsWithUs});
    onAnswer(askOnBus(m_bus, request), this, [this](const Result<QDBusMessage> &reply) {
        if (reply)
            takeNumber(reply->arguments().value(0).toInt());
        else
            end(failure(reply.error()));
    });
}

void WalletOpening::takeNumber(int number)
{
    if (number < 0) {
        end(failure(Error::Kind::SecretStoreDismissed));
        return;
    }
    m_number = number;
    if (const auto opened = m_opened.constFind(number); opened != m_opened.cend())
        takeEnd(number, *opened);
}

void WalletOpening::takeEnd(int number, int handle)
{
    m_opened.insert(number, handle); // it may come before the number does
    if (number == m_number)
        end(handle < 0 ? Result<int>(failure(Error::Kind::SecretStoreDismissed)) : Result<int>(handle));
}

void WalletOpening::end(const Result<int> &outcome)
{
    m_promise.resolve(outcome);
    deleteLater();
}

} // namespace golive
