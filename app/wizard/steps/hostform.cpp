#include "wizard/steps/hostform.h"

#include "wizard/domainwords.h"
#include "wizard/layoutpicture.h"
#include "wizard/layoutwords.h"

#include <QLocale>

namespace golive {
namespace {

using Backend = HostChoices::Backend;
using ClerkAccess = HostChoices::ClerkAccess;

constexpr qsizetype longestField = 2000; ///< a pasted address may be long; beyond this it is none

QString written(const QStringList &hosts)
{
    QStringList all;
    for (const QString &each : hosts)
        all.append(DomainWords::asPeopleWriteIt(each));
    return all.join(QStringLiteral(", "));
}

/// What was made of a list of hosts, where that is something else than what was typed.
QString understoodOf(const QString &typed, const HostList &list)
{
    if (list.fault || list.hosts.isEmpty() || typed.trimmed() == list.hosts.join(QStringLiteral(", ")))
        return {};
    return DomainWords::understood(typed, list.hosts.join(QStringLiteral(", ")), written(list.hosts));
}

bool isPlainHttp(const QString &typed)
{
    return typed.trimmed().startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
}

} // namespace

bool HostForm::Typed::set(const QString &typed)
{
    if (typed == text)
        return false;
    text = typed.left(longestField);
    complains = false;
    return true;
}

HostForm::HostForm(Deployment &deployment, QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
{
    load();
}

void HostForm::setSite(const std::optional<DomainName> &site)
{
    m_site = site;
    m_providerDomain.clear();
    render();
}

void HostForm::setProviderDomain(const QString &host)
{
    m_site.reset();
    m_providerDomain = host;
    render();
}

void HostForm::load()
{
    m_choices = m_deployment.plan().hosts;
    m_secondFrontEnd = !m_choices.satellites.isEmpty();
    m_audienceComplains = false;
    m_sites = {written(m_choices.siteHosts)};
    m_backend = {written({m_choices.apiHost})};
    m_satellites = {written(m_choices.satellites)};
    m_proxyPath = {m_choices.proxyPath};
    render();
}

void HostForm::store()
{
    HostChoices choices = choicesNow();
    if (!choices.website && !choices.nativeApp && !choices.extension)
        choices.website = true; // an application without anything to sign in to is none
    m_deployment.change([&choices](DeployPlan &plan) { plan.hosts = choices; });
    render();
}

QString HostForm::complain()
{
    m_audienceComplains = true;
    for (Typed *each : {&m_sites, &m_backend, &m_satellites, &m_proxyPath})
        each->complains = true;
    render();
    const std::pair<const QString &, const char *> fields[] {{m_state.audienceProblem, "hasWebsite"},
                                                             {m_state.sitesProblem, "siteHosts"},
                                                             {m_state.backendProblem, "backendHost"},
                                                             {m_state.satellitesProblem, "satellites"},
                                                             {m_state.proxyProblem, "proxyPath"}};
    for (const auto &[problem, name] : fields)
        if (!problem.isEmpty())
            return QString::fromLatin1(name);
    return {};
}

void HostForm::change(bool &flag, bool value)
{
    if (flag == value)
        return;
    flag = value;
    m_audienceComplains = true;
    store();
}

void HostForm::setWebsite(bool website)
{
    change(m_choices.website, website);
}

void HostForm::setNativeApp(bool nativeApp)
{
    change(m_choices.nativeApp, nativeApp);
}

void HostForm::setExtension(bool extension)
{
    change(m_choices.extension, extension);
}

void HostForm::setSites(const QString &typed)
{
    if (m_sites.set(typed))
        render();
}

void HostForm::addSite(const QString &host)
{
    if (m_site && siteHostsFrom(m_sites.text, *m_site).hosts.contains(siteHostsFrom(host, *m_site).hosts.value(0)))
        return;
    setSites(m_sites.text.trimmed().isEmpty() ? host : m_sites.text + QStringLiteral(", ") + host);
    store();
}

void HostForm::finishSites()
{
    m_sites.finish();
    store();
}

void HostForm::setBackend(Backend backend)
{
    if (m_choices.backend == backend)
        return;
    m_choices.backend = backend;
    m_backend.complains = false;
    store();
}

void HostForm::setBackendHost(const QString &typed)
{
    if (m_backend.set(typed))
        render();
}

void HostForm::finishBackendHost()
{
    m_backend.finish();
    store();
}

void HostForm::setSecondFrontEnd(bool has)
{
    m_satellites.complains = false;
    change(m_secondFrontEnd, has);
}

void HostForm::setSatellites(const QString &typed)
{
    if (m_satellites.set(typed))
        render();
}

void HostForm::finishSatellites()
{
    m_satellites.finish();
    store();
}

void HostForm::setProxied(bool proxied)
{
    const ClerkAccess access = proxied ? ClerkAccess::Proxy : ClerkAccess::Dns;
    if (m_choices.clerkAccess == access)
        return;
    m_choices.clerkAccess = access;
    store();
}

void HostForm::setProxyPath(const QString &typed)
{
    if (m_proxyPath.set(typed))
        render();
}

void HostForm::finishProxyPath()
{
    m_proxyPath.finish();
    store();
}

bool HostForm::wantsBackendHost() const
{
    return m_choices.website && m_choices.backend == Backend::SeparateHost;
}

/// What is ticked, with the hosts that are right. A field that is wrong leaves out its own; without
/// a domain nothing can be said about hosts, and what the plan has stays.
HostChoices HostForm::choicesNow() const
{
    HostChoices choices = m_choices;
    const HostChoices &kept = m_deployment.plan().hosts;
    choices.siteHosts = m_site ? siteHostsFrom(m_sites.text, *m_site).hosts : kept.siteHosts;
    choices.satellites = kept.satellites;
    if (m_site)
        choices.satellites = m_secondFrontEnd ? satellitesFrom(m_satellites.text, *m_site).hosts : QStringList();
    choices.apiHost = kept.apiHost;
    if (m_site) {
        const auto host = backendHostFrom(m_backend.text, *m_site);
        choices.apiHost = host ? host->host : QString();
    }
    choices.proxyPath = proxyPathFrom(m_proxyPath.text).value_or(HostChoices::defaultProxyPath());
    return choices;
}

void HostForm::render()
{
    State next;
    next.website = m_choices.website;
    next.nativeApp = m_choices.nativeApp;
    next.extension = m_choices.extension;
    if (m_audienceComplains && !next.website && !next.nativeApp && !next.extension)
        next.audienceProblem = tr("Tick at least one: people have to sign in somewhere.");
    renderSites(next);
    renderBackend(next);
    renderSatellites(next);
    next.proxied = m_choices.clerkAccess == ClerkAccess::Proxy;
    next.proxyPath = m_proxyPath.text;
    if (next.website && next.proxied && m_proxyPath.complains && !proxyPathFrom(m_proxyPath.text))
        next.proxyProblem = LayoutWords::proxyPathProblem();

    const DeployFacts &facts = m_deployment.facts();
    const bool isProvider = !m_providerDomain.isEmpty() || (facts.domain && facts.domain->isProviderDomain);
    const QString domain = isProvider && facts.domain ? facts.domain->name : m_providerDomain;
    const HostLayout layout(choicesNow(), m_site ? m_site->ascii() : domain, isProvider,
                            facts.domain ? facts.domain->proxyUrl : QUrl());
    next.consequences = LayoutWords::consequences(layout);
    next.changes = m_site ? LayoutWords::changes(layout) : QStringList();
    next.picture = LayoutPicture::of(layout);
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

void HostForm::renderSites(State &next) const
{
    next.sites = m_sites.text;
    if (!m_site)
        return;
    const HostList list = siteHostsFrom(m_sites.text, *m_site);
    next.sitesUnderstood = understoodOf(m_sites.text, list);
    if (m_choices.website && m_sites.complains && list.fault)
        next.sitesProblem = LayoutWords::siteProblem(*list.fault, *m_site);
}

void HostForm::renderBackend(State &next) const
{
    next.backend = m_choices.backend;
    next.backendHost = m_backend.text;
    next.asksForBackend = wantsBackendHost() || !m_choices.website;
    if (!m_site || !next.asksForBackend)
        return;
    const auto host = backendHostFrom(m_backend.text, *m_site);
    const bool isMissing = m_backend.text.trimmed().isEmpty();
    if (host && isPlainHttp(m_backend.text))
        next.backendCaution = LayoutWords::plainHttp(host->host);
    if (host)
        next.backendUnderstood
            = DomainWords::understood(m_backend.text, host->host, DomainWords::asPeopleWriteIt(host->host));
    else if (m_backend.complains && (wantsBackendHost() || !isMissing))
        next.backendProblem = LayoutWords::backendProblem(host.error());
}

void HostForm::renderSatellites(State &next) const
{
    next.secondFrontEnd = m_secondFrontEnd;
    next.satellites = m_satellites.text;
    if (!m_site || !m_secondFrontEnd || !m_choices.website)
        return;
    const HostList list = satellitesFrom(m_satellites.text, *m_site);
    next.satellitesUnderstood = understoodOf(m_satellites.text, list);
    if (!m_satellites.complains)
        return;
    if (list.fault)
        next.satellitesProblem = LayoutWords::satelliteProblem(*list.fault, *m_site);
    else if (list.hosts.isEmpty())
        next.satellitesProblem = tr("Type the other domain, such as example.net.");
}

} // namespace golive
