#include "composition.h"

#include "clerk/clerkenvironment.h"
#include "clerk/httpplatformapi.h"
#include "dns/watch/dnswatch.h"
#include "keychain/memorysecretstore.h"
#include "keychain/ossecretstore.h"
#include "powersaver.h"
#include "practicestage.h"
#include "wizard/preferences.h"

#include <QHostAddress>

namespace golive {
namespace {

/// What preferences and defaults say about whom to ask.
Result<DnsSettings> dnsSettings(const Preferences &preferences)
{
    auto settings = parseResolvers(preferences.resolvers());
    if (!settings)
        settings.error().field = QLatin1String(Preferences::resolversSetting);
    if (settings)
        settings->authoritativePort = preferences.authoritativePort();
    if (settings && settings->authoritativePort != DnsSettings().authoritativePort)
        return withinTestNetwork(*settings);
    if (settings)
        settings->asksProviders = true;
    return settings;
}

/// The production domains of a Clerk on this computer lead nowhere, and it answers for them itself.
QUrl gatewayOf(const QUrl &platformApi)
{
    QUrl gateway;
    if (QHostAddress(platformApi.host()).isLoopback()) {
        gateway.setScheme(platformApi.scheme());
        gateway.setHost(platformApi.host());
        gateway.setPort(platformApi.port());
    }
    return gateway;
}

std::unique_ptr<PlatformApi> platformApi(Services &services, const QUrl &address)
{
    auto api = std::make_unique<HttpPlatformApi>(services.network, services.clock, address);
    api->keepLog(services.calls);
    return api;
}

void assemble(Services &services, const DnsSettings &dns, const QString &clerkHost, const ClerkEnvironment &environment)
{
    services.frontend
        = std::make_unique<FrontendApi>(services.network, services.clock, gatewayOf(environment.platformApi));
    services.dns = std::make_unique<DnsClient>(services.clock);
    services.records = std::make_unique<DnsWatch>(*services.dns, services.clock, dns);
    services.surveyor = std::make_unique<DnsSurveyor>(*services.dns, services.clock, dns);
    AssistantParts parts {*services.api,
                          *services.frontend,
                          *services.secrets,
                          *services.journal,
                          services.clock,
                          *services.records,
                          *services.surveyor,
                          clerkHost,
                          environment.dashboard,
                          std::nullopt,
                          false};
    if (!environment.accessKey.isEmpty())
        parts.environmentKey = environment.accessKey;
    parts.practice = services.practice != nullptr;
    parts.siteCheck = services.siteCheck.get();
    services.assistant = std::make_unique<Assistant>(parts);
}

} // namespace

Services::Services() = default;
Services::~Services() = default;

Result<std::unique_ptr<Services>> realServices(const Preferences &preferences, const ClerkEnvironment &environment,
                                               const QString &journalFolder)
{
    const auto dns = dnsSettings(preferences);
    if (!dns)
        return failure(dns.error());

    auto services = std::make_unique<Services>();
    services->api = platformApi(*services, environment.platformApi);
    services->secrets = std::make_unique<OsSecretStore>(QStringLiteral("Golive"));
    services->journal = std::make_unique<DeployJournal>(journalFolder);
    services->siteCheck = std::make_unique<SiteCheck>(services->network, services->clock);
    assemble(*services, *dns, environment.platformApi.host(), environment);
    services->powerSaver = std::make_unique<PowerSaver>();
    QObject::connect(services->powerSaver.get(), &PowerSaver::changed, services->records.get(),
                     [saver = services->powerSaver.get(), records = services->records.get()] {
                         records->setSavingPower(saver->isOn());
                     });
    return services;
}

Result<std::unique_ptr<Services>> practiceServices()
{
    auto services = std::make_unique<Services>();
    services->practice = std::make_unique<PracticeStage>(services->clock);
    if (!services->practice->open())
        return failure(Error::Kind::StorageFailed, QStringLiteral("no free port on 127.0.0.1"));

    ClerkEnvironment environment;
    environment.platformApi = services->practice->clerkUrl();
    environment.dashboard = QUrl(QStringLiteral("https://dashboard.clerk.com"));
    services->api = platformApi(*services, environment.platformApi);
    services->secrets = std::make_unique<MemorySecretStore>();
    services->journal = std::make_unique<DeployJournal>(QString());
    assemble(*services, services->practice->dnsSettings(), QStringLiteral("practice"), environment);
    services->practiceControls = services->practice->controlsFor(services->assistant->deployment());
    services->practicePanel = std::make_unique<PracticePanelViewModel>(*services->practiceControls);
    services->practiceKey = QString::fromLatin1(PracticeServer::accessKey);
    services->assistant->connectStep.offerPracticeKey(services->practiceKey);
    return services;
}

} // namespace golive
