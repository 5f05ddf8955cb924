#include "wizard/steps/dnsheadline.h"

#include "wizard/dns/delay.h"
#include "wizard/dns/dnswords.h"
#include "wizard/dns/findingthemes.h"
#include "wizard/steps/dnsrows.h"

#include <algorithm>

namespace golive {
namespace {

using Kind = DnsFinding::Kind;
using Severity = DnsFinding::Severity;
using Standing = DnsRow::Standing;
using Tone = DnsState::Tone;

int countOf(const DnsState &state, Standing standing)
{
    return static_cast<int>(std::count_if(state.rows.cbegin(), state.rows.cend(), [&](const DnsRow &row) {
        return row.standing == standing && DnsRows::counts(row, state.rows);
    }));
}

FindingContext contextOf(const DnsSituation &situation)
{
    const auto &domain = situation.facts.domain;
    return FindingContext::of(situation.view, domain ? domain->name : situation.plan.domain);
}

FindingWords wordsOf(const DnsFinding &finding, const DnsSituation &situation)
{
    const QDateTime end = endOfWait(finding, {}, situation.view.lastLooked);
    return DnsWords::finding(asOf(situation.now, finding, end), contextOf(situation));
}

/// The provider's page has a button of its own.
std::optional<FindingLink> linkOf(const FindingWords &words, const DnsSituation &situation)
{
    const bool isConsole = words.link && words.link->address.toString() == contextOf(situation).console;
    return isConsole ? std::nullopt : words.link;
}

bool isAboutCertificates(const DnsFinding &finding)
{
    return !certificateWords(finding, {}).problem.isEmpty();
}

bool hasErrors(const DnsState &state)
{
    return std::any_of(state.cards.cbegin(), state.cards.cend(),
                       [](const DnsCard &card) { return card.severity == Severity::Error; });
}

} // namespace

std::optional<DnsFinding> DnsHeadline::silencing(const DnsSituation &situation)
{
    if (recordsAreSeenByClerk(situation.facts))
        return std::nullopt;
    for (const DnsFinding &finding : situation.view.findings)
        if (silencesRecords(finding.kind))
            return finding;
    for (const RecordView &record : situation.view.records)
        if (silencesRecords(record.finding.kind))
            return record.finding;
    return std::nullopt;
}

void DnsHeadline::addTo(DnsState &state, const DnsSituation &situation)
{
    for (const DnsRow &row : state.rows) {
        if (!DnsRows::counts(row, state.rows))
            continue;
        ++state.total;
        state.right += DnsRows::isRight(row.standing) ? 1 : 0;
    }
    state.showsRecords = !state.rows.isEmpty();
    if (situation.facts.domain)
        addFurtherFindings(state, situation);
    addWords(state, situation);
}

/// Right after the creation Clerk may not list it yet; later it has been removed.
void DnsHeadline::addMissingDomain(DnsState &state, const DeployFacts &facts)
{
    if (facts.vanishedDomain.isEmpty()) {
        state.headline = tr("Clerk is still preparing the list of records.");
        state.advice = tr("The production instance is there; its domain follows shortly, and Golive asks again by "
                          "itself. Does that take more than a minute? Then the domain may have been removed: look "
                          "under Domains in Clerk’s Dashboard.");
    } else {
        state.tone = Tone::Trouble;
        state.headline = tr("Clerk does not list %1 any more.").arg(facts.vanishedDomain);
        state.advice = tr("It was removed in Clerk’s Dashboard, or this key may not see it any more. Without a domain "
                          "nobody can sign in. Add it there again, under Domains, or ask whoever removed it. Golive "
                          "goes on as soon as Clerk lists it.");
    }
    state.link = DnsPicture::domainsPage(facts);
}

void DnsHeadline::addWords(DnsState &state, const DnsSituation &situation)
{
    if (!situation.facts.production()) {
        state.headline = tr("The records appear here once the production instance exists.");
    } else if (!situation.facts.domain) {
        addMissingDomain(state, situation.facts);
    } else if (recordsAreSeenByClerk(situation.facts)) {
        state.headline = tr("All records are in place, and Clerk sees them.");
        state.tone = hasErrors(state) ? Tone::YourTurn : Tone::Good;
        state.advice = hasErrors(state) ? tr("Something else still needs you; it stands below.")
                                        : tr("Nothing left to do here. Continue with the next step.");
    } else if (const std::optional<DnsFinding> trouble = silencing(situation)) {
        addTrouble(state, *trouble, situation);
    } else if (state.rows.isEmpty()) {
        state.headline = tr("Clerk has not listed any records yet.");
        state.advice = tr("Golive asks again by itself.");
    } else if (countOf(state, Standing::NotLooked) == state.total) {
        state.headline = tr("Looking at the DNS of %1…").arg(state.domain);
    } else {
        addCounts(state);
        addDelay(state, situation);
    }
}

void DnsHeadline::addDelay(DnsState &state, const DnsSituation &situation)
{
    const std::optional<DnsDelay> delay = DnsDelay::longest(situation.view, situation.now);
    if (!delay)
        return;
    if (delay->kind() != Kind::ServersChanged) // that one has a card of its own
        state.waitLine = delay->words(situation.now);
    if (state.tone == Tone::Good)
        state.advice = tr("Nothing to do: Clerk sees them at the latest when the old answers are forgotten. You may "
                          "leave this step meanwhile.");
}

void DnsHeadline::addTrouble(DnsState &state, const DnsFinding &finding, const DnsSituation &situation)
{
    const FindingWords words = wordsOf(finding, situation);
    state.tone = Tone::Trouble;
    state.headline = words.problem;
    state.advice = words.fix;
    state.link = linkOf(words, situation);
    state.silenced = true;
    const bool isNobodysOwn = finding.kind == Kind::NotRegistered || finding.kind == Kind::HostingDomain;
    state.showsRecords = state.showsRecords && !isNobodysOwn;
    if (state.showsRecords)
        state.silence = tr("While that lasts, nothing can be said about single records.");
}

void DnsHeadline::addAllRight(DnsState &state)
{
    if (hasErrors(state)) {
        state.tone = Tone::YourTurn;
        state.headline = tr("All records are in place.");
        state.advice = tr("Something else still needs you; it stands below.");
        return;
    }
    state.tone = Tone::Good;
    state.headline = tr("All records are in place. Clerk is checking.");
    state.advice = tr("Nothing to do: this often takes a minute or two. You may leave this step meanwhile.");
}

/// How many records are right and how many are not, in sentences.
QString DnsHeadline::counted(const DnsState &state)
{
    const int wrong = countOf(state, Standing::Wrong);
    const int missing = countOf(state, Standing::Missing);
    QStringList sentences;
    if (missing < state.total)
        sentences.append(tr("%1 of %2 records are right.").arg(state.right).arg(state.total));
    if (wrong > 0)
        sentences.append(wrong == 1 ? tr("One needs correcting.") : tr("%n need correcting.", nullptr, wrong));
    if (missing > 0)
        sentences.append(stillMissing(missing, state.total));
    if (const int settling = countOf(state, Standing::Settling); settling > 0)
        sentences.append(settling == 1 ? tr("One is still spreading.")
                                       : tr("%n are still spreading.", nullptr, settling));
    return sentences.join(QLatin1Char(' '));
}

void DnsHeadline::addCounts(DnsState &state)
{
    if (state.right == state.total) {
        addAllRight(state);
        return;
    }
    const int wrong = countOf(state, Standing::Wrong);
    const int missing = countOf(state, Standing::Missing);
    state.headline = counted(state);
    state.awaitsCorrection = wrong > 0 && missing == 0;
    state.tone = wrong + missing > 0 ? Tone::YourTurn : Tone::Waiting;
    if (missing > 0 && wrong > 0)
        state.advice = tr("What to add or change stands beside each. Golive sees by itself when it is right.");
    else if (missing > 0)
        state.advice = addThemWhere(state);
    else if (wrong > 0)
        state.advice = tr("What to change stands beside it. Clerk is asked to look as soon as all are right.");
}

QString DnsHeadline::stillMissing(int missing, int total)
{
    if (missing < total)
        return tr("Waiting for you to add %n more.", nullptr, missing);
    return missing == 1 ? tr("Waiting for you to add one record.")
                        : tr("Waiting for you to add %n records.", nullptr, missing);
}

QString DnsHeadline::addThemWhere(const DnsState &state)
{
    return state.provider.isEmpty()
        ? tr("Add them where the DNS of your domain is managed. Golive sees by itself when they are there.")
        : tr("Add them at %1. Golive sees by itself when they are there.").arg(state.provider);
}

/// The one that silences the records is the headline. Where Clerk sees all records, what this network
/// or the zone look like from here no longer matters, but a certificate still does.
void DnsHeadline::addFurtherFindings(DnsState &state, const DnsSituation &situation)
{
    const bool clerkSees = recordsAreSeenByClerk(situation.facts);
    const std::optional<DnsFinding> headline = silencing(situation);
    for (const DnsFinding &finding : situation.view.findings) {
        if ((headline && *headline == finding) || (clerkSees && !isAboutCertificates(finding)))
            continue;
        const FindingWords words = wordsOf(finding, situation);
        if (severityOf(finding.kind) == Severity::Info)
            state.remarks.append(words.problem + QLatin1Char(' ') + words.fix);
        else
            state.cards.append({catalogueId(finding.kind), severityOf(finding.kind), words.problem, words.fix,
                                linkOf(words, situation)});
    }
}

} // namespace golive
