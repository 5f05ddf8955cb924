#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/domainconnect.h"
#include "dns/evidence/zone.h"
#include "foundation/promise.h"

#include <QUrl>

class QNetworkAccessManager;

namespace golive {

class Clock;
class DnsClient;

/// What a provider's settings of Domain Connect say, as far as they can be used.
struct DomainConnectSettings
{
    DomainConnect connect; ///< with the address of the zone's own page
    QUrl api; ///< https address to ask about templates at; may be empty

    bool operator==(const DomainConnectSettings &) const = default;
};

/// Nothing when that is no settings, or they do not say who the provider is.
[[nodiscard]] std::optional<DomainConnectSettings> domainConnectFrom(const QByteArray &json, const QByteArray &zone);

/// Where the settings of `zone` are, by what its TXT record `_domainconnect` says: a host, perhaps
/// with a path. Empty when it says something else.
[[nodiscard]] QUrl domainConnectAddress(const QByteArray &text, const QByteArray &zone);

/// Asks the zone's servers and then the provider's over HTTPS. A provider that does not take part,
/// or whose record has outlived its service, is an answer too: one that does not exist().
///
/// The zone's servers are asked and not resolvers: that there is no such record would be proof to
/// them, in a signed zone, that names beside it do not exist either (RFC 8198).
[[nodiscard]] QFuture<Result<DomainConnect>> findDomainConnect(DnsClient &client, QNetworkAccessManager &network,
                                                               Clock &clock, const DnsSettings &settings,
                                                               const Zone &zone);

} // namespace golive
