#include "wizard/steps/dnsstate.h"

#include "wizard/displaytext.h"
#include "wizard/dns/dnswords.h"

#include <QUrl>

#include <algorithm>

namespace golive {
namespace {

using Standing = DnsRow::Standing;
using std::chrono::seconds;

constexpr qsizetype longestRemark = 600;
constexpr qsizetype longestAnswer = 300;
constexpr qsizetype mostRemarks = 8;

bool sameName(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

/// Clerk promises the full name; where it is missing, its own word for the row stands below the domain.
QString hostOf(const RecordStatus &status, const DeployFacts &facts)
{
    if (!status.from.isEmpty() || status.key.isEmpty() || !facts.domain)
        return status.from;
    return status.key + QLatin1Char('.') + facts.domain->name;
}

const RecordStatus *statusFor(const QString &host, const DeployFacts &facts)
{
    if (!facts.status)
        return nullptr;
    const auto &all = facts.status->records;
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&](const RecordStatus &each) { return sameName(hostOf(each, facts), host); });
    return found == all.cend() ? nullptr : &*found;
}

RecordView viewFor(const DnsRecord &record, const DnsSituation &situation)
{
    for (const RecordView &view : situation.view.records)
        if (sameName(view.record.host, record.host))
            return view;
    RecordView unknown;
    unknown.record = record;
    return unknown;
}

/// Clerk may call the whole of DNS complete without saying so of each record.
bool seenByClerk(const RecordView &view, const DnsSituation &situation)
{
    if (view.progress == RecordProgress::SeenByClerk)
        return true;
    const RecordStatus *status = statusFor(view.record.host, situation.facts);
    return status ? status->verified : recordsAreSeenByClerk(situation.facts);
}

Standing standingOf(const RecordView &view, bool seen)
{
    if (seen)
        return Standing::Done;
    const DnsWords::Need need = DnsWords::need(view.finding.kind);
    if (need == DnsWords::Need::Correct)
        return Standing::Wrong;
    if (need == DnsWords::Need::Look)
        return Standing::CannotSay;
    switch (view.progress) {
    case RecordProgress::Unknown: return Standing::NotLooked;
    case RecordProgress::NotFound: return need == DnsWords::Need::Wait ? Standing::Settling : Standing::Missing;
    case RecordProgress::AtProvider:
        return view.authoritativeRight < view.authoritativeAsked ? Standing::Settling : Standing::Right;
    case RecordProgress::AtResolvers:
    case RecordProgress::SeenByClerk: return Standing::Right;
    }
    Q_UNREACHABLE();
}

bool isRight(Standing standing)
{
    return standing == Standing::Right || standing == Standing::Done;
}

/// Optional records count only where Clerk requires none at all.
bool counts(const DnsRow &row, const DnsState &state)
{
    return row.required
        || std::none_of(state.rows.cbegin(), state.rows.cend(), [](const DnsRow &each) { return each.required; });
}

int countOf(const DnsState &state, Standing standing)
{
    return static_cast<int>(std::count_if(state.rows.cbegin(), state.rows.cend(), [&](const DnsRow &row) {
        return row.standing == standing && counts(row, state);
    }));
}

/// What is wrong with the whole domain or the network, if anything is.
const RecordView *overallTrouble(const DnsSituation &situation)
{
    const auto &all = situation.view.records;
    const auto found = std::find_if(all.cbegin(), all.cend(), [](const RecordView &view) {
        return DnsWords::need(view.finding.kind) == DnsWords::Need::Look;
    });
    return found == all.cend() ? nullptr : &*found;
}

FindingContext contextOf(const RecordView &view, const DnsSituation &situation)
{
    return FindingContext::of(situation.view, situation.facts.domain ? situation.facts.domain->name : QString(), view);
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
        if (!listed && !status.from.isEmpty() && !status.to.isEmpty())
            records.append({status.from, status.to, status.required});
    }
    return records;
}

DnsState DnsPicture::of(const DnsSituation &situation)
{
    DnsState state;
    const QList<DnsRecord> records = recordsOf(situation.facts);
    for (const DnsRecord &record : records)
        state.rows.append(rowOf(record, situation));
    addSurroundings(state, situation);
    addHeadline(state, situation);
    return state;
}

