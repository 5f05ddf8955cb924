#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

#include <optional>

namespace golive {

/// A resolver that answers everybody. It answers from many places under one address, so its view is
/// that of a place near this computer, wherever its operator has its seat.
struct PublicResolver
{
    QString name; ///< for people
    QHostAddress address;
    QList<QHostAddress> others; ///< more addresses of the same service
    QString doh; ///< https address for DNS over HTTPS (RFC 8484); empty where it has none
    QString seat; ///< two letters of the operator's country
    QString purgePage; ///< https address of the page that makes it forget a name; may be empty
    bool multiCache = false; ///< many caches behind one address: an old answer may follow a new one
    bool encryptedOnly = false; ///< does not answer plain DNS
    bool byDefault = false; ///< one of those that are asked unless the person chooses others

    bool operator==(const PublicResolver &) const = default;
};

/// All of resources/resolvers.json, those asked by default first.
[[nodiscard]] QList<PublicResolver> knownResolvers();

/// The one that has this address; nothing when it is none of them.
[[nodiscard]] std::optional<PublicResolver> knownResolver(const QHostAddress &address);

/// The one that describe(DnsServer) has written out, such as `Google (8.8.8.8)`.
[[nodiscard]] std::optional<PublicResolver> knownResolver(const QString &described);

} // namespace golive
