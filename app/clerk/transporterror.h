#pragma once

#include "foundation/error.h"

#include <QDateTime>
#include <QNetworkReply>

namespace golive {

/// The code of a ProxyRefused error: the proxy wants a user name and password. Not one of Clerk's.
inline constexpr char proxyWantsLogin[] = "proxy_authentication_required";

/// Likewise: no connection to the proxy could be made.
inline constexpr char proxyIsSilent[] = "proxy_unreachable";

/// What went wrong on the way, when no answer of Clerk's can say.
[[nodiscard]] Error transportError(QNetworkReply::NetworkError error, const QString &text);

/// True when the connection broke while in use, which another try may get over.
[[nodiscard]] bool connectionWasLost(QNetworkReply::NetworkError error);

/// How long a `Retry-After` header asks to wait (RFC 9110, 10.2.3: seconds or an HTTP date), never
/// negative and at most a day. Nothing when it cannot be read.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfterFrom(const QByteArray &header, const QDateTime &now);

} // namespace golive
