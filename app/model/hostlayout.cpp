#include "model/hostlayout.h"

#include "model/hostname.h"
#include "model/publicsuffix.h"

#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

QString withoutPort(const QString &host)
{
    return host.section(QLatin1Char(':'), 0, 0);
}

/// The port of a pasted address, unless it goes without saying.
QString portIn(const QString &typed)
{
    static const QRegularExpression port(
        QStringLiteral("^\\s*(?:[a-z][a-z0-9+.-]*:)?(?://)?[^/?#]*:(\\d{1,5})(?:[/?#\\s]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    const int number = port.match(typed).captured(1).toInt();
    return number == 0 || number == 80 || number == 443 ? QString() : QLatin1Char(':') + QString::number(number);
}

/// On `domain` or below it, where production keys work.
bool isWithin(const QString &host, const QString &domain)
{
    const QString name = withoutPort(host);
    return name == domain || name.endsWith(QLatin1Char('.') + domain);
}

/// The address goes into code and into a web server's configuration.
bool isPlainAddress(const QUrl &address)
{
    static const QRegularExpression form(QStringLiteral("^https://[a-z0-9.-]+(?::\\d{1,5})?(?:/[A-Za-z0-9._~-]+)*/?$"));
    return form.match(address.toString(QUrl::FullyEncoded)).hasMatch();
}

} // namespace

HostLayout::HostLayout(HostChoices choices, QString domain, bool isProviderDomain, const QUrl &storedProxy)
    : m_choices(std::move(choices))
    , m_domain(std::move(domain))
    , m_isProviderDomain(isProviderDomain)
    , m_storedProxy(isPlainAddress(storedProxy) ? storedProxy.adjusted(QUrl::StripTrailingSlash) : QUrl())
{
    if (!m_choices.website || m_domain.isEmpty())
        return;
    for (const QString &host : std::as_const(m_choices.siteHosts))
        if (isWithin(host, m_domain))
            addFrontEnd(host);
    if (m_frontEnds.isEmpty())
        addFrontEnd(m_domain);
    for (const QString &host : std::as_const(m_choices.satellites))
        addFrontEnd(host);
}

void HostLayout::addFrontEnd(const QString &host)
{
    const bool isKnown = std::any_of(m_frontEnds.cbegin(), m_frontEnds.cend(),
                                     [&](const FrontEnd &each) { return each.host == host; });
    if (!isKnown)
        m_frontEnds.append({host, !isWithin(host, m_domain), transportFrom(host)});
}

bool HostLayout::isSeparate() const
{
    return m_choices.backend == HostChoices::Backend::SeparateHost || !m_choices.website;
}

SessionTransport HostLayout::transportFrom(const QString &frontEnd) const
{
    return !isSeparate() || m_choices.apiHost == frontEnd ? SessionTransport::Cookie : SessionTransport::BearerToken;
}

QList<LayoutCase> HostLayout::cases() const
{
    QList<LayoutCase> cases;
    if (m_choices.website) {
        static constexpr LayoutCase byRelation[]
            = {LayoutCase::SameHost, LayoutCase::ApiOnSubdomain, LayoutCase::ApiOnOtherRoot};
        cases.append(byRelation[static_cast<int>(apiRelation())]);
    }
    if (!satellites().isEmpty())
        cases.append(LayoutCase::SecondFrontEnd);
    if (!m_isProviderDomain && !m_domain.isEmpty() && m_domain != registrablePart(m_domain))
        cases.append(LayoutCase::SharedRoot);
    if (isProxied() && !m_isProviderDomain)
        cases.append(LayoutCase::FrontendApiProxy);
    if (m_isProviderDomain)
        cases.append(LayoutCase::ProviderDomain);
    if (!m_choices.website)
        cases.append(LayoutCase::NativeOnly);
    return cases;
}

QStringList HostLayout::authorizedParties() const
{
    QStringList origins;
    for (const FrontEnd &each : m_frontEnds)
        origins.append(each.origin());
    return origins;
}

QStringList HostLayout::satellites() const
{
    QStringList hosts;
    for (const FrontEnd &each : m_frontEnds)
        if (each.isSatellite)
            hosts.append(each.host);
    return hosts;
}

QString HostLayout::apiHost() const
{
    if (isSeparate())
        return m_choices.apiHost;
    return m_frontEnds.isEmpty() ? QString() : m_frontEnds.constFirst().host;
}

HostRelation HostLayout::apiRelation() const
{
    if (!isSeparate())
        return HostRelation::SameOrigin;
    const QString &host = m_choices.apiHost;
    // A host that is not known yet is the usual one, on a subdomain.
    if (!host.isEmpty() && !m_domain.isEmpty()
        && registrablePart(withoutPort(host)) != registrablePart(withoutPort(m_domain)))
        return HostRelation::OtherRoot;
    const bool everyFrontEndShares = !m_frontEnds.isEmpty() && !hasFrontEndBy(SessionTransport::BearerToken);
    return everyFrontEndShares ? HostRelation::SameOrigin : HostRelation::SameRoot;
}

bool HostLayout::hasFrontEndBy(SessionTransport transport) const
{
    return std::any_of(m_frontEnds.cbegin(), m_frontEnds.cend(),
                       [transport](const FrontEnd &each) { return each.transport == transport; });
}

bool HostLayout::usesCookie() const
{
    const bool isToBe = m_frontEnds.isEmpty() && !isSeparate(); // their hosts come with the domain
    return isToBe || hasFrontEndBy(SessionTransport::Cookie);
}

bool HostLayout::usesBearerToken() const
{
    return hasFrontEndBy(SessionTransport::BearerToken) || m_choices.nativeApp || m_choices.extension;
}

bool HostLayout::needsCors() const
{
    return hasFrontEndBy(SessionTransport::BearerToken) || (m_choices.extension && !apiHost().isEmpty());
}

QStringList HostLayout::connectSources() const
{
    return hasFrontEndBy(SessionTransport::BearerToken) && !apiHost().isEmpty()
        ? QStringList {QStringLiteral("https://") + apiHost()}
        : QStringList();
}

bool HostLayout::isProxied() const
{
    return m_isProviderDomain || !m_storedProxy.isEmpty()
        || (m_choices.clerkAccess == HostChoices::ClerkAccess::Proxy && m_choices.website);
}

QString HostLayout::clerkHost() const
{
    if (m_domain.isEmpty())
        return {};
    if (!m_storedProxy.isEmpty())
        return m_storedProxy.authority(QUrl::FullyEncoded);
    if (!isProxied())
        return QStringLiteral("clerk.") + m_domain;
    return m_frontEnds.isEmpty() ? m_domain : m_frontEnds.constFirst().host;
}

QString HostLayout::proxyUrl() const
{
    if (!isProxied() || m_domain.isEmpty())
        return {};
    return QStringLiteral("https://") + clerkHost() + proxyPath();
}

QString HostLayout::proxyPath() const
{
    const QString stored = m_storedProxy.path();
    return m_storedProxy.isEmpty() ? m_choices.proxyPath : stored == QLatin1String("/") ? QString() : stored;
}

QString HostLayout::frontendApi() const
{
    if (m_domain.isEmpty())
        return {};
    return isProxied() ? proxyUrl() : QStringLiteral("https://") + clerkHost();
}

QStringList HostLayout::clerkSources() const
{
    if (m_domain.isEmpty())
        return {};
    QStringList sources;
    const bool isTheOnlySite = m_frontEnds.size() == 1 && m_frontEnds.constFirst().host == clerkHost();
    if (!isProxied() || !isTheOnlySite)
        sources.append(QStringLiteral("https://") + clerkHost());
    for (const QString &satellite : satellites())
        sources.append(QStringLiteral("https://clerk.") + satellite);
    return sources;
}

namespace {

/// Each of the typed hosts, as `read` understands it.
template<typename Read>
HostList hostsFrom(const QString &typed, Read read)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"), QRegularExpression::UseUnicodePropertiesOption);
    HostList list;
    const QStringList words = typed.split(between, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const tl::expected<QString, HostFault> host = read(word);
        if (host && !list.hosts.contains(*host))
            list.hosts.append(*host);
        else if (!host && !list.fault)
            list.fault = host.error();
    }
    return list;
}

tl::unexpected<HostFault> fault(HostFault::Kind kind, const QString &host, const DomainProblem &problem = {})
{
    return tl::unexpected<HostFault>({kind, host, problem});
}

} // namespace

