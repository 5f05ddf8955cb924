#include "deploy/connectionwriter.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"

#include <algorithm>
#include <utility>

namespace golive {
namespace {

constexpr int mostConflicts = 3; ///< somebody who changes other settings all the time must not keep us here

ConfigPatch patchOf(const ConnectionChange &wanted, const QString &version, bool dryRun)
{
    ConfigPatch patch;
    patch.changes.insert(wanted.section, wanted.values);
    patch.secrets = wanted.secrets;
    patch.ifMatch = version;
    patch.dryRun = dryRun;
    return patch;
}

} // namespace

ConnectionChange changeFor(const ProviderCredentials &credentials)
{
    ConnectionChange change;
    change.section = QStringLiteral("connection_oauth_") + credentials.slug;
    change.values.insert(QStringLiteral("enabled"), true);
    for (auto value = credentials.values.cbegin(); value != credentials.values.cend(); ++value)
        change.values.insert(value.key(), value.value());
    for (auto secret = credentials.secrets.cbegin(); secret != credentials.secrets.cend(); ++secret)
        change.secrets.append({change.section, secret.key(), secret.value()});
    return change;
}

/// One change under way. Goes when it is through.
class ConnectionWriter::Writing : public QObject
{
public:
    Writing(ConnectionWriter &writer, ConnectionChange wanted)
        : QObject(&writer)
        , m_api(writer.m_api)
        , m_wanted(std::move(wanted))
        , m_version(m_wanted.seen.version)
    {
    }

    [[nodiscard]] QFuture<Result<>> future() const { return m_promise.future(); }

    void start() { send(true); }

private:
    void send(bool dryRun)
    {
        onAnswer(m_api.patchConfig(m_wanted.applicationId, m_wanted.instanceId, patchOf(m_wanted, m_version, dryRun)),
                 this, [this, dryRun](const Result<ConfigChange> &answer) {
                     if (answer && dryRun)
                         send(false);
                     else if (answer)
                         end({});
                     else if (answer.error().kind == Error::Kind::VersionConflict)
                         lookWhatChanged(answer.error());
                     else if (dryRun && outcomeIsUnknown(answer.error()) && !std::exchange(m_triedAgain, true))
                         send(true); // a trial changes nothing, so it may be repeated
                     else if (!dryRun && outcomeIsUnknown(answer.error()))
                         lookWhetherItArrived(answer.error());
                     else
                         end(failure(answer.error()));
                 });
    }

    void lookWhatChanged(const Error &conflict)
    {
        if (++m_conflicts > mostConflicts)
            return end(failure(conflict));
        readAgain([this, conflict](const Result<InstanceConfig> &now) {
            if (!now)
                return end(failure(now.error()));
            if (sectionOf(*now) != sectionOf(m_wanted.seen))
                return end(failure(conflict));
            m_version = now->version;
            send(true);
        });
    }

    /// A secret reads as a mask before and after. That the settings have another version and everything else is as
    /// it was sent says that our writing arrived.
    void lookWhetherItArrived(const Error &lost)
    {
        readAgain([this, lost](const Result<InstanceConfig> &now) {
            const bool arrived = now && now->version != m_version && holdsWhatWasSent(sectionOf(*now));
            end(arrived ? Result<>() : failure(lost));
        });
    }

    template<typename Handler>
    void readAgain(Handler handler)
    {
        onAnswer(m_api.readConfig(m_wanted.applicationId, m_wanted.instanceId, {m_wanted.section}), this, handler);
    }

    [[nodiscard]] QJsonObject sectionOf(const InstanceConfig &config) const
    {
        return config.settings.value(m_wanted.section).toObject();
    }

    [[nodiscard]] bool holdsWhatWasSent(const QJsonObject &section) const
    {
        for (auto each = m_wanted.values.begin(); each != m_wanted.values.end(); ++each)
            if (section.value(each.key()) != each.value())
                return false;
        return std::none_of(m_wanted.secrets.cbegin(), m_wanted.secrets.cend(),
                            [&](const SecretSetting &each) { return section.value(each.key).toString().isEmpty(); });
    }

    void end(const Result<> &answer)
    {
        m_promise.resolve(answer);
        deleteLater();
    }

    PlatformApi &m_api;
    ConnectionChange m_wanted;
    QString m_version;
    int m_conflicts = 0;
    bool m_triedAgain = false;
    Promise<> m_promise;
};

ConnectionWriter::ConnectionWriter(PlatformApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

QFuture<Result<>> ConnectionWriter::write(const ConnectionChange &wanted)
{
    auto *writing = new Writing(*this, wanted);
    auto future = writing->future();
    writing->start();
    return future;
}

} // namespace golive
