#pragma once

#include "dns/evidence/zoneevidence.h"
#include "foundation/promise.h"

#include <QUrl>

class QNetworkAccessManager;

namespace golive {

class Clock;

/// What the registry publishes about `name`, by way of the RDAP service (RFC 9082), whose address
/// the name is appended to. Only https, redirects included; plain http on this computer itself.
///
/// At most 256 KiB and ten seconds. The Error says why nothing was learned; that nobody owns the
/// name is an answer.
[[nodiscard]] QFuture<Result<Registration>> lookUpRegistration(QNetworkAccessManager &network, Clock &clock,
                                                               const QUrl &service, const QByteArray &name);

/// An RDAP answer about a domain (RFC 9083). What is missing or strange in it is left out; nothing
/// when it is no such answer at all.
[[nodiscard]] std::optional<Registration> registrationFrom(const QByteArray &json);

} // namespace golive
