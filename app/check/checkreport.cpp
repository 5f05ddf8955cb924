#include "check/checkreport.h"

#include "wizard/dns/dnswords.h"

#include <algorithm>

namespace golive {
namespace {

using Severity = DnsFinding::Severity;

QString wordOf(Severity severity)
{
    switch (severity) {
    case Severity::Error: return QStringLiteral("error");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Info: return QStringLiteral("info");
    }
    Q_UNREACHABLE();
}

QString scopeFor(const DnsFinding &finding, const QString &host)
{
    switch (scopeOf(finding.kind)) {
    case DnsFinding::Scope::Network: return QStringLiteral("network");
    case DnsFinding::Scope::Zone: return QStringLiteral("zone");
    case DnsFinding::Scope::Record: break;
    }
    if (!host.isEmpty())
        return host;
    return finding.host.isEmpty() ? QStringLiteral("zone") : finding.host;
}

QString stateOf(const RecordView &record)
{
    switch (record.progress) {
    case RecordProgress::Unknown: break;
    case RecordProgress::NotFound: return QStringLiteral("not_found");
    case RecordProgress::AtProvider:
        return record.authoritativeRight < record.authoritativeAsked ? QStringLiteral("partly_found")
                                                                     : QStringLiteral("found");
    case RecordProgress::AtResolvers:
    case RecordProgress::SeenByClerk: return QStringLiteral("seen");
    }
    return QStringLiteral("unknown");
}

bool isRightState(const QString &state)
{
    return state == QLatin1String("found") || state == QLatin1String("seen");
}

ReportedFinding told(const DnsFinding &finding, const QString &host, const FindingContext &context)
{
    const FindingWords words = DnsWords::finding(finding, context);
    return {catalogueId(finding.kind),
            wordOf(severityOf(finding.kind)),
            scopeFor(finding, host),
            words.problem,
            words.fix,
            words.link ? words.link->address.toString() : QString()};
}

ReportedRecord told(const RecordView &record)
{
    ReportedRecord reported;
    reported.host = record.record.host;
    reported.nameToType = record.nameToType;
    reported.expected = record.record.target;
    reported.valueToType = record.valueToType.isEmpty() ? record.record.target : record.valueToType;
    reported.state = stateOf(record);
    reported.reach = DnsWords::reach(record);
    reported.finding = catalogueId(record.finding.kind);
    for (const RecordAnswer &answer : record.answers) {
        if (answer.role == RecordAnswer::Role::Authoritative)
            reported.authoritative.append(answer);
        if (answer.role == RecordAnswer::Role::Resolver)
            reported.resolvers.append(answer);
    }
    return reported;
}

/// What silences the records is the finding of each of them, and is told once.
void add(CheckReport &report, const ReportedFinding &finding)
{
    if (!finding.id.isEmpty() && !report.findings.contains(finding))
        report.findings.append(finding);
}

int rankOf(const ReportedFinding &finding)
{
    if (finding.severity == QLatin1String("error"))
        return 0;
    return finding.severity == QLatin1String("warning") ? 1 : 2;
}

} // namespace

bool ReportedRecord::isRight() const
{
    return isRightState(state);
}

bool isAllRight(const RecordWatch::View &view)
{
    return view.allPublished && std::all_of(view.records.cbegin(), view.records.cend(), [](const RecordView &each) {
               return isRightState(stateOf(each));
           });
}

CheckReport reportOf(const CheckedDomain &checked)
{
    const RecordWatch::View &view = checked.view;
    CheckReport report;
    report.domain = checked.domain;
    report.zone = view.zone;
    report.provider = view.provider.name;
    report.nameServers = view.nameServers;
    report.allRight = isAllRight(view);
    report.questions = checked.questions;
    report.took = checked.took;
    const FindingContext whole = FindingContext::of(view, checked.domain);
    for (const DnsFinding &finding : view.findings)
        add(report, told(finding, {}, whole));
    for (const RecordView &record : view.records) {
        report.records.append(told(record));
        const bool ofTheRecord = scopeOf(record.finding.kind) == DnsFinding::Scope::Record;
        add(report,
            told(record.finding, record.record.host,
                 ofTheRecord ? FindingContext::of(view, checked.domain, record) : whole));
    }
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const ReportedFinding &a, const ReportedFinding &b) { return rankOf(a) < rankOf(b); });
    return report;
}

} // namespace golive
