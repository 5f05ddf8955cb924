#include "dns/evidence/dnsfinding.h"

namespace golive {
namespace {

using Kind = DnsFinding::Kind;
using Scope = DnsFinding::Scope;
using Severity = DnsFinding::Severity;

struct CatalogueRow
{
    Kind kind;
    int number;
    Scope scope;
    Severity severity;
    bool silencesRecords = false;
};

constexpr CatalogueRow catalogue[] = {
    {Kind::DnsBlocked, 1, Scope::Network, Severity::Error, true},
    {Kind::OnlyEncrypted, 1, Scope::Network, Severity::Warning},
    {Kind::DnsIntercepted, 2, Scope::Network, Severity::Warning},
    {Kind::CaptivePortal, 3, Scope::Network, Severity::Error, true},
    {Kind::LocalAnswerDiffers, 4, Scope::Record, Severity::Info},
    {Kind::HostsFileOverride, 5, Scope::Record, Severity::Info},
    {Kind::Ipv6OnlyServer, 6, Scope::Network, Severity::Info},
    {Kind::AskedToSlowDown, 7, Scope::Network, Severity::Info},
    {Kind::ClockWrong, 8, Scope::Network, Severity::Error},
    {Kind::NotRegistered, 11, Scope::Zone, Severity::Error, true},
    {Kind::Suspended, 12, Scope::Zone, Severity::Error, true},
    {Kind::NoServerAnswers, 13, Scope::Zone, Severity::Error, true},
    {Kind::ZoneNotActive, 14, Scope::Zone, Severity::Error, true},
    {Kind::LameServer, 15, Scope::Zone, Severity::Warning},
    {Kind::DeadServer, 16, Scope::Zone, Severity::Warning},
    {Kind::ServerListsDiffer, 17, Scope::Zone, Severity::Warning},
    {Kind::RecordsAtOtherProvider, 18, Scope::Zone, Severity::Error, true},
    {Kind::ServersChanged, 19, Scope::Zone, Severity::Warning},
    {Kind::SubZoneDelegated, 20, Scope::Record, Severity::Error},
    {Kind::DnssecBroken, 21, Scope::Zone, Severity::Error, true},
    {Kind::ResolverTrouble, 22, Scope::Record, Severity::Info},
    {Kind::HostingDomain, 23, Scope::Zone, Severity::Error, true},
    {Kind::InternationalName, 24, Scope::Zone, Severity::Info},
    {Kind::Missing, 31, Scope::Record, Severity::Error},
    {Kind::WrongTarget, 33, Scope::Record, Severity::Error},
    {Kind::Typo, 33, Scope::Record, Severity::Error},
    {Kind::Swapped, 34, Scope::Record, Severity::Error},
    {Kind::NameDoubled, 35, Scope::Record, Severity::Error},
    {Kind::TargetGotZone, 36, Scope::Record, Severity::Error},
    {Kind::OneLevelOff, 37, Scope::Record, Severity::Error},
    {Kind::UnderscoreLost, 38, Scope::Record, Severity::Error},
    {Kind::AddressInstead, 39, Scope::Record, Severity::Error},
    {Kind::Flattened, 9, Scope::Record, Severity::Error},
    {Kind::CloudflareProxy, 10, Scope::Record, Severity::Error},
    {Kind::TextInstead, 41, Scope::Record, Severity::Error},
    {Kind::OtherRecordThere, 42, Scope::Record, Severity::Error},
    {Kind::TwoCnames, 43, Scope::Record, Severity::Error},
    {Kind::Wildcard, 44, Scope::Record, Severity::Error},
    {Kind::Detour, 45, Scope::Record, Severity::Error},
    {Kind::DnameAbove, 46, Scope::Record, Severity::Error},
    {Kind::UnderscoreRefused, 47, Scope::Record, Severity::Error},
    {Kind::ApexTouched, 48, Scope::Record, Severity::Error},
    {Kind::ServersDisagree, 49, Scope::Record, Severity::Warning},
    {Kind::ServersStayApart, 49, Scope::Record, Severity::Warning},
    {Kind::OldAnswerCached, 51, Scope::Record, Severity::Warning},
    {Kind::AbsenceCached, 52, Scope::Record, Severity::Warning},
    {Kind::ClerkTargetDown, 40, Scope::Record, Severity::Warning},
    {Kind::CaaForbids, 60, Scope::Zone, Severity::Error},
    {Kind::CaaAllowsOne, 61, Scope::Zone, Severity::Warning},
    {Kind::CaaParameters, 62, Scope::Zone, Severity::Warning},
    {Kind::CaaCritical, 63, Scope::Zone, Severity::Error},
    {Kind::CaaLookupFails, 64, Scope::Zone, Severity::Error},
    {Kind::CaaThroughCname, 66, Scope::Zone, Severity::Info},
    {Kind::ClerkHasNotLooked, 67, Scope::Record, Severity::Warning},
    {Kind::CertificateStuck, 68, Scope::Zone, Severity::Error},
    {Kind::DomainInUse, 69, Scope::Zone, Severity::Error},
};

CatalogueRow rowOf(Kind kind)
{
    for (const CatalogueRow &row : catalogue)
        if (row.kind == kind)
            return row;
    return {Kind::None, 0, Scope::Record, Severity::Info};
}

} // namespace

QString catalogueId(Kind kind)
{
    return kind == Kind::None ? QString() : QStringLiteral("F%1").arg(rowOf(kind).number, 2, 10, QLatin1Char('0'));
}

Scope scopeOf(Kind kind)
{
    return rowOf(kind).scope;
}

Severity severityOf(Kind kind)
{
    return rowOf(kind).severity;
}

bool silencesRecords(Kind kind)
{
    return rowOf(kind).silencesRecords;
}

} // namespace golive
