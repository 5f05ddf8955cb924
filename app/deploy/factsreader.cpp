#include "deploy/factsreader.h"

#include "clerk/platformapi.h"
#include "deploy/keykeeper.h"
#include "foundation/promise.h"
#include "keychain/secretstore.h"
#include "model/provider.h"

#include <algorithm>
#include <utility>

namespace golive {
namespace {

const QLatin1String customSection("connections_oauth_custom");

/// What concerns sign-in providers; the rest of a configuration is none of the facts' business.
QJsonObject connectionsOf(const QJsonObject &settings)
{
    QJsonObject connections;
    for (auto each = settings.begin(); each != settings.end(); ++each)
        if (each.key().startsWith(QLatin1String("connection_oauth_")) || each.key() == customSection)
            connections.insert(each.key(), each.value());
    return connections;
}

} // namespace

std::optional<Domain> primaryDomain(const QList<Domain> &domains)
{
    if (domains.isEmpty())
        return std::nullopt;
    const auto own
        = std::find_if(domains.cbegin(), domains.cend(), [](const Domain &each) { return !each.isSatellite; });
    return own == domains.cend() ? domains.constFirst() : *own;
}

void FactsReading::applyTo(DeployFacts &facts) const
{
    if (application)
        facts.application = application;
    if (domains) {
        const std::optional<Domain> before = std::exchange(facts.domain, primaryDomain(*domains));
        if (facts.domain)
            facts.vanishedDomain.clear();
        else if (before)
            facts.vanishedDomain = before->name;
        if (!facts.domain || (before && before->id != facts.domain->id))
            facts.status.reset(); // it was another one's
    }
    if (status)
        facts.status = status;
    if (providers) {
        facts.providers = providers->states;
        facts.providerForms = providers->forms;
        facts.customConnections = providers->custom;
        facts.developmentConnections = providers->development;
        facts.productionConnections = providers->production;
        facts.providersKnown = true;
    }
    if (secretKeyKept)
        facts.secretKeyKept = *secretKeyKept;
    if (secretKeyUnseen)
        facts.secretKeyUnseen = *secretKeyUnseen;
}

/// One reading under way. Branches run side by side; when the last of them is through, the promise
/// is resolved and the object goes.
class FactsReader::Reading : public QObject
{
public:
    Reading(FactsReader &reader, QString applicationId)
        : QObject(&reader)
        , m_api(reader.m_api)
        , m_keys(reader.m_keys)
        , m_applicationId(std::move(applicationId))
    {
    }

    [[nodiscard]] QFuture<Result<FactsReading>> future() const { return m_promise.future(); }

    void readApplication()
    {
        listen(m_api.readApplication(m_applicationId), [this](const Application &application) {
            m_result.application = application;
            const auto production = application.instanceOf(Environment::Production);
            if (!production)
                return;
            m_productionId = production->id;
            readDomain();
            readDevelopmentConfig(application);
            readKeychain(production->id);
        });
    }

    void readDomain()
    {
        listen(m_api.listDomains(m_applicationId), [this](const QList<Domain> &domains) {
            m_result.domains = domains;
            if (const auto primary = primaryDomain(domains))
                readStatus(primary->id);
        });
    }

private:
    /// Counts the call as open until it is answered; `use` may open further ones.
    template<typename T, typename Use>
    void listen(const QFuture<Result<T>> &future, Use use)
    {
        ++m_open;
        onAnswer(future, this, [this, use](const Result<T> &answer) {
            if (answer)
                use(*answer);
            else if (!m_result.trouble)
                m_result.trouble = answer.error();
            closeOne();
        });
    }

    void readStatus(const QString &domainId)
    {
        listen(m_api.readDomainStatus(m_applicationId, domainId),
               [this](const DomainStatus &status) { m_result.status = status; });
    }

    void readDevelopmentConfig(const Application &application)
    {
        const auto development = application.instanceOf(Environment::Development);
        if (!development) { // nothing to compare with: then nothing is missing either
            m_result.providers = FactsReading::Providers();
            return;
        }
        listen(m_api.readConfig(m_applicationId, development->id, {}),
               [this, developmentId = development->id](const InstanceConfig &config) {
                   m_slugs = enabledProviders(config.settings);
                   m_development = connectionsOf(config.settings);
                   if (m_slugs.isEmpty())
                       readProductionConfig({});
                   else
                       readSchema(developmentId);
               });
    }

    void readSchema(const QString &developmentId)
    {
        listen(m_api.readConfigSchema(m_applicationId, developmentId, connectionKeys()),
               [this](const QJsonObject &schema) { readProductionConfig(schema); });
    }

    void readProductionConfig(const QJsonObject &schema)
    {
        QStringList keys = connectionKeys();
        if (!customConnections(m_development, {}).isEmpty())
            keys.append(customSection);
        if (keys.isEmpty()) // no key would mean all of them
            setProviders(schema, {});
        else
            listen(m_api.readConfig(m_applicationId, m_productionId, keys),
                   [this, schema](const InstanceConfig &config) { setProviders(schema, config); });
    }

    void readKeychain(const QString &production)
    {
        ++m_open;
        onAnswer(m_keys.isKept(production), this, [this](const Result<> &kept) {
            // A missing key is a fact, not trouble; and one in a locked keychain is there.
            const bool isThere = kept || isThereButLocked(kept.error());
            m_result.secretKeyUnseen = !isThere && kept.error().kind != Error::Kind::SecretMissing;
            if (!*m_result.secretKeyUnseen)
                m_result.secretKeyKept = isThere;
            closeOne();
        });
    }

    void closeOne()
    {
        if (--m_open > 0)
            return;
        m_promise.resolve(m_result);
        deleteLater();
    }

    [[nodiscard]] QStringList connectionKeys() const
    {
        QStringList keys;
        for (const QString &slug : m_slugs)
            keys.append(QStringLiteral("connection_oauth_") + slug);
        return keys;
    }

    void setProviders(const QJsonObject &schema, const InstanceConfig &production)
    {
        FactsReading::Providers providers;
        providers.custom = customConnections(m_development, production.settings);
        providers.development = m_development;
        providers.production = {production.version, connectionsOf(production.settings)};
        for (const QString &slug : std::as_const(m_slugs)) {
            const OAuthProvider form = withStored(providerFrom(slug, schema), production.settings);
            ProviderState state = ProviderState::NeedsCredentials;
            if (!form.supported)
                state = ProviderState::NeedsDashboard;
            else if (isConfigured(form, production.settings))
                state = ProviderState::Configured;
            providers.states.insert(slug, state);
            providers.forms.insert(slug, form);
        }
        m_result.providers = providers;
    }

    PlatformApi &m_api;
    KeyKeeper &m_keys;
    QString m_applicationId;
    QString m_productionId;
    QStringList m_slugs; ///< enabled in development
    QJsonObject m_development; ///< its connections
    FactsReading m_result;
    Promise<FactsReading> m_promise;
    int m_open = 0;
};

FactsReader::FactsReader(PlatformApi &api, KeyKeeper &keys, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_keys(keys)
{
}

QFuture<Result<FactsReading>> FactsReader::readAll(const QString &applicationId)
{
    auto *reading = new Reading(*this, applicationId);
    auto future = reading->future();
    reading->readApplication();
    return future;
}

QFuture<Result<FactsReading>> FactsReader::readDomain(const QString &applicationId)
{
    auto *reading = new Reading(*this, applicationId);
    auto future = reading->future();
    reading->readDomain();
    return future;
}

} // namespace golive
