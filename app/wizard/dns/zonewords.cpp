#include "wizard/dns/dnswords.h"
#include "wizard/dns/findingthemes.h"
#include "wizard/dns/phrases.h"

namespace golive {
namespace {

using Phrases = DnsPhrases;

/// The servers that are amiss, of all.
struct Few
{
    explicit Few(const DnsFinding &finding)
        : names(finding.names.isEmpty() ? QStringList(finding.server) : finding.names)
        , all(names.size() + finding.otherNames.size())
    {
    }
    QStringList names;
    qsizetype all;
};

struct ZoneWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::ZoneWords)

public:
    static FindingWords notRegistered(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        return {tr("Nobody owns %1 yet, or it is spelled differently.").arg(Phrases::domain(context)),
                tr("Check the spelling. If it is right, register the domain first; its records come after that."),
                {}};
    }

    static FindingWords suspended(const DnsFinding &finding, const FindingContext &context)
    {
        QString problem = finding.seen.isEmpty()
            ? tr("%1 is suspended or has expired.").arg(Phrases::zone(context))
            : tr("%1 is suspended or has expired at %2.").arg(Phrases::zone(context), Phrases::name(finding.seen));
        if (!finding.names.isEmpty())
            //: %1 are the technical words of a registry, such as "client hold"
            problem += QLatin1Char(' ') + tr("The registry says: %1.").arg(Phrases::names(finding.names));
        const QString fix = tr("Sign in where the domain is registered. Renew it, or confirm the owner’s email address "
                               "if you are asked to.");
        return finding.seen.isEmpty() ? Phrases::atRegistrar({problem, fix, {}}, context)
                                      : FindingWords {problem, fix, {}};
    }

    static FindingWords noServer(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        return {tr("None of the name servers in charge of %1 answers.").arg(Phrases::zone(context)),
                tr("Check at %1 that the domain exists in your account. It may also be a passing outage; Golive "
                   "keeps looking.")
                    .arg(Phrases::provider(context)),
                Phrases::console(context)};
    }

    static FindingWords notActive(const DnsFinding &finding, const FindingContext &context)
    {
        const QString owner = finding.seen.isEmpty() ? context.provider : finding.seen;
        return {tr("The name servers of %1 belong to %2, which does not have the domain.")
                    .arg(Phrases::zone(context), owner.isEmpty() ? tr("a provider") : Phrases::name(owner)),
                tr("Add the domain to your account at %1 and finish its set-up there, or set the former name servers "
                   "again where the domain is registered.")
                    .arg(owner.isEmpty() ? Phrases::provider(context) : Phrases::name(owner)),
                Phrases::console(context)};
    }

    static FindingWords lame(const DnsFinding &finding, const FindingContext &context)
    {
        const Few few(finding);
        return Phrases::atRegistrar(
            {few.all > 1 && few.names.size() == 1
                 ? tr("One of %1 name servers, %2, does not know %3. Some visitors will not reach it.")
                       .arg(QString::number(few.all), Phrases::names(few.names), Phrases::zone(context))
                 : tr("Some of the name servers of %1 do not know it: %2. Some visitors will not reach it.")
                       .arg(Phrases::zone(context), Phrases::names(few.names)),
             tr("Where the domain is registered, take %1 off its list of name servers. Or add the domain to the "
                "account there.")
                 .arg(Phrases::names(few.names)),
             {}},
            context);
    }

    static FindingWords dead(const DnsFinding &finding, const FindingContext &context)
    {
        const Few few(finding);
        return Phrases::atRegistrar(
            {few.all > 1 && few.names.size() == 1
                 ? tr("One of %1 name servers of %2, %3, does not answer. The others do, only slower for some.")
                       .arg(QString::number(few.all), Phrases::zone(context), Phrases::names(few.names))
                 : tr("Some of the name servers of %1 do not answer: %2. The others do, only slower for some.")
                       .arg(Phrases::zone(context), Phrases::names(few.names)),
             tr("If that does not pass, ask %1, or take %2 off the list of name servers where the domain is "
                "registered.")
                 .arg(Phrases::support(context), Phrases::names(few.names)),
             {}},
            context);
    }

