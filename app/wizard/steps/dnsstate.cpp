#include "wizard/steps/dnsstate.h"

#include "model/publicsuffix.h"
#include "wizard/displaytext.h"
#include "wizard/dns/dnswords.h"
#include "wizard/steps/dnsheadline.h"
#include "wizard/steps/dnsrows.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace golive {
namespace {

using std::chrono::seconds;

constexpr qsizetype longestForeignHost = 60;

bool sameName(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace

QList<DnsRecord> recordsOf(const DeployFacts &facts)
{
    if (!facts.domain)
        return {};
    QList<DnsRecord> records = facts.domain->records;
    if (!facts.status)
        return records;
    for (const RecordStatus &status : facts.status->records) {
        const bool listed = std::any_of(records.cbegin(), records.cend(),
                                        [&](const DnsRecord &record) { return sameName(record.host, status.from); });
        if (!listed && !status.to.isEmpty() && hasSameOwner(status.from, facts.domain->name))
            records.append({status.from, status.to, status.required});
    }
    return records;
}

DnsState DnsPicture::of(const DnsSituation &situation)
{
    DnsState state;
    const bool silenced = DnsHeadline::silencing(situation).has_value();
    const QList<DnsRecord> records = recordsOf(situation.facts);
    for (const DnsRecord &record : records)
        state.rows.append(DnsRows::rowOf(record, situation, silenced));
    addProvider(state, situation.view);
    addDomainConnect(state, situation);
    addSurroundings(state, situation);
    DnsHeadline::addTo(state, situation);
    return state;
}

void DnsPicture::addProvider(DnsState &state, const RecordWatch::View &view)
{
    state.zone = view.zone;
    state.provider = providerNameOf(view);
    state.providerConsole = consoleOf(view);
    if (!state.provider.isEmpty())
        state.providerLine = tr("The DNS of %1 is with %2.").arg(view.zone, state.provider);
    else if (!view.nameServers.isEmpty())
        state.providerLine = tr("The DNS of %1 is on %2.").arg(view.zone, view.nameServers.join(QStringLiteral(", ")));
    state.providerGuide = safeAddress(view.provider.docs);
    state.noZoneFile = reasonAgainstZoneFile(state, view.provider);
    addProviderNotes(state, view);
}

QString DnsPicture::reasonAgainstZoneFile(const DnsState &state, const DnsProvider &provider)
{
    if (provider.takesZoneFile())
        return {};
    if (provider.zoneFileImport == DnsProvider::ZoneFileImport::None)
        return tr("There is no zone file here because the website of %1 cannot import one.").arg(state.provider);
    return tr("There is no zone file here because importing it at %1 would replace all records the domain has.")
        .arg(state.provider);
}

/// A link that sets the records would have to be signed by Clerk, so only Clerk's own page has one.
void DnsPicture::addDomainConnect(DnsState &state, const DnsSituation &situation)
{
    if (!situation.view.domainConnect.supportsClerk || recordsAreSeenByClerk(situation.facts))
        return;
    state.domainPage = domainsPage(situation.facts);
    if (!state.domainPage)
        return;
    state.connectLine = tr("Your provider may be able to add the records for you. Clerk’s page for the domain offers "
                           "that where it is.");
}

std::optional<FindingLink> DnsPicture::domainsPage(const DeployFacts &facts)
{
    static const QRegularExpression id(QStringLiteral("^[A-Za-z0-9_]{1,80}$"));
    const auto instance = facts.production();
    if (!instance || !facts.application || !id.match(facts.application->id).hasMatch()
        || !id.match(instance->id).hasMatch())
        return std::nullopt;
    return FindingLink {tr("Open Clerk’s page for the domain"),
                        QUrl(QStringLiteral("https://dashboard.clerk.com/apps/%1/instances/%2/domains")
                                 .arg(facts.application->id, instance->id))};
}

/// What its page for records does differently.
void DnsPicture::addProviderNotes(DnsState &state, const RecordWatch::View &view)
{
    const DnsProvider &provider = view.provider;
    if (provider.isAmbiguous())
        state.providerNotes.append(tr("These servers are used by more than one provider: %1.")
                                       .arg(provider.candidates.join(QStringLiteral(", "))));
    if (provider.targetDot)
        state.providerNotes.append(tr("The dot at the end of a value belongs to it."));
    if (provider.subdomainFirst)
        state.providerNotes.append(tr("Create the subdomain of each name first; then it can have a record."));
    if (provider.refusesUnderscore)
        state.providerNotes.append(tr("Its page sometimes refuses names with “_”. Its support can add them."));
    state.providerNotes.append(proxyNote(view));
}

void DnsPicture::addSurroundings(DnsState &state, const DnsSituation &situation)
{
    const auto &domain = situation.facts.domain;
    state.domain = domain ? domain->name : situation.plan.domain;
    if (domain && !situation.plan.domain.isEmpty() && !sameName(domain->name, situation.plan.domain))
        state.domainRemark = tr("You typed %1, and Clerk has filed the domain as %2. These records are for %2.")
                                 .arg(situation.plan.domain, domain->name);
    state.foreignRecords = foreignRecords(situation.facts);
    state.looking = situation.view.looking;
    state.canCheck = !state.rows.isEmpty() && !recordsAreSeenByClerk(situation.facts);
    state.nextLook = countdown(situation);
    state.clerkLine = clerkLine(situation);
    state.announcement = announcement(situation);
}

/// Whoever runs them may mean well, or Clerk's answer has been tampered with: that is for Clerk to say.
QString DnsPicture::foreignRecords(const DeployFacts &facts)
{
    if (!facts.domain)
        return {};
    QStringList hosts = facts.domain->foreignHosts;
    if (facts.status)
        for (const RecordStatus &status : facts.status->records)
            if (!status.from.isEmpty() && !hasSameOwner(status.from, facts.domain->name))
                hosts.append(status.from);
    hosts.removeDuplicates();
    if (hosts.isEmpty())
        return {};
    const QString first = displayText(hosts.constFirst(), longestForeignHost);
    const QString others = hosts.size() == 1
        ? tr("Clerk also lists a record for %1, which is not within %2.").arg(first, facts.domain->name)
        : tr("Clerk also lists %n records for names that are not within %2. The first is %1.", nullptr,
             static_cast<int>(hosts.size()))
              .arg(first, facts.domain->name);
    return others + QLatin1Char(' ')
        + tr("Golive leaves out what would change another domain than yours. Ask Clerk’s support what it is for, "
             "before anybody adds it.");
}

QString DnsPicture::countdown(const DnsSituation &situation)
{
    const RecordWatch::View &view = situation.view;
    if (recordsAreSeenByClerk(situation.facts))
        return {};
    if (view.looking)
        return tr("Looking now…");
    if (!view.lastLooked.isValid())
        return {};
    if (!view.nextLook)
        return recordsAreSeenByClerk(situation.facts)
            ? QString()
            : tr("Last looked at %1.").arg(DnsWords::clockTime(view.lastLooked));
    const seconds passed(view.lastLooked.secsTo(situation.now));
    const seconds left = std::min(*view.nextLook - passed, *view.nextLook);
    return left <= seconds(0) ? tr("Looking again now…") : tr("Next look in %1.").arg(DnsWords::duration(left));
}

QString DnsPicture::clerkLine(const DnsSituation &situation)
{
    if (recordsAreSeenByClerk(situation.facts))
        return {};
    if (situation.clerkFailed) {
        const QString when = DnsWords::clockTime(*situation.clerkFailed);
        const QString what = situation.clerkFailure.isEmpty()
            ? tr("Clerk could not be asked at %1.").arg(when)
            : tr("Clerk could not be asked at %1: %2").arg(when, situation.clerkFailure);
        return situation.nextQuestion
            ? what + QLatin1Char(' ') + tr("Trying again in %1.").arg(DnsWords::duration(*situation.nextQuestion))
            : what;
    }
    if (!situation.clerkAsked)
        return {};
    const QString asked = situation.clerkLooked
        ? tr("Clerk last looked at %1.").arg(DnsWords::clockTime(*situation.clerkLooked))
        : tr("Clerk was asked to look at %1.").arg(DnsWords::clockTime(*situation.clerkAsked));
    return situation.nextQuestion
        ? asked + QLatin1Char(' ') + tr("Its answer is read in %1.").arg(DnsWords::duration(*situation.nextQuestion))
        : asked;
}

QString DnsPicture::announcement(const DnsSituation &situation)
{
    if (situation.cameLater.isEmpty())
        return {};
    const auto &moments = situation.cameLater;
    const QString since = DnsWords::clockTime(*std::min_element(moments.cbegin(), moments.cend()));
    return moments.size() == 1
        ? tr("Clerk asks for one more record since %1.").arg(since)
        : tr("Clerk asks for %n more records since %1.", nullptr, static_cast<int>(moments.size())).arg(since);
}

QString DnsPicture::proxyNote(const RecordWatch::View &view)
{
    if (isOnCloudflare(view))
        return tr("Set every record to “DNS only” (grey cloud). Clerk cannot see one behind the orange cloud.");
    return tr("If your provider offers a proxy for a record, leave it off for all of these.");
}

} // namespace golive
