#include "dns/judge/dnssecreason.h"

#include <algorithm>

namespace golive {
namespace {

struct KnownError
{
    quint16 code;
    const char *meaning;
};

/// The codes of RFC 8914 that are about DNSSEC, the most telling first: resolvers like to add the
/// general "bogus" to them.
constexpr KnownError aboutDnssec[] = {
    {7, "signature expired"},
    {8, "signature not yet valid"},
    {9, "DNSKEY missing"},
    {10, "RRSIGs missing"},
    {11, "no zone key bit set"},
    {12, "NSEC missing"},
    {1, "unsupported DNSKEY algorithm"},
    {2, "unsupported DS digest type"},
    {6, "DNSSEC bogus"},
    {5, "DNSSEC indeterminate"},
};

/// No reachable authority, network error: the servers are the trouble, and an answer without the
/// check comes from a cache.
constexpr quint16 aboutServers[] = {22, 23};

} // namespace

std::optional<DnssecReason> dnssecReason(const DnssecCheck &check, bool nobodySees)
{
    if (check.validated != DnsRcode::ServerFailure || check.unchecked != DnsRcode::NoError)
        return std::nullopt;
    for (const KnownError &known : aboutDnssec)
        if (check.extendedErrors.contains(known.code))
            return DnssecReason {known.code, QString::fromLatin1(known.meaning)};
    const bool unreachable = std::any_of(std::begin(aboutServers), std::end(aboutServers),
                                         [&](quint16 code) { return check.extendedErrors.contains(code); });
    if (unreachable || (check.resolversFailing < 2 && !nobodySees))
        return std::nullopt;
    return DnssecReason();
}

} // namespace golive
