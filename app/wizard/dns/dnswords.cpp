#include "wizard/dns/dnswords.h"

#include "wizard/dns/findingthemes.h"

#include <QLocale>

namespace golive {
namespace {

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
        //: DKIM: a signature that proves an email is genuine
        return spare ? tr("Fallback email signature (DKIM)") : tr("Email signature (DKIM)");
    }
    if (first == QLatin1String("track"))
        return spare ? tr("Fallback email links") : tr("Email links");
    if (first.startsWith(QLatin1String("clkmail")) || target.startsWith(QLatin1String("mail")))
        return spare ? tr("Fallback email") : tr("Email");
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
    case Kind::ServersStayApart:
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
    case Kind::OnlyEncrypted:
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

FindingWords DnsWords::finding(const DnsFinding &finding, const FindingContext &context)
{
    for (const auto words : {nameWords, valueWords, waitingWords, networkWords, zoneWords, certificateWords})
        if (FindingWords said = words(finding, context); !said.problem.isEmpty())
            return said;
    return {};
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
