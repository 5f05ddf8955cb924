#include "wizard/steps/dnsrows.h"

#include "wizard/displaytext.h"
#include "wizard/dns/delay.h"
#include "wizard/dns/dnswords.h"

#include <algorithm>

namespace golive {
namespace {

using Kind = DnsFinding::Kind;
using Need = DnsWords::Need;
using Standing = DnsRow::Standing;

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
        if (sameName(view.record.host, record.host)) {
            RecordView known = view;
            known.record = record;
            return known;
        }
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

/// Only some hosts need a certificate, and Clerk lists which.
bool waitsForCertificate(const QString &host, const DeployFacts &facts)
{
    if (!facts.status || facts.status->complete)
        return false;
    const auto &hosts = facts.status->sslHosts;
    return std::any_of(hosts.keyValueBegin(), hosts.keyValueEnd(),
                       [&](const auto &each) { return sameName(each.first, host) && !each.second.isDone(); });
}

Standing standingOf(const RecordView &view, bool silenced)
{
    const Need need = DnsWords::need(view.finding.kind);
    if (silenced || need == Need::Look)
        return Standing::CannotSay;
    if (need == Need::Correct)
        return Standing::Wrong;
    switch (view.progress) {
    case RecordProgress::Unknown: return Standing::NotLooked;
    case RecordProgress::NotFound: return need == Need::Wait ? Standing::Settling : Standing::Missing;
    case RecordProgress::AtProvider:
        return view.authoritativeRight < view.authoritativeAsked ? Standing::Settling : Standing::AtProvider;
    case RecordProgress::AtResolvers: return Standing::Public;
    case RecordProgress::SeenByClerk: return Standing::SeenByClerk;
    }
    Q_UNREACHABLE();
}

/// Worth showing character by character, where the texts are alike.
bool isAboutTheValue(Kind kind)
{
    return kind == Kind::Typo || kind == Kind::WrongTarget || kind == Kind::TargetGotZone;
}

} // namespace

DnsRow DnsRows::rowOf(const DnsRecord &record, const DnsSituation &situation, bool silenced)
{
    RecordView view = viewFor(record, situation);
    DnsRow row;
    row.host = record.host;
    row.type = QStringLiteral("CNAME");
    row.nameToType = view.nameToType.isEmpty() ? record.host : view.nameToType;
    row.shortName = view.relativeNameToType;
    row.fullName = view.fullNameToType.isEmpty() ? record.host : view.fullNameToType;
    row.value = view.valueToType.isEmpty() ? record.target : view.valueToType;
    row.purpose = DnsWords::purpose(record);
    row.required = record.required;
    row.isNew = situation.cameLater.contains(record.host);
    if (seenByClerk(view, situation)) {
        view.progress = RecordProgress::SeenByClerk;
        row.standing = waitsForCertificate(record.host, situation.facts) ? Standing::SeenByClerk : Standing::Done;
    } else {
        row.standing = standingOf(view, silenced);
    }
    row.word = wordFor(row.standing);
    row.reach = DnsWords::reach(view);
    if (row.standing < Standing::SeenByClerk && row.standing != Standing::CannotSay)
        addDiagnosis(row, view, situation);
    addClerksView(row, situation);
    for (const RecordAnswer &answer : view.answers)
        row.answers.append(answerRow(answer));
    return row;
}

void DnsRows::addDiagnosis(DnsRow &row, const RecordView &view, const DnsSituation &situation)
{
    if (view.finding.kind == Kind::ClerkHasNotLooked)
        return; // it goes for all of them, and the headline says so
    const QString domain = situation.facts.domain ? situation.facts.domain->name : QString();
    const FindingContext context = FindingContext::of(situation.view, domain, view);
    const QDateTime end = endOfWait(view.finding, view.answers, situation.view.lastLooked);
    const FindingWords words = DnsWords::finding(asOf(situation.now, view.finding, end), context);
    row.problem = words.problem;
    row.fix = words.fix;
    if (words.link && words.link->address.toString() != context.console)
        row.link = words.link;
    if (isAboutTheValue(view.finding.kind))
        row.difference = align(view.record.target, displayText(view.finding.seen, longestAnswer));
}

void DnsRows::addClerksView(DnsRow &row, const DnsSituation &situation)
{
    const RecordStatus *status = statusFor(row.host, situation.facts);
    if (!status || status->verified)
        return;
    for (const FailureHint &hint : status->hints.first(std::min(status->hints.size(), mostRemarks)))
        row.clerkHints.append(displayText(hint.message.isEmpty() ? hint.code : hint.message, longestRemark));
    row.clerkSaw = displayText(status->actual.join(QStringLiteral(", ")), longestAnswer);
}

DnsAnswerRow DnsRows::answerRow(const RecordAnswer &answer)
{
    DnsAnswerRow row;
    row.server = displayText(answer.server, longestAnswer);
    switch (answer.role) {
    case RecordAnswer::Role::Authoritative: row.role = tr("your provider"); break;
    case RecordAnswer::Role::Resolver: row.role = tr("public resolver"); break;
    case RecordAnswer::Role::System: row.role = tr("this computer"); break;
    }
    row.right = answer.answered && answer.right;
    row.askedAt = answer.askedAt;
    row.ttl = answer.ttl;
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

QString DnsRows::wordFor(DnsRow::Standing standing)
{
    switch (standing) {
    case Standing::NotLooked: return tr("Not checked yet");
    case Standing::Missing: return tr("Not there yet");
    case Standing::Wrong: return tr("Needs correcting");
    case Standing::CannotSay: return tr("Cannot tell");
    case Standing::Settling: return tr("Spreading");
    case Standing::AtProvider: return tr("At the provider");
    case Standing::Public: return tr("Seen publicly");
    case Standing::SeenByClerk: return tr("Seen by Clerk");
    case Standing::Done: return tr("Done");
    }
    Q_UNREACHABLE();
}

bool DnsRows::isRight(DnsRow::Standing standing)
{
    return standing >= Standing::AtProvider;
}

bool DnsRows::counts(const DnsRow &row, const QList<DnsRow> &all)
{
    return row.required || std::none_of(all.cbegin(), all.cend(), [](const DnsRow &each) { return each.required; });
}

} // namespace golive
