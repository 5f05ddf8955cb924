#include "wizard/dnswords.h"

#include "wizard/displaytext.h"

#include <QLocale>

namespace golive {
namespace {

constexpr qsizetype longestName = 120;

/// Names come from whoever answers DNS questions.
QString name(const QString &text)
{
    return displayText(text, longestName);
}

QString typed(const RecordContext &context)
{
    return name(context.nameToType.isEmpty() ? context.host : context.nameToType);
}

bool hasLabel(const QString &host, QLatin1String label)
{
    return host.startsWith(label + QLatin1Char('.')) || host.contains(QLatin1Char('.') + label + QLatin1Char('.'))
        || host == label;
}

} // namespace

QString DnsWords::purpose(const DnsRecord &record)
{
    const QString host = record.host.toLower();
    const QString target = record.target.toLower();
    const QString first = host.section(QLatin1Char('.'), 0, 0);
    const bool spare = hasLabel(host, QLatin1String("clkmail2"));
    if (host.contains(QLatin1String("_domainkey")) || target.startsWith(QLatin1String("dkim"))) {
        //: DKIM: a signature that proves an e-mail is genuine
        return spare ? tr("Fallback e-mail signature (DKIM)") : tr("E-mail signature (DKIM)");
    }
    if (first == QLatin1String("track"))
        return spare ? tr("Fallback e-mail links") : tr("E-mail links");
    if (first.startsWith(QLatin1String("clkmail")) || target.startsWith(QLatin1String("mail")))
        return spare ? tr("Fallback e-mail") : tr("E-mail");
    if (first == QLatin1String("clerk") || target.startsWith(QLatin1String("frontend-api.")))
        //: The address under which an application's sign-in talks to Clerk
        return tr("Sign-in (Frontend API)");
    if (first == QLatin1String("accounts") || target.startsWith(QLatin1String("accounts.")))
        return tr("Account Portal pages");
    return tr("Another record Clerk asks for");
}

DnsWords::Need DnsWords::need(DnsFinding::Kind kind)
{
    using Kind = DnsFinding::Kind;
    switch (kind) {
    case Kind::None:
    case Kind::LocalAnswerDiffers:
    case Kind::HostsFileOverride:
    case Kind::Ipv6OnlyServer:
    case Kind::InternationalName:
    case Kind::CaaThroughCname: return Need::Nothing;
    case Kind::Missing: return Need::Add;
    case Kind::WrongTarget:
    case Kind::Typo:
    case Kind::Swapped:
    case Kind::NameDoubled:
    case Kind::TargetGotZone:
    case Kind::OneLevelOff:
    case Kind::UnderscoreLost:
    case Kind::AddressInstead:
    case Kind::Flattened:
    case Kind::CloudflareProxy:
    case Kind::TextInstead:
    case Kind::OtherRecordThere:
    case Kind::TwoCnames:
    case Kind::Wildcard:
    case Kind::SubZoneDelegated:
    case Kind::DnameAbove:
    case Kind::UnderscoreRefused:
    case Kind::ApexTouched:
    case Kind::Detour: return Need::Correct;
    case Kind::ServersDisagree:
    case Kind::OldAnswerCached:
    case Kind::AbsenceCached:
    case Kind::ServersChanged:
    case Kind::ClerkTargetDown:
    case Kind::AskedToSlowDown:
    case Kind::ResolverTrouble:
    case Kind::ClerkHasNotLooked: return Need::Wait;
    case Kind::Suspended:
    case Kind::ZoneNotActive:
    case Kind::RecordsAtOtherProvider:
    case Kind::DnssecBroken:
    case Kind::HostingDomain:
    case Kind::CaaForbids:
    case Kind::CaaParameters:
    case Kind::CaaCritical:
    case Kind::CaaLookupFails:
    case Kind::CertificateStuck:
    case Kind::DomainInUse:
    case Kind::DnsIntercepted:
    case Kind::CaptivePortal:
    case Kind::ClockWrong:
    case Kind::LameServer:
    case Kind::DeadServer:
    case Kind::ServerListsDiffer:
    case Kind::CaaAllowsOne:
    case Kind::NotRegistered:
    case Kind::NoServerAnswers:
    case Kind::DnsBlocked: return Need::Look;
    }
    Q_UNREACHABLE();
}

FindingWords DnsWords::finding(const DnsFinding &finding, const RecordContext &context)
{
    using Kind = DnsFinding::Kind;
    switch (finding.kind) {
    case Kind::None: return {};
    case Kind::Missing:
        return {tr("Not there yet."),
                tr("Add a CNAME record with this name and value at %1.")
                    .arg(context.provider.isEmpty() ? tr("your DNS provider") : name(context.provider))};
    case Kind::WrongTarget:
    case Kind::Typo:
    case Kind::Swapped:
    case Kind::TargetGotZone:
    case Kind::TwoCnames:
    case Kind::Detour: return wrongValue(finding, context);
    case Kind::NameDoubled:
    case Kind::OneLevelOff:
    case Kind::UnderscoreLost:
    case Kind::Wildcard: return wrongName(finding, context);
    case Kind::AddressInstead:
    case Kind::Flattened:
    case Kind::CloudflareProxy:
    case Kind::TextInstead:
    case Kind::OtherRecordThere: return wrongType(finding, context);
    case Kind::ServersDisagree:
    case Kind::OldAnswerCached:
    case Kind::AbsenceCached:
    case Kind::ClerkHasNotLooked: return notSettled(finding, context);
    case Kind::NotRegistered:
    case Kind::NoServerAnswers:
    case Kind::DnsBlocked: return wholeDomain(finding, context);
    case Kind::Suspended:
    case Kind::ZoneNotActive:
    case Kind::RecordsAtOtherProvider:
    case Kind::DnssecBroken:
    case Kind::HostingDomain:
    case Kind::CaaForbids:
    case Kind::CaaParameters:
    case Kind::CaaCritical:
    case Kind::CaaLookupFails:
    case Kind::CertificateStuck:
    case Kind::DomainInUse:
    case Kind::DnsIntercepted:
    case Kind::CaptivePortal:
    case Kind::ClockWrong:
    case Kind::LameServer:
    case Kind::DeadServer:
    case Kind::ServerListsDiffer:
    case Kind::CaaAllowsOne:
    case Kind::SubZoneDelegated:
    case Kind::DnameAbove:
    case Kind::UnderscoreRefused:
    case Kind::ApexTouched:
    case Kind::ServersChanged:
    case Kind::ClerkTargetDown:
    case Kind::AskedToSlowDown:
    case Kind::ResolverTrouble:
    case Kind::LocalAnswerDiffers:
    case Kind::HostsFileOverride:
    case Kind::Ipv6OnlyServer:
    case Kind::InternationalName:
    case Kind::CaaThroughCname: return {};
    }
    Q_UNREACHABLE();
}

FindingWords DnsWords::wrongValue(const DnsFinding &finding, const RecordContext &context)
{
    using Kind = DnsFinding::Kind;
    const QString seen = name(finding.seen);
    const QString target = name(context.target);
    if (finding.kind == Kind::Typo)
        return {tr("Nearly right: the value has a typing error. It says %1.").arg(seen),
                tr("Copy the value from here and replace the old one: %1.").arg(target)};
    if (finding.kind == Kind::Swapped)
        return {tr("This record has the value that belongs to %1.").arg(seen),
                tr("Two values are mixed up. Change this one to %1, and check the other record too.").arg(target)};
    if (finding.kind == Kind::TargetGotZone)
        return {tr("Your provider added your domain to the end of the value: it says %1.").arg(seen),
                tr("Write the value with a dot at the end: %1.").arg(target + QLatin1Char('.'))};
    if (finding.kind == Kind::TwoCnames)
        return {tr("This name has two values, and only one is allowed."),
                tr("Delete the one that is not %1.").arg(target)};
    if (finding.kind == Kind::Detour)
        return {tr("It reaches Clerk by a detour over %1.").arg(seen),
                tr("Change the value to %1, so that it points to Clerk directly.").arg(target)};
    return {tr("It points to %1, which is not Clerk’s address for it.").arg(seen),
            tr("Change the value to %1.").arg(target)};
}

FindingWords DnsWords::wrongName(const DnsFinding &finding, const RecordContext &context)
{
    using Kind = DnsFinding::Kind;
    const QString rename = tr("Change the name of that record to %1. The value is right.").arg(typed(context));
    if (finding.kind == Kind::NameDoubled)
        return {tr("The domain is in the name twice. Your provider adds %1 by itself.").arg(name(context.zone)),
                rename};
    if (finding.kind == Kind::OneLevelOff)
        return {tr("The record is there, but under another name: %1.").arg(name(finding.seen)), rename};
    if (finding.kind == Kind::UnderscoreLost)
        return {tr("The record is there, but its name lost a part: it says %1.").arg(name(finding.seen)),
                tr("Change the name to %1, with the underscore. If your provider refuses it, its support can add it.")
                    .arg(typed(context))};
    return {tr("There is no record of this name. Your catch-all record (*) answers in its place."),
            tr("Add the record all the same; it counts before the catch-all. Leave the catch-all as it is.")};
}

FindingWords DnsWords::wrongType(const DnsFinding &finding, const RecordContext &context)
{
    using Kind = DnsFinding::Kind;
    if (finding.kind == Kind::Flattened)
        return {tr("Your provider turns this record into an address, so Clerk cannot see where it points."),
                tr("Make it a plain CNAME: not ALIAS or ANAME, and with “CNAME flattening” switched off.")};
    if (finding.kind == Kind::CloudflareProxy)
        return {tr("Cloudflare’s proxy (the orange cloud) is on, so Clerk cannot see where the record points."),
                tr("Click the orange cloud of this record so that it says “DNS only”.")};
    const QString replace
        = tr("Delete it and add a CNAME record with the value %1 in its place.").arg(name(context.target));
    if (finding.kind == Kind::AddressInstead)
        return {tr("There is an address record (type A or AAAA) of this name. It must be a CNAME."), replace};
    if (finding.kind == Kind::TextInstead)
        return {tr("There is a text record (type TXT) of this name. It must be a CNAME."), replace};
    return {tr("A record of type %1 already uses this name, and a CNAME must be alone.").arg(name(finding.seen)),
            tr("Find out what it is for. If nothing needs it, delete it and add the CNAME.")};
}

FindingWords DnsWords::notSettled(const DnsFinding &finding, const RecordContext &context)
{
    using Kind = DnsFinding::Kind;
    const QString patience = finding.wait
        ? tr("Nothing to do: it forgets that in %1 at the latest.").arg(duration(*finding.wait))
        : tr("Nothing to do: it forgets that by itself.");
    const QString who = finding.server.isEmpty() ? tr("A public resolver") : name(finding.server);
    if (finding.kind == Kind::OldAnswerCached)
        return {tr("Right at your provider. %1 still remembers the old value.").arg(who), patience};
    if (finding.kind == Kind::AbsenceCached)
        return {tr("Right at your provider. %1 looked before the record was there and remembers that.").arg(who),
                patience};
    if (finding.kind == Kind::ServersDisagree)
        return {finding.server.isEmpty()
                    ? tr("Some of your provider’s servers have the record, others do not have it yet.")
                    : tr("%1 does not have the record yet; other servers of your provider do.").arg(who),
                tr("Wait a few minutes. If it stays like this for more than 15, ask %1.")
                    .arg(context.provider.isEmpty() ? tr("your provider’s support")
                                                    : tr("the support of %1").arg(name(context.provider)))};
    return {tr("The record is right. Clerk has not looked since."),
            tr("Nothing to do: Clerk is asked to look as soon as all records are right.")};
}

FindingWords DnsWords::wholeDomain(const DnsFinding &finding, const RecordContext &context)
{
    using Kind = DnsFinding::Kind;
    const QString domain = name(context.zone.isEmpty() ? context.host : context.zone);
    if (finding.kind == Kind::NotRegistered)
        return {tr("Nobody seems to own the domain of %1, or its registration has lapsed.").arg(name(context.host)),
                tr("Check how the domain is spelled and that it is registered and paid for.")};
    if (finding.kind == Kind::NoServerAnswers)
        return {tr("None of the name servers in charge of %1 answers.").arg(domain),
                tr("Check at your DNS provider that the domain exists in your account. It may also be a passing "
                   "outage; Golive keeps looking.")};
    return {tr("No DNS server answers from this network, so the records cannot be checked from here."),
            tr("Switch off a VPN, or try another network. You can add the records all the same; Clerk checks them "
               "from its own network.")};
}

QString DnsWords::reach(const RecordView &view)
{
    QStringList parts;
    if (view.authoritativeAsked > 0)
        parts.append(tr("found at %1 of %2 of your provider’s servers")
                         .arg(QString::number(view.authoritativeRight), QString::number(view.authoritativeAsked)));
    if (view.resolversAsked > 0)
        parts.append(tr("seen by %1 of %2 public resolvers")
                         .arg(QString::number(view.resolversRight), QString::number(view.resolversAsked)));
    if (view.progress == RecordProgress::SeenByClerk)
        parts.append(tr("seen by Clerk"));
    QString words = parts.join(QStringLiteral(" · "));
    if (!words.isEmpty())
        words.front() = words.front().toUpper();
    return words;
}

QString DnsWords::duration(std::chrono::seconds time)
{
    using namespace std::chrono;
    if (time <= seconds(90))
        //: seconds, abbreviated
        return tr("%1 s").arg(qMax<qint64>(time.count(), 0));
    if (time <= minutes(90))
        //: minutes, abbreviated
        return tr("%1 min").arg(ceil<minutes>(time).count());
    //: hours, abbreviated
    return tr("%1 h").arg(ceil<hours>(time).count());
}

QString DnsWords::clockTime(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().time(), QLocale::ShortFormat);
}

} // namespace golive
