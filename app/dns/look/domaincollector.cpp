#include "dns/look/domaincollector.h"

#include "dns/look/domainconnectsearch.h"
#include "dns/look/recordsearch.h"
#include "dns/look/registration.h"
#include "dns/look/resolverviews.h"
#include "dns/look/zoneinspection.h"
#include "foundation/clock.h"
#include "model/publicsuffix.h"

#include <QNetworkAccessManager>

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr auto askRegistryAgainAfter = 5min; // a registry is nobody's to poll

/// What is put right where the domain is registered, so that it helps to know where that is.
bool concernsRegistrar(const ServerInspection &found)
{
    const bool listsDiffer
        = !found.parentServers.isEmpty() && !found.childServers.isEmpty() && found.parentServers != found.childServers;
    return listsDiffer || !std::all_of(found.servers.begin(), found.servers.end(), [](const ZoneServerCheck &each) {
               return each.works();
           });
}

} // namespace

DomainCollector::DomainCollector(DnsClient &client, Clock &clock, DnsSettings settings, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_listening(std::make_unique<QObject>())
{
}

DomainCollector::~DomainCollector() = default;

void DomainCollector::inspect(const QByteArray &domain, const Zone &zone, const CertificateHosts &hosts)
{
    drop();
    if (domain != m_domain || zone.apex != m_zone.apex || zone.state != m_zone.state)
        forgetDomain();
    m_domain = domain;
    m_zone = zone;
    inspectZone();
    listen(probeNetwork(m_client, m_settings, zone), [this](const NetworkEvidence &found) { m_network = found; });
    lookAtCertificates(hosts);
    askProvider();
}

void DomainCollector::lookAtCertificates(const CertificateHosts &hosts)
{
    if (m_lookingAtCertificates) {
        m_certificatesNext = hosts;
        return;
    }
    m_lookingAtCertificates = true;
    ++m_open;
    onAnswer(inspectCertificates(m_client, m_settings, m_zone, hosts), m_listening.get(),
             [this](const Result<QList<CertificateEvidence>> &found) {
                 --m_open;
                 m_lookingAtCertificates = false;
                 m_certificates = found.value_or(m_certificates);
                 if (const auto next = std::exchange(m_certificatesNext, std::nullopt))
                     lookAtCertificates(*next);
                 Q_EMIT learned();
             });
}

/// A zone that nobody has been found in charge of is inspected too, for the reason.
void DomainCollector::inspectZone()
{
    if (m_zone.state != Zone::State::Found)
        inspectRegistration();
    if (m_zone.apex.isEmpty())
        return;
    listen(inspectServers(m_client, m_settings, m_zone), [this](const ServerInspection &found) {
        m_inspection.servers = found.servers;
        m_inspection.parentServers = found.parentServers;
        m_inspection.childServers = found.childServers;
        if (concernsRegistrar(found))
            inspectRegistration();
    });
    listen(askResolversAbout(m_client, m_settings.resolvers, m_zone.apex), [this](const ResolverViews &found) {
        m_inspection.cached = found.cached;
        for (CachedServers &each : m_inspection.cached)
            each.askedAt = m_clock.now();
        m_inspection.dnssec = found.dnssec;
        if (found.dnssec && found.dnssec->validated == DnsRcode::ServerFailure)
            inspectRegistration();
    });
}

/// Only when the domain is in trouble.
void DomainCollector::inspectRegistration()
{
    const QByteArray name = registrablePart(QString::fromLatin1(m_domain)).toLatin1();
    const bool known = m_askingRegistry || (name == m_registrationOf && m_clock.elapsed() < m_askRegistryAfter);
    const bool troubled = m_zone.state == Zone::State::Found || m_zone.state == Zone::State::NotRegistered
        || m_zone.state == Zone::State::NoServerAnswers;
    if (name.isEmpty() || known || !troubled || m_settings.registrationService.isEmpty())
        return;
    m_askingRegistry = true;
    if (!m_web)
        m_web = std::make_unique<QNetworkAccessManager>();
    listen(lookUpRegistration(*m_web, m_clock, m_settings.registrationService, name),
           [this, name](const Registration &found) {
               m_inspection.registration = found;
               m_registrationOf = name;
               m_askRegistryAfter = m_clock.elapsed() + askRegistryAgainAfter;
           });
}

void DomainCollector::lookElsewhere(const QByteArray &host, const ExpectedTarget &target)
{
    listen(findElsewhere(m_client, m_settings, m_zone, host, target),
           [this](const QByteArrayList &servers) { m_inspection.recordsFoundAt = servers; });
}

/// Once for a zone: a provider's pages stay where they are.
void DomainCollector::askProvider()
{
    if (!m_settings.asksProviders || m_zone.state != Zone::State::Found || m_providerOf == m_zone.apex)
        return;
    m_providerOf = m_zone.apex;
    m_askingProvider = true;
    if (!m_web)
        m_web = std::make_unique<QNetworkAccessManager>();
    onAnswer(findDomainConnect(m_client, *m_web, m_clock, m_settings, m_zone), m_listening.get(),
             [this](const Result<DomainConnect> &found) {
                 m_askingProvider = false;
                 m_domainConnect = found.value_or(DomainConnect());
                 Q_EMIT learned();
             });
}

void DomainCollector::forgetDomain()
{
    drop();
    m_domain.clear();
    m_zone = {};
    m_inspection = {};
    m_certificates.clear();
    m_domainConnect = {};
    m_providerOf.clear();
    m_registrationOf.clear();
}

void DomainCollector::drop()
{
    m_listening = std::make_unique<QObject>();
    m_open = 0;
    m_askingRegistry = false;
    if (std::exchange(m_askingProvider, false))
        m_providerOf.clear();
    m_lookingAtCertificates = false;
    m_certificatesNext.reset();
}

} // namespace golive
