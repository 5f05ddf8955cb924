#pragma once

#include "foundation/promise.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QObject>

#include <chrono>

namespace golive {

/// One request of ours to open a KWallet. It asks the person for the wallet's password when it is closed, and whether
/// we may come in when they wish to be asked; answers when they have, when it ends, or when it took too long. Deletes
/// itself afterwards.
class WalletOpening final : public QObject
{
    Q_OBJECT

public:
    /// A call of KWallet's.
    [[nodiscard]] static QDBusMessage question(const char *method, const QVariantList &arguments);

    /// The handle of the open wallet. SecretStoreDismissed, SecretStoreNotAnswering or SecretStoreUnavailable.
    /// `program` is what the person is told that asks.
    [[nodiscard]] static QFuture<Result<int>> start(const QDBusConnection &bus, const QString &wallet,
                                                    const QString &program, std::chrono::milliseconds patience);

private:
    explicit WalletOpening(QDBusConnection bus);

    void send(const QString &wallet, const QString &program);
    void takeNumber(int number);
    void end(const Result<int> &outcome);

    QDBusConnection m_bus;
    Promise<int> m_promise;
    QHash<int, int> m_opened; ///< handles by number of the request, ours or another's
    int m_number = -1; ///< of our request, once KWallet has given it one

private Q_SLOTS:
    void takeEnd(int number, int handle);
};

} // namespace golive