DnsRow DnsPicture::rowOf(const DnsRecord &record, const DnsSituation &situation)
{
    RecordView view = viewFor(record, situation);
    view.record = record;
    DnsRow row;
    row.host = record.host;
    row.type = QStringLiteral("CNAME");
    row.nameToType = view.nameToType.isEmpty() ? record.host : view.nameToType;
    row.value = record.target;
    row.purpose = DnsWords::purpose(record);
    row.required = record.required;
    row.isNew = situation.cameLater.contains(record.host);
    row.standing = standingOf(view, seenByClerk(view, situation));
    row.word = wordFor(row.standing);
    if (row.standing == Standing::Done)
        view.progress = RecordProgress::SeenByClerk;
    row.reach = DnsWords::reach(view);
    // That Clerk is still to look goes for all of them, and the headline says so.
    const bool ownTrouble = view.finding.kind != DnsFinding::Kind::ClerkHasNotLooked;
    if (ownTrouble && row.standing != Standing::Done && row.standing != Standing::CannotSay) {
        const FindingWords words = DnsWords::finding(view.finding, contextOf(view, situation));
        row.problem = words.problem;
        row.fix = words.fix;
    }
    if (const RecordStatus *status = statusFor(record.host, situation.facts); status && !status->verified) {
        for (const FailureHint &hint : status->hints.first(qMin(status->hints.size(), mostRemarks)))
            row.clerkHints.append(displayText(hint.message.isEmpty() ? hint.code : hint.message, longestRemark));
        row.clerkSaw = displayText(status->actual.join(QStringLiteral(", ")), longestAnswer);
    }
    for (const RecordAnswer &answer : view.answers)
        row.answers.append(answerRow(answer));
    return row;
}

DnsAnswerRow DnsPicture::answerRow(const RecordAnswer &answer)
{
    DnsAnswerRow row;
    row.server = answer.server;
    row.role = answer.role == RecordAnswer::Role::Authoritative ? tr("your provider") : tr("public resolver");
    row.right = answer.answered && answer.right;
    if (!answer.answered)
        row.said = tr("no answer");
    else
        row.said = answer.found.isEmpty() ? tr("nothing there") : displayText(answer.found, longestAnswer);
    if (!answer.askedAt.isValid())
        return row;
    const QString time = DnsWords::clockTime(answer.askedAt);
    //: %1 a time of day, %2 how long a server keeps this answer, such as "40 s"
    row.when = answer.ttl ? tr("%1, kept for %2").arg(time, DnsWords::duration(*answer.ttl)) : time;
    return row;
}

QString DnsPicture::wordFor(DnsRow::Standing standing)
{
    switch (standing) {
    case Standing::NotLooked: return tr("Not checked yet");
    case Standing::Missing: return tr("Not there yet");
    case Standing::Wrong: return tr("Needs correcting");
    case Standing::CannotSay: return tr("Cannot be checked");
    case Standing::Settling: return tr("Spreading");
    case Standing::Right: return tr("Found");
    case Standing::Done: return tr("Clerk sees it");
    }
    Q_UNREACHABLE();
}

void DnsPicture::addSurroundings(DnsState &state, const DnsSituation &situation)
{
    const RecordWatch::View &view = situation.view;
    const auto &domain = situation.facts.domain;
    state.domain = domain ? domain->name : situation.plan.domain;
    if (domain && !situation.plan.domain.isEmpty() && !sameName(domain->name, situation.plan.domain))
        state.domainRemark = tr("You typed %1, and Clerk has filed the domain as %2. These records are for %2.")
                                 .arg(situation.plan.domain, domain->name);
    state.zone = view.zone;
    state.provider = view.provider.name;
    if (QUrl(view.provider.console, QUrl::StrictMode).scheme() == QLatin1String("https"))
        state.providerConsole = view.provider.console;
    if (view.provider.isKnown())
        state.providerLine = tr("The DNS of %1 is with %2.").arg(view.zone, view.provider.name);
    else if (!view.nameServers.isEmpty())
        state.providerLine = tr("The DNS of %1 is on %2.").arg(view.zone, view.nameServers.join(QStringLiteral(", ")));
    state.looking = view.looking;
    state.canCheck = !state.rows.isEmpty() && !recordsAreSeenByClerk(situation.facts);
    state.nextLook = countdown(situation);
    state.clerkLine = clerkLine(situation);
    state.announcement = announcement(situation);
    if (!state.rows.isEmpty())
        state.proxyWarning = proxyWarning(situation);
    for (const DnsRow &row : state.rows) {
        if (!counts(row, state))
            continue;
        ++state.total;
        state.right += isRight(row.standing) ? 1 : 0;
    }
}

