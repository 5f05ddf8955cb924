#include "wizard/dns/findingthemes.h"
#include "wizard/dns/phrases.h"

namespace golive {
namespace {

using Phrases = DnsPhrases;

struct NameWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::NameWords)

public:
    static FindingWords missing(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        const QString add = context.onCloudflare
            ? tr("In Cloudflare, under DNS › Records, add a CNAME record with the name %1 and the target %2, and with "
                 "the proxy status “DNS only”.")
                  .arg(Phrases::typedName(context), Phrases::typedValue(context))
            : tr("At %1, add a CNAME record with the name “%2” and this value: %3")
                  .arg(Phrases::provider(context), Phrases::typedName(context), Phrases::typedValue(context));
        return {tr("Not there yet."), add, Phrases::console(context)};
    }

    static FindingWords doubled(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        const QString who = context.provider.isEmpty() ? tr("Your provider") : Phrases::name(context.provider);
        return {tr("The domain is in the name twice. %1 adds .%2 to it by itself.").arg(who, Phrases::zone(context)),
                rename(context), Phrases::console(context)};
    }

    static FindingWords oneLevelOff(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("The record is there, but under another name: %1.").arg(Phrases::name(finding.seen)),
                rename(context), Phrases::console(context)};
    }

    static FindingWords underscoreLost(const DnsFinding &finding, const FindingContext &context)
    {
        return {
            tr("The record is there, but its name lost a part: it says %1.").arg(Phrases::name(finding.seen)),
            tr("Change the name of that record to %1, underscore and dots included.").arg(Phrases::typedName(context)),
            Phrases::console(context)};
    }

    static FindingWords underscoreRefused(const DnsFinding &finding, const FindingContext &context)
    {
        const QString fix = context.takesZoneFile
            ? tr("Change its name to “%1”. If that is refused, import the zone file from here or ask %2. The last "
                 "resort is a DNS provider that accepts underscores.")
            : tr("Change its name to “%1”. If that is refused, have %2 add the record. The last resort is a DNS "
                 "provider that accepts underscores.");
        return {tr("The record is at %1, without the underscore that its name needs.").arg(Phrases::name(finding.seen)),
                fix.arg(Phrases::typedName(context), Phrases::support(context)), Phrases::console(context)};
    }

    static FindingWords wildcard(const DnsFinding & /*finding*/, const FindingContext &context)
    {
        return {tr("There is no record of this name. The catch-all record (*) of the domain answers in its place."),
                tr("Add the record with the name %1 all the same: it counts before the catch-all, which can stay.")
                    .arg(Phrases::typedName(context)),
                Phrases::console(context)};
    }

    static FindingWords subZone(const DnsFinding &finding, const FindingContext &context)
    {
        QString problem = tr("%1 is handed on to other name servers.").arg(Phrases::name(finding.seen));
        if (!finding.names.isEmpty())
            problem = tr("%1 is handed on to other name servers: %2.")
                          .arg(Phrases::name(finding.seen), Phrases::names(finding.names));
        return {problem,
                tr("Add the record at those servers. If nothing else uses them, delete the NS records of %1 at %2 "
                   "instead, and add the CNAME record there.")
                    .arg(Phrases::typedName(finding.seen, context), Phrases::provider(context)),
                Phrases::console(context)};
    }

    static FindingWords dname(const DnsFinding &finding, const FindingContext &context)
    {
        return {tr("%1 is redirected as a whole (by a DNAME record), so no name below it can have a record of its own.")
                    .arg(Phrases::name(finding.seen)),
                tr("Delete the DNAME record with the name %1, or use another domain.")
                    .arg(Phrases::typedName(finding.seen, context)),
                Phrases::console(context)};
    }

    static FindingWords apex(const DnsFinding &finding, const FindingContext &context)
    {
        const QString touched = finding.names.value(0, context.zone);
        const QString where = touched.isEmpty() ? Phrases::domain(context) : Phrases::name(touched);
        const QString typed = touched.isEmpty() ? QStringLiteral("@") : Phrases::typedName(touched, context);
        return {tr("The record was added to %1 itself, which now points to %2. That can stop the website and email "
                   "there.")
                    .arg(where, Phrases::name(finding.seen)),
                tr("Delete it there (the name “%1”), and add it with the name “%2”.")
                    .arg(typed, Phrases::typedName(context)),
                Phrases::console(context)};
    }

private:
    static QString rename(const FindingContext &context)
    {
        return tr("Change the name of that record to “%1”. The value is right.").arg(Phrases::typedName(context));
    }
};

using Kind = DnsFinding::Kind;

constexpr FindingWording wordings[] = {
    {Kind::Missing, &NameWords::missing},
    {Kind::NameDoubled, &NameWords::doubled},
    {Kind::OneLevelOff, &NameWords::oneLevelOff},
    {Kind::UnderscoreLost, &NameWords::underscoreLost},
    {Kind::UnderscoreRefused, &NameWords::underscoreRefused},
    {Kind::Wildcard, &NameWords::wildcard},
    {Kind::SubZoneDelegated, &NameWords::subZone},
    {Kind::DnameAbove, &NameWords::dname},
    {Kind::ApexTouched, &NameWords::apex},
};

} // namespace

FindingWords nameWords(const DnsFinding &finding, const FindingContext &context)
{
    return worded(wordings, finding, context);
}

} // namespace golive