HostList siteHostsFrom(const QString &typed, const DomainName &site)
{
    return hostsFrom(typed, [&site](const QString &word) -> tl::expected<QString, HostFault> {
        const auto host = hostNameFrom(word);
        if (!host)
            return fault(HostFault::Kind::Malformed, word, host.error());
        if (!isWithin(*host, site.ascii()))
            return fault(HostFault::Kind::OutsideDomain, *host);
        return *host + portIn(word);
    });
}

HostList satellitesFrom(const QString &typed, const DomainName &site)
{
    return hostsFrom(typed, [&site](const QString &word) -> tl::expected<QString, HostFault> {
        const auto domain = DomainName::parse(word);
        if (!domain && domain.error().kind == DomainProblem::Kind::HostingProvider)
            return fault(HostFault::Kind::HostingProvider, word, domain.error());
        if (!domain)
            return fault(HostFault::Kind::Malformed, word, domain.error());
        if (domain->registrable() == site.registrable())
            return fault(HostFault::Kind::SameRoot, domain->ascii());
        return domain->ascii();
    });
}

std::optional<QString> proxyPathFrom(const QString &typed)
{
    static const QRegularExpression path(
        QStringLiteral("^(?:[a-z]+://[^/]++)?/?([A-Za-z0-9._~-]*[A-Za-z0-9_~-][A-Za-z0-9._~-]*)/?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto found = path.match(typed.trimmed().left(200));
    return found.hasMatch() ? std::optional(QLatin1Char('/') + found.captured(1)) : std::nullopt;
}

tl::expected<BackendHost, DomainProblem> backendHostFrom(const QString &typed, const DomainName &site)
{
    const auto host = hostNameFrom(typed);
    if (!host)
        return tl::unexpected(host.error());
    if (isPublicSuffix(*host))
        return tl::unexpected<DomainProblem>({DomainProblem::Kind::PublicSuffix, *host});
    const QString withPort = *host + portIn(typed);
    if (withPort == site.ascii())
        return BackendHost {withPort, HostRelation::SameOrigin};
    const bool sameRoot = registrablePart(*host) == site.registrable();
    return BackendHost {withPort, sameRoot ? HostRelation::SameRoot : HostRelation::OtherRoot};
}

} // namespace golive