void DnsPicture::addHeadline(DnsState &state, const DnsSituation &situation)
{
    if (!situation.facts.production()) {
        state.headline = tr("The records appear here once the production instance exists.");
    } else if (!situation.facts.domain) {
        state.headline = tr("Clerk is still preparing the list of records.");
        state.advice = tr("The production instance is there; its domain follows shortly. Golive asks again by itself.");
    } else if (recordsAreSeenByClerk(situation.facts)) {
        state.tone = DnsState::Tone::Good;
        state.headline = tr("All records are in place, and Clerk sees them.");
        state.advice = tr("Nothing left to do here. Continue with the next step.");
    } else if (const RecordView *trouble = overallTrouble(situation)) {
        const FindingWords words = DnsWords::finding(trouble->finding, contextOf(*trouble, situation));
        state.tone = DnsState::Tone::Trouble;
        state.headline = words.problem;
        state.advice = words.fix;
    } else if (state.rows.isEmpty()) {
        state.headline = tr("Clerk has not listed any records yet.");
        state.advice = tr("Golive asks again by itself.");
    } else if (countOf(state, Standing::NotLooked) == state.total) {
        state.headline = tr("Looking at the DNS of %1…").arg(state.domain);
    } else {
        addCounts(state);
    }
}

void DnsPicture::addCounts(DnsState &state)
{
    if (state.right == state.total) {
        state.tone = DnsState::Tone::Good;
        state.headline = tr("All records are in place. Clerk is checking.");
        state.advice = tr("Nothing to do: this often takes a minute or two. You may leave this step meanwhile.");
        return;
    }
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
    state.headline = sentences.join(QLatin1Char(' '));
    state.tone = wrong + missing > 0 ? DnsState::Tone::YourTurn : DnsState::Tone::Waiting;
    if (missing > 0)
        state.advice = state.provider.isEmpty()
            ? tr("Add them where the DNS of your domain is managed. Golive sees by itself when they are there.")
            : tr("Add them at %1. Golive sees by itself when they are there.").arg(state.provider);
    else if (wrong > 0)
        state.advice = tr("What to change stands beside it. Clerk is asked to look as soon as all are right.");
}

QString DnsPicture::stillMissing(int missing, int total)
{
    if (missing < total)
        return tr("Waiting for you to add %n more.", nullptr, missing);
    return missing == 1 ? tr("Waiting for you to add one record.")
                        : tr("Waiting for you to add %n records.", nullptr, missing);
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
        const QString what = tr("Clerk could not be asked at %1: %2")
                                 .arg(DnsWords::clockTime(*situation.clerkFailed), situation.clerkFailure);
        return situation.nextQuestion
            ? what + QLatin1Char(' ') + tr("Trying again in %1.").arg(DnsWords::duration(*situation.nextQuestion))
            : what;
    }
    if (!situation.clerkAsked)
        return {};
    const QString asked = tr("Clerk was asked to look at %1.").arg(DnsWords::clockTime(*situation.clerkAsked));
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

QString DnsPicture::proxyWarning(const DnsSituation &situation)
{
    if (recordsAreSeenByClerk(situation.facts))
        return {};
    if (isOnCloudflare(situation.view))
        return tr("Set every record to “DNS only” (grey cloud). Clerk cannot see one behind the orange cloud.");
    return tr("If your provider offers a proxy for a record, leave it off for all of these.");
}

} // namespace golive