    static FindingWords listsDiffer(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("%1 is registered with the name servers %2, and the zone itself lists %3.")
                    .arg(Phrases::zone(context), Phrases::names(finding.names), Phrases::names(finding.otherNames)),
                tr("Make both lists equal. The one where the domain is registered is the one that counts."),
                Phrases::console(context)};
    }

    static FindingWords otherProvider(const DnsFinding &finding, const FindingContext &context)
    {
        const QString there = Phrases::name(finding.seen);
        return {context.provider.isEmpty() ? tr("The records are at %1, but the name servers of %2 are elsewhere now.")
                                                 .arg(there, Phrases::zone(context))
                                           : tr("The records are at %1, but the name servers of %2 are with %3 now.")
                                                 .arg(there, Phrases::zone(context), Phrases::provider(context)),
                tr("Add the same records at %1. Or set the name servers of %2 again where the domain is registered.")
                    .arg(Phrases::provider(context), there),
                Phrases::console(context)};
    }

    static FindingWords serversChanged(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("The name servers of %1 were changed, and part of the internet still asks the old ones.")
                    .arg(Phrases::zone(context)),
                finding.wait ? tr("Nothing to do: the old list is forgotten in %1 at the latest. Until then it helps "
                                  "to add the records at the old provider too.")
                                   .arg(DnsWords::duration(*finding.wait))
                             : tr("Nothing to do: the old list is forgotten by itself. Until then it helps to add the "
                                  "records at the old provider too."),
                {}};
    }

    static FindingWords dnssec(const DnsFinding &finding, const FindingContext &context)
    {
        QString problem = tr("The security signature of %1 (DNSSEC) does not match its zone, so much of the internet "
                             "cannot see any of it.")
                              .arg(Phrases::zone(context));
        if (!finding.seen.isEmpty())
            //: %1 is a resolver's technical reason, in English
            problem
                += QLatin1Char(' ') + tr("Reason: %1.").arg(Phrases::names(QStringList(finding.seen) + finding.names));
        const QString remove = tr("Where the domain is registered, delete its DS record, or switch DNSSEC off. This "
                                  "often remains from a former provider.");
        const QString wait = finding.wait
            ? tr("After that it takes %1 at the latest.").arg(DnsWords::duration(*finding.wait))
            : tr("Golive sees by itself when it has taken effect.");
        return Phrases::atRegistrar({problem, remove + QLatin1Char(' ') + wait, {}}, context);
    }

    static FindingWords hostingDomain(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("%1 belongs to a hosting company (%2), so its records are not yours to set.")
                    .arg(Phrases::domain(context), Phrases::name(finding.seen)),
                tr("Clerk needs a domain of your own. Use one you have, or register a new one."),
                {}};
    }

    static FindingWords international(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("In DNS, %1 is written %2.").arg(Phrases::domain(context), Phrases::name(finding.seen)),
                tr("Nothing to do. If your provider’s website refuses one way of writing it, use the other."),
                {}};
    }
};

using Kind = DnsFinding::Kind;

constexpr FindingWording wordings[] = {
    {Kind::NotRegistered, &ZoneWords::notRegistered},
    {Kind::Suspended, &ZoneWords::suspended},
    {Kind::NoServerAnswers, &ZoneWords::noServer},
    {Kind::ZoneNotActive, &ZoneWords::notActive},
    {Kind::LameServer, &ZoneWords::lame},
    {Kind::DeadServer, &ZoneWords::dead},
    {Kind::ServerListsDiffer, &ZoneWords::listsDiffer},
    {Kind::RecordsAtOtherProvider, &ZoneWords::otherProvider},
    {Kind::ServersChanged, &ZoneWords::serversChanged},
    {Kind::DnssecBroken, &ZoneWords::dnssec},
    {Kind::HostingDomain, &ZoneWords::hostingDomain},
    {Kind::InternationalName, &ZoneWords::international},
};

} // namespace

FindingWords zoneWords(const DnsFinding &finding, const FindingContext &context)
{
    return worded(wordings, finding, context);
}

} // namespace golive
