#include "keychain/storeprompt.h"

#include "keychain/secretstore.h"

#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QTimer>

namespace golive {
namespace {

const QString &interfaceName()
{
    static const QString name = QStringLiteral("org.freedesktop.Secret.Prompt");
    return name;
}

} // namespace

QFuture<Result<>> StorePrompt::show(const QDBusConnection &bus, const QString &path, std::chrono::milliseconds patience)
{
    auto *prompt = new StorePrompt(bus, path);
    QFuture<Result<>> future = prompt->m_promise.future();
    QTimer::singleShot(patience, prompt, [prompt] {
        (void)prompt->call("Dismiss", {});
        prompt->end(failure(Error::Kind::SecretStoreNotAnswering));
    });
    // No window of ours to stand above: on Wayland there is no id for one.
    if (!prompt->call("Prompt", {QString()}))
        prompt->end(failure(storeUnavailable(storefault::noBus)));
    return future;
}

StorePrompt::StorePrompt(QDBusConnection bus, QString path)
    : m_bus(std::move(bus))
    , m_path(std::move(path))
{
    m_bus.connect(serviceName(), m_path, interfaceName(), QStringLiteral("Completed"), this,
                  SLOT(takeEnd(bool, QDBusVariant)));
    auto *watcher = new QDBusServiceWatcher(serviceName(), m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { end(failure(storeUnavailable(storefault::ended))); });
}

bool StorePrompt::call(const char *method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(serviceName(), m_path, interfaceName(), QLatin1String(method));
    message.setArguments(arguments);
    return m_bus.send(message);
}

void StorePrompt::takeEnd(bool dismissed, const QDBusVariant & /*what*/)
{
    end(dismissed ? Result<>(failure(Error::Kind::SecretStoreDismissed)) : Result<>());
}

void StorePrompt::end(const Result<> &outcome)
{
    m_promise.resolve(outcome);
    deleteLater();
}

} // namespace golive
