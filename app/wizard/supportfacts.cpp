#include "wizard/supportfacts.h"

#include "wizard/assistant.h"
#include "wizard/dnshandout.h"
#include "wizard/errortext.h"

namespace golive {
namespace {

/// As the English step list has it.
QString nameOf(Step step)
{
    switch (step) {
    case Step::Start: return QStringLiteral("Before you start");
    case Step::Connect: return QStringLiteral("Connect");
    case Step::Application: return QStringLiteral("Application");
    case Step::Settings: return QStringLiteral("Settings");
    case Step::Domain: return QStringLiteral("Domain");
    case Step::Create: return QStringLiteral("Create");
    case Step::Providers: return QStringLiteral("Sign-in providers");
    case Step::Dns: return QStringLiteral("DNS records");
    case Step::Compare: return QStringLiteral("Compare settings");
    case Step::GoLive: return QStringLiteral("Go live");
    case Step::HandOver: return QStringLiteral("Hand over");
    case Step::Summary: return QStringLiteral("Summary");
    }
    Q_UNREACHABLE();
}

QStringList dnsLines(const DnsState &state)
{
    QStringList lines;
    if (!state.zone.isEmpty())
        lines.append(QStringLiteral("%1  %2").arg(state.zone, state.provider));
    for (const DnsCard &card : state.cards)
        lines.append(QStringLiteral("%1  %2").arg(card.id, card.problem));
    for (const DnsRow &row : state.rows) {
        lines += DnsHandout::answers(state, row).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        if (!row.problem.isEmpty())
            lines.append(row.problem);
    }
    return lines;
}

} // namespace

SupportFacts supportFacts(Assistant &assistant)
{
    const Deployment &deployment = assistant.deployment();
    SupportFacts facts;
    facts.clerkHost = deployment.clerkHost();
    facts.step = nameOf(assistant.flow().current());
    if (!deployment.plan().applicationId.isEmpty())
        facts.entry = deployment.entry();
    facts.facts = deployment.facts();
    facts.dns = dnsLines(assistant.dns.state());
    if (const auto &trouble = deployment.journalTrouble())
        facts.journalTrouble = trouble->detail;
    if (const auto trouble = deployment.keyTrouble())
        facts.storeTrouble = ErrorText::sentence(*trouble);
    return facts;
}

} // namespace golive
