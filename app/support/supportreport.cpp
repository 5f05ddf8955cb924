#include "support/supportreport.h"

#include "support/redactor.h"

namespace golive {
namespace {

constexpr int nameWidth = 22;
constexpr qsizetype longestValue = 300;

QString timeOf(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QStringLiteral("-");
}

/// What a server said may hold anything, line ends among it.
QString oneLine(QString text)
{
    for (QChar &each : text)
        if (!each.isPrint())
            each = QLatin1Char(' ');
    return text.size() > longestValue ? text.left(longestValue) + QChar(0x2026) : text;
}

class Writer
{
public:
    void title(const QString &text) { m_text += QLatin1Char('\n') + text.toUpper() + QLatin1Char('\n'); }
    void line(const QString &text) { m_text += QStringLiteral("  ") + oneLine(text) + QLatin1Char('\n'); }
    void pair(const QString &name, const QString &value)
    {
        line(oneLine(name).leftJustified(nameWidth) + QLatin1Char(' ')
             + (value.isEmpty() ? QStringLiteral("-") : value));
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

QString wordFor(ComponentState state)
{
    switch (state) {
    case ComponentState::NotStarted: return QStringLiteral("not started");
    case ComponentState::InProgress: return QStringLiteral("in progress");
    case ComponentState::Complete: return QStringLiteral("complete");
    case ComponentState::Failed: return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

QString wordFor(ProviderState state)
{
    switch (state) {
    case ProviderState::NeedsCredentials: return QStringLiteral("credentials missing");
    case ProviderState::Configured: return QStringLiteral("configured");
    case ProviderState::NeedsDashboard: return QStringLiteral("only in the Dashboard");
    }
    Q_UNREACHABLE();
}

QString wordFor(DeployPlan::Settings settings)
{
    switch (settings) {
    case DeployPlan::Settings::Undecided: return QStringLiteral("undecided");
    case DeployPlan::Settings::CloneDevelopment: return QStringLiteral("cloned from development");
    case DeployPlan::Settings::ClerkDefaults: return QStringLiteral("Clerk's defaults");
    }
    Q_UNREACHABLE();
}

QString yesOrNo(bool is)
{
    return is ? QStringLiteral("yes") : QStringLiteral("no");
}

void writeDeployment(Writer &out, const SupportFacts &facts)
{
    out.title(QStringLiteral("Deployment"));
    out.pair(QStringLiteral("Clerk"), facts.clerkHost);
    out.pair(QStringLiteral("Step on the screen"), facts.step);
    if (!facts.entry) {
        out.line(QStringLiteral("No application is open."));
        return;
    }
    const JournalEntry &entry = *facts.entry;
    const auto development = facts.facts.development();
    const auto production = facts.facts.production();
    out.pair(QStringLiteral("Application"), entry.plan.applicationId);
    out.pair(QStringLiteral("Development"), development ? development->id : QString());
    out.pair(QStringLiteral("Production"), production ? production->id : entry.productionInstanceId);
    out.pair(QStringLiteral("Publishable key"), production ? production->publishableKey : QString());
    out.pair(QStringLiteral("Settings"), wordFor(entry.plan.settings));
    out.pair(QStringLiteral("Domain chosen"), entry.plan.domain);
    out.pair(QStringLiteral("Domain at Clerk"), facts.facts.domain ? facts.facts.domain->name : QString());
    out.pair(QStringLiteral("Frontend API"),
             facts.facts.domain ? facts.facts.domain->frontendApiUrl.toString() : QString());
    out.pair(QStringLiteral("Proxy"), facts.facts.domain ? facts.facts.domain->proxyUrl.toString() : QString());
    out.pair(QStringLiteral("Begun"), timeOf(entry.startedAt));
    out.pair(QStringLiteral("Creation attempted"), timeOf(entry.creationAttemptedAt));
    if (facts.facts.secretKeyUnseen)
        out.pair(QStringLiteral("Password store"), QStringLiteral("could not be looked at"));
    out.pair(QStringLiteral("Secret key kept"),
             facts.facts.secretKeyKept || facts.facts.secretKeyUnseen ? timeOf(entry.secretKeyKeptAt)
                                                                      : QStringLiteral("no"));
    out.pair(QStringLiteral("Finished"), yesOrNo(entry.finished));
    out.pair(QStringLiteral("Trace ids"), entry.traceIds.join(QLatin1Char(' ')));
}

void writeProviders(Writer &out, const SupportFacts &facts)
{
    out.title(QStringLiteral("Sign-in providers"));
    if (!facts.facts.providersKnown)
        out.line(QStringLiteral("Not read yet."));
    for (auto each = facts.facts.providers.cbegin(); each != facts.facts.providers.cend(); ++each)
        out.pair(each.key(), wordFor(each.value()));
    if (facts.entry && !facts.entry->plan.skippedProviders.isEmpty())
        out.pair(QStringLiteral("Left out on purpose"), facts.entry->plan.skippedProviders.join(QStringLiteral(", ")));
}

void writeComponent(Writer &out, const QString &name, const Component &component)
{
    out.pair(name, wordFor(component.state) + (component.required ? QString() : QStringLiteral(", not required")));
    for (const FailureHint &hint : component.hints)
        out.pair(QString(), QStringLiteral("%1: %2").arg(hint.code, hint.message));
}

void writeStatus(Writer &out, const SupportFacts &facts)
{
    out.title(QStringLiteral("Clerk's status of the domain"));
    if (!facts.facts.status) {
        out.line(QStringLiteral("Not read yet."));
        return;
    }
    const DomainStatus &status = *facts.facts.status;
    out.pair(QStringLiteral("Complete"), yesOrNo(status.complete));
    writeComponent(out, QStringLiteral("DNS"), status.dns);
    writeComponent(out, QStringLiteral("Certificate"), status.ssl);
    for (auto each = status.sslHosts.cbegin(); each != status.sslHosts.cend(); ++each)
        writeComponent(out, each.key(), each.value());
    if (status.mail)
        writeComponent(out, QStringLiteral("Mail"), *status.mail);
    if (status.proxy)
        writeComponent(out, QStringLiteral("Proxy"), *status.proxy);
    out.pair(QStringLiteral("Clerk last looked"), status.lastRunAt ? timeOf(*status.lastRunAt) : QString());
    for (const RecordStatus &record : status.records) {
        out.line(QStringLiteral("%1 CNAME %2").arg(record.from, record.to));
        out.pair(
            QString(),
            QStringLiteral("verified: %1; Clerk found: %2")
                .arg(yesOrNo(record.verified),
                     record.actual.isEmpty() ? QStringLiteral("nothing") : record.actual.join(QStringLiteral(", "))));
        for (const FailureHint &hint : record.hints)
            out.pair(QString(), QStringLiteral("%1: %2").arg(hint.code, hint.message));
    }
}

void writeCalls(Writer &out, const QList<CallNote> &calls)
{
    out.title(QStringLiteral("Calls to Clerk in this run, at most the latest %1").arg(CallLog::most));
    if (calls.isEmpty())
        out.line(QStringLiteral("None."));
    for (const CallNote &call : calls) {
        QStringList parts {timeOf(call.at), QString::fromLatin1(call.method), call.target,
                           call.status == 0 ? QStringLiteral("no answer") : QString::number(call.status),
                           QStringLiteral("%1 ms").arg(call.took.count())};
        if (!call.trouble.isEmpty())
            parts.append(call.trouble);
        if (!call.traceId.isEmpty())
            parts.append(QStringLiteral("trace ") + call.traceId);
        out.line(parts.join(QStringLiteral("  ")));
    }
}

void writeComputer(Writer &out, const SupportFacts &facts)
{
    out.title(QStringLiteral("On this computer"));
    if (!facts.storeTrouble.isEmpty())
        out.pair(QStringLiteral("Password store"), facts.storeTrouble);
    if (!facts.journalTrouble.isEmpty())
        out.pair(QStringLiteral("Notes not written"), facts.journalTrouble);
    for (const QString &file : facts.setAside)
        out.pair(QStringLiteral("Set aside"), file);
    if (facts.others.isEmpty())
        out.line(QStringLiteral("No deployment is noted."));
    for (const JournalEntry &entry : facts.others)
        out.line(QStringList {entry.clerkHost, entry.plan.applicationId,
                              entry.productionInstanceId.isEmpty() ? QStringLiteral("no production instance")
                                                                   : entry.productionInstanceId,
                              entry.plan.domain, timeOf(entry.changedAt),
                              entry.finished ? QStringLiteral("finished") : QStringLiteral("under way"),
                              entry.traceIds.join(QLatin1Char(' '))}
                     .join(QStringLiteral("  ")));
}

} // namespace

QString supportReport(const SupportFacts &facts, const QString &homeFolder)
{
    Writer out;
    out.title(QStringLiteral("Golive support report"));
    out.pair(QStringLiteral("Made"), timeOf(facts.madeAt));
    for (const SupportFacts::Line &line : facts.program)
        out.pair(line.name, line.value);
    writeDeployment(out, facts);
    writeProviders(out, facts);
    writeStatus(out, facts);
    out.title(QStringLiteral("What DNS servers answered"));
    if (facts.dns.isEmpty())
        out.line(QStringLiteral("Nothing was looked at in this run."));
    for (const QString &line : facts.dns)
        out.line(line);
    writeCalls(out, facts.calls);
    writeComputer(out, facts);
    return withoutCredentials(out.text(), homeFolder).trimmed() + QLatin1Char('\n');
}

} // namespace golive
