#pragma once

#include "dns/ask/dnssettings.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QList>

namespace golive {

/// One of the JSON files under resources/ that are built into this room, such as `resolvers.json`.
/// Empty when it is not there or is not a JSON object, which a test rules out.
[[nodiscard]] QJsonObject dnsData(const QString &fileName);

/// The resolvers of resources/resolvers.json that are asked by default.
[[nodiscard]] QList<DnsServer> publicResolvers();
/// The root servers of resources/resolvers.json that are asked whether somebody answers in their place.
[[nodiscard]] QList<DnsServer> rootServers();

/// True for the addresses Cloudflare publishes as its own. What is behind one cannot be told:
/// customers' proxied hosts and Clerk's own alike.
[[nodiscard]] bool isCloudflareAddress(const QHostAddress &address);

} // namespace golive
