#pragma once

#include "clerk/platformapi.h"
#include "foundation/promise.h"

#include <QList>

#include <utility>

namespace golive {

/// One endpoint of the double. It answers at once with what was set last, or first with what was
/// queued for single calls; while held it answers nobody until release().
template<typename T>
class Scripted
{
public:
    explicit Scripted(Result<T> standing = T())
        : m_standing(std::move(standing))
    {
    }

    /// Every call from now on is answered like this.
    Scripted &operator=(Result<T> standing)
    {
        m_standing = std::move(standing);
        return *this;
    }
    /// The next unanswered call is answered like this, before the standing answer counts again.
    void once(Result<T> answer) { m_queued.append(std::move(answer)); }

    void hold() { m_held = true; }
    /// Answers whoever waits, with what is scripted now, and holds no longer.
    void release()
    {
        m_held = false;
        for (const Promise<T> &waiting : std::exchange(m_waiting, {}))
            waiting.resolve(take());
    }

    /// Answers only the call that came last; the others go on waiting.
    void releaseLast() { m_waiting.takeLast().resolve(take()); }

    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

    QFuture<Result<T>> ask()
    {
        ++m_calls;
        if (!m_held)
            return ready<T>(take());
        m_waiting.append(Promise<T>());
        return m_waiting.constLast().future();
    }

private:
    Result<T> take() { return m_queued.isEmpty() ? m_standing : m_queued.takeFirst(); }

    Result<T> m_standing;
    QList<Result<T>> m_queued;
    QList<Promise<T>> m_waiting;
    bool m_held = false;
    int m_calls = 0;
};

/// A Clerk that says what it is told to say and remembers what it was asked. For tests of one unit;
/// whether the answers are Clerk's is for tests with the practice server to say.
///
/// Lists and configurations are empty, and applications, domains and their status are not found,
/// until scripted: `api.application = Result<Application>(…)`, `api.creation.once(failure(…))`.
class ScriptedPlatformApi final : public PlatformApi
{
public:
    Scripted<QList<Application>> applications;
    Scripted<Application> application {failure(Error::Kind::NotFound)};
    Scripted<Application> createdApplication {failure(Error::Kind::NotFound)};
    Scripted<QList<InstanceKeys>> keys;
    Scripted<ProductionInstance> creation {failure(Error::Kind::NotFound)};
    Scripted<QList<Domain>> domains;
    Scripted<Domain> domain {failure(Error::Kind::NotFound)};
    Scripted<DomainStatus> status {failure(Error::Kind::NotFound)};
    Scripted<DomainStatus> dnsCheck {failure(Error::Kind::NotFound)};
    Scripted<Domain> changedDomain {failure(Error::Kind::NotFound)};
    Scripted<QList<Domain>> foundDomains;
    Scripted<InstanceConfig> developmentConfig;
    Scripted<InstanceConfig> productionConfig;
    Scripted<QJsonObject> schema;
    Scripted<ConfigChange> patch;
    Scripted<QList<RedirectUrl>> redirectUrls;
    Scripted<RedirectUrl> addedRedirectUrl;
    Scripted<QList<JwtTemplate>> jwtTemplates;
    Scripted<JwtTemplate> addedJwtTemplate;

    QList<NewProductionInstance> created; ///< what creation was asked for, in order
    QList<ConfigPatch> patches;
    QStringList applicationsCreated; ///< their names, in order
    QStringList domainsSent; ///< the names changeDomain() was given
    QStringList searchedFor; ///< the names findDomains() was asked for
    QStringList instancesAsked; ///< the `instance` of every call that has one
    Secret accessKey;

    void setAccessKey(Secret key) override { accessKey = std::move(key); }

    QFuture<Result<QList<Application>>> listApplications() override { return applications.ask(); }
    QFuture<Result<Application>> readApplication(const QString &) override { return application.ask(); }
    QFuture<Result<Application>> createApplication(const QString &name) override
    {
        applicationsCreated.append(name);
        return createdApplication.ask();
    }
    QFuture<Result<QList<InstanceKeys>>> readKeys(const QString &) override { return keys.ask(); }
    QFuture<Result<ProductionInstance>> createProductionInstance(const QString &,
                                                                 const NewProductionInstance &wanted) override
    {
        created.append(wanted);
        return creation.ask();
    }

    QFuture<Result<QList<Domain>>> listDomains(const QString &) override { return domains.ask(); }
    QFuture<Result<Domain>> readDomain(const QString &, const QString &) override { return domain.ask(); }
    QFuture<Result<DomainStatus>> readDomainStatus(const QString &, const QString &) override { return status.ask(); }
    QFuture<Result<DomainStatus>> startDnsCheck(const QString &, const QString &) override { return dnsCheck.ask(); }
    QFuture<Result<Domain>> changeDomain(const QString &, const QString &name) override
    {
        domainsSent.append(name);
        return changedDomain.ask();
    }
    QFuture<Result<QList<Domain>>> findDomains(const QString &name) override
    {
        searchedFor.append(name);
        return foundDomains.ask();
    }

    /// `production` and every id but the development instance's own count as production.
    QFuture<Result<InstanceConfig>> readConfig(const QString &, const QString &instance, const QStringList &) override
    {
        return note(instance) ? developmentConfig.ask() : productionConfig.ask();
    }
    QFuture<Result<QJsonObject>> readConfigSchema(const QString &, const QString &instance,
                                                  const QStringList &) override
    {
        note(instance);
        return schema.ask();
    }
    QFuture<Result<ConfigChange>> patchConfig(const QString &, const QString &instance,
                                              const ConfigPatch &wanted) override
    {
        note(instance);
        patches.append(wanted);
        return patch.ask();
    }

    QFuture<Result<QList<RedirectUrl>>> listRedirectUrls(const QString &, const QString &instance) override
    {
        note(instance);
        return redirectUrls.ask();
    }
    QFuture<Result<RedirectUrl>> addRedirectUrl(const QString &, const QString &instance, const QString &) override
    {
        note(instance);
        return addedRedirectUrl.ask();
    }
    QFuture<Result<QList<JwtTemplate>>> listJwtTemplates(const QString &, const QString &instance) override
    {
        note(instance);
        return jwtTemplates.ask();
    }
    QFuture<Result<JwtTemplate>> addJwtTemplate(const QString &, const QString &instance, const JwtTemplate &) override
    {
        note(instance);
        return addedJwtTemplate.ask();
    }

    /// The id that means development besides the word itself.
    QString developmentId = QStringLiteral("ins_dev");

private:
    bool note(const QString &instance)
    {
        instancesAsked.append(instance);
        return instance == QLatin1String("development") || instance == developmentId;
    }
};

} // namespace golive
