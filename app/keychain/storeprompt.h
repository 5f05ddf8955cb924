#pragma once

#include "foundation/promise.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <chrono>

namespace golive {

/// A window in which the system asks the person for the keyring's password. It is somebody else's:
/// all that is known of it is how it ended, and it may never end. Deletes itself.
class StorePrompt final : public QObject
{
    Q_OBJECT

public:
    /// Shows the prompt at this object path and waits for it, at most `patience`; then takes it away.
    [[nodiscard]] static QFuture<Result<>> show(const QDBusConnection &bus, const QString &path,
                                                std::chrono::milliseconds patience);

    [[nodiscard]] static QString serviceName() { return QStringLiteral("org.freedesktop.secrets"); }

private:
    StorePrompt(QDBusConnection bus, QString path);

    [[nodiscard]] bool call(const char *method, const QVariantList &arguments);
    void end(const Result<> &outcome);

private Q_SLOTS:
    void takeEnd(bool dismissed, const QDBusVariant &what);

private:
    QDBusConnection m_bus;
    QString m_path;
    Promise<> m_promise;
};

} // namespace golive
