#include "dns/data/publicresolver.h"
#include "wizard/dns/dnswords.h"
#include "wizard/dns/findingthemes.h"
#include "wizard/dns/phrases.h"

namespace golive {
namespace {

using Phrases = DnsPhrases;

struct WaitingWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::WaitingWords)

public:
    static FindingWords disagree(const DnsFinding &finding, const FindingContext &context)
    {
        return {
            finding.server.isEmpty() ? tr("Some of your provider’s servers have the record, others do not have it yet.")
                                     : tr("%1 does not have the record yet; other servers of your provider do.")
                                           .arg(Phrases::name(finding.server)),
            tr("Wait a few minutes. If it stays like this for more than 15, ask %1.").arg(Phrases::support(context)),
            {}};
    }

    static FindingWords stayApart(const DnsFinding &finding, const FindingContext &context)
    {
        QString fix = tr("That takes too long: ask %1.").arg(Phrases::support(context));
        if (!finding.names.isEmpty())
            //: %1 is like "ns1.example.net 7, ns2.example.net 6"
            fix += QLatin1Char(' ')
                + tr("It helps them to know the versions of the zone (SOA serial numbers): %1.")
                      .arg(Phrases::names(finding.names));
        return {tr("%1 still does not have the record after 15 minutes; other servers of your provider do.")
                    .arg(Phrases::name(finding.server)),
                fix,
                {}};
    }

    static FindingWords oldAnswer(const DnsFinding &finding, const FindingContext & /*context*/)
    {
        return {tr("Right at your provider. %1 still remembers the old value.").arg(resolver(finding)),
                patience(finding), purgePage(finding)};
    }

    static FindingWords absence(const DnsFinding &finding, const FindingContext & /*context*/)
    {
        return {tr("Right at your provider. %1 was asked before the record was there, and remembers that.")
                    .arg(resolver(finding)),
                patience(finding), purgePage(finding)};
    }

    static FindingWords resolverTrouble(const DnsFinding &finding, const FindingContext & /*context*/)
    {
        return {tr("Right at your provider. %1 has trouble of its own at the moment.").arg(resolver(finding)),
                tr("Nothing to do: Golive asks it again."),
                {}};
    }

    static FindingWords targetDown(const DnsFinding & /*finding*/, const FindingContext & /*context*/)
    {
        return {tr("The record is right. Clerk’s own address behind it does not answer at the moment."),
                tr("Nothing to do on your side. Clerk’s status page says when it is known to be repaired."),
                Phrases::clerkStatus()};
    }

    static FindingWords notLooked(const DnsFinding & /*finding*/, const FindingContext & /*context*/)
    {
        return {tr("The record is right. Clerk has not looked since."),
                tr("Nothing to do: Clerk is asked to look as soon as all records are right."),
                {}};
    }

private:
    static QString resolver(const DnsFinding &finding)
    {
        return finding.server.isEmpty() ? tr("A public resolver") : Phrases::name(finding.server);
    }

    static QString patience(const DnsFinding &finding)
    {
        return finding.wait
            ? tr("Nothing to do: it forgets that in %1 at the latest.").arg(DnsWords::duration(*finding.wait))
            : tr("Nothing to do: it forgets that by itself.");
    }

    static std::optional<FindingLink> purgePage(const DnsFinding &finding)
    {
        if (const std::optional<PublicResolver> known = knownResolver(finding.server))
            return Phrases::link(tr("Have %1 forget it now").arg(known->name), known->purgePage);
        return std::nullopt;
    }
};

using Kind = DnsFinding::Kind;

constexpr FindingWording wordings[] = {
    {Kind::ServersDisagree, &WaitingWords::disagree},        {Kind::ServersStayApart, &WaitingWords::stayApart},
    {Kind::OldAnswerCached, &WaitingWords::oldAnswer},       {Kind::AbsenceCached, &WaitingWords::absence},
    {Kind::ResolverTrouble, &WaitingWords::resolverTrouble}, {Kind::ClerkTargetDown, &WaitingWords::targetDown},
    {Kind::ClerkHasNotLooked, &WaitingWords::notLooked},
};

} // namespace

FindingWords waitingWords(const DnsFinding &finding, const FindingContext &context)
{
    return worded(wordings, finding, context);
}

} // namespace golive
