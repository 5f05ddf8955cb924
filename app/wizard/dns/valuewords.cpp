#include "wizard/dns/findingthemes.h"
#include "wizard/dns/phrases.h"

namespace golive {
namespace {

using Phrases = DnsPhrases;

struct ValueWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::ValueWords)

public:
    static FindingWords wrong(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("It points to %1, which is not Clerk’s address for it.").arg(Phrases::name(finding.seen)),
                tr("Replace the value with this one: %1").arg(Phrases::typedValue(context)), Phrases::console(context)};
    }

    static FindingWords typo(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("Nearly right: the value has a typing error. It says %1.").arg(Phrases::name(finding.seen)),
                tr("Copy the value from here and replace the old one: %1").arg(Phrases::typedValue(context)),
                Phrases::console(context)};
    }

    static FindingWords swapped(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("This record has the value that belongs to %1.").arg(Phrases::name(finding.seen)),
                tr("Two values are mixed up. Change this one to %1, and check the other record too.")
                    .arg(Phrases::typedValue(context)),
                Phrases::console(context)};
    }

    static FindingWords zoneAppended(const DnsFinding &finding, const FindingContext &context)
    {
        const QString value = Phrases::typedValue(context);
        return {
            tr("Your provider added the domain to the end of the value: it says %1.").arg(Phrases::name(finding.seen)),
            tr("Write the value with a dot at the end: %1")
                .arg(value.endsWith(QLatin1Char('.')) ? value : value + QLatin1Char('.')),
            Phrases::console(context)};
    }

    static FindingWords twoCnames(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        return {tr("This name has two values, and only one is allowed."),
                tr("Delete the one that is not %1.").arg(Phrases::name(context.target)), Phrases::console(context)};
    }

    static FindingWords detour(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("It reaches Clerk by a detour over %1.").arg(Phrases::name(finding.seen)),
                tr("Change the value to %1, so that it points to Clerk directly.").arg(Phrases::typedValue(context)),
                Phrases::console(context)};
    }

    static FindingWords address(const DnsFinding &finding, const FindingContext &context)
    {
        return {finding.seen.isEmpty()
                    ? tr("There is an address record (type A or AAAA) of this name. It must be a CNAME.")
                    : tr("There is an address record (type A or AAAA) of this name: %1. It must be a CNAME.")
                          .arg(Phrases::name(finding.seen)),
                replace(context), Phrases::console(context)};
    }

    static FindingWords flattened(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        const QString problem
            = tr("%1 turns this record into an address, so Clerk cannot see where it points.")
                  .arg(context.provider.isEmpty() ? tr("Your provider") : Phrases::name(context.provider));
        if (context.onCloudflare)
            return {problem,
                    tr("In Cloudflare, edit the record and switch “Flatten” off. If it is not on there, open "
                       "DNS › Settings and switch off “CNAME flattening for all CNAME records”."),
                    Phrases::console(context)};
        return {problem, tr("Make it a plain record of type CNAME. The types ALIAS and ANAME do not work here."),
                Phrases::console(context)};
    }

    static FindingWords proxied(const DnsFinding &finding, const FindingContext &context)
    {
        if (!finding.names.isEmpty())
            return {
                tr("Cloudflare’s proxy (the orange cloud) answers for this name, and alike for the catch-all record "
                   "(*). It hides whether there is a record of this name."),
                tr("In Cloudflare, under DNS › Records, look for the record with the name “%1”. If it is there, edit "
                   "it and click the orange cloud, so that its proxy status says “DNS only”. If not, add it with "
                   "that status, the type CNAME and this target: %2")
                    .arg(Phrases::typedName(context), Phrases::typedValue(context)),
                Phrases::console(context)};
        return {tr("Cloudflare’s proxy (the orange cloud) is on, so Clerk cannot see where the record points."),
                tr("In Cloudflare, under DNS › Records, edit the record and click the orange cloud, so that its proxy "
                   "status says “DNS only”. All of these records need that, those for email too."),
                Phrases::console(context)};
    }

    static FindingWords text(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        return {tr("There is a text record (type TXT) of this name. It must be a CNAME."), replace(context),
                Phrases::console(context)};
    }

    static FindingWords otherRecord(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("A record of type %1 already uses this name, and a CNAME must be alone.")
                    .arg(Phrases::name(finding.seen)),
                tr("Find out what it is for. If nothing needs it, delete it and add the CNAME record with this value: "
                   "%1")
                    .arg(Phrases::typedValue(context)),
                Phrases::console(context)};
    }

private:
    static QString replace(const FindingContext &context)
    {
        return tr("Delete it and add a CNAME record with the value %1 in its place.").arg(Phrases::typedValue(context));
    }
};

using Kind = DnsFinding::Kind;

constexpr FindingWording wordings[] = {
    {Kind::WrongTarget, &ValueWords::wrong},
    {Kind::Typo, &ValueWords::typo},
    {Kind::Swapped, &ValueWords::swapped},
    {Kind::TargetGotZone, &ValueWords::zoneAppended},
    {Kind::TwoCnames, &ValueWords::twoCnames},
    {Kind::Detour, &ValueWords::detour},
    {Kind::AddressInstead, &ValueWords::address},
    {Kind::Flattened, &ValueWords::flattened},
    {Kind::CloudflareProxy, &ValueWords::proxied},
    {Kind::TextInstead, &ValueWords::text},
    {Kind::OtherRecordThere, &ValueWords::otherRecord},
};

} // namespace

FindingWords valueWords(const DnsFinding &finding, const FindingContext &context)
{
    return worded(wordings, finding, context);
}

} // namespace golive
