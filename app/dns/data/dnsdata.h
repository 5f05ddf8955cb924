#pragma once

#include "dns/ask/dnssettings.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace golive {

/// One of the JSON files under resources/ that are built into this room, such as `resolvers.json`.
/// Empty when it is not there or is not a JSON object, which a test rules out.
[[nodiscard]] QJsonObject dnsData(const QString &fileName);

/// The resolvers of resources/resolvers.json.
[[nodiscard]] QList<DnsServer> publicResolvers();

/// True for the addresses Cloudflare publishes as its own. What is behind one cannot be told:
/// customers' proxied hosts and Clerk's own alike.
[[nodiscard]] bool isCloudflareAddress(const QHostAddress &address);

/// A company whose servers hold zones, and what its page for records wants.
struct DnsProvider
{
    /// What is typed as the name of `clerk.example.com` in the zone `example.com`.
    enum class HostField {
        Relative, ///< `clerk`: the zone is added by the provider
        Either, ///< `clerk` or the full name
        Full, ///< `clerk.example.com.`
    };

    QString name; ///< for people; empty when the provider is not known
    QString console; ///< https address of the page for records; empty where there is none for everybody
    HostField hostField = HostField::Relative;
    bool targetDot = false; ///< a target without final dot gets the zone appended

    bool operator==(const DnsProvider &) const = default;
};

/// Who runs the zone, by the names of most of its name servers: the longest suffix counts, whole
/// labels only. An unknown provider when they disagree or none is in resources/dnsproviders.json:
/// saying nothing is better than the wrong page.
[[nodiscard]] DnsProvider providerOf(const QStringList &nameServers, const QString &zone);

} // namespace golive
