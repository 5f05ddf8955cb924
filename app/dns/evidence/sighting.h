#pragma once

#include "dns/ask/dnsanswer.h"
#include "dns/evidence/expectedtarget.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace golive {

/// What one server says lies at a name, and nothing about other names it may have mentioned.
struct Sighting
{
    enum class Role {
        Authoritative,
        Resolver, ///< a public one
        System, ///< this computer's own
    };

    static inline const QString systemKey = QStringLiteral("system");

    QString key; ///< the same for every answer of one server: its name in the zone, describe(server), or `system`
    DnsServer server;
    Role role = Role::Authoritative;
    bool usable = false; ///< says what exists; from a zone's own server, with authority
    DnsAnswer::Outcome outcome = DnsAnswer::Outcome::TimedOut;
    DnsRcode rcode = DnsRcode::NoError;
    QByteArrayList cnames; ///< owned by the name
    QByteArrayList chain; ///< where the CNAMEs lead, in order, as far as the answer says
    QList<QHostAddress> addresses; ///< owned by the name itself
    QByteArrayList texts; ///< owned by the name itself
    bool ownsQuestionedType = false; ///< entries of the type that was asked for are owned by the name
    QByteArray referredAt; ///< not its business: the name at which it points to other servers
    QByteArrayList referredTo; ///< those servers
    QByteArray dnameOwner; ///< the name above that is redirected as a whole (RFC 6672)
    QByteArray dnameTarget;
    int alike = 1; ///< answers in a row that were right, or were not
    std::optional<std::chrono::seconds> ttl; ///< of what was found, or of "does not exist" (RFC 2308)
    QDateTime askedAt;

    /// Nothing of the type that was asked for, and no CNAME either.
    [[nodiscard]] bool isAbsent() const { return usable && cnames.isEmpty() && !ownsQuestionedType; }
    /// Exactly one CNAME, to `target`.
    [[nodiscard]] bool isRight(const ExpectedTarget &target) const
    {
        return usable && cnames.size() == 1 && target.matches(cnames.constFirst());
    }
    /// Seconds left of `ttl` at `now`.
    [[nodiscard]] std::optional<std::chrono::seconds> remaining(const QDateTime &now) const;

    bool operator==(const Sighting &) const = default;
};

[[nodiscard]] Sighting sightingOf(const DnsAnswer &answer, Sighting::Role role, const QDateTime &askedAt);

/// What was found, in the technical words of DNS: the target, addresses, `NXDOMAIN`, `NODATA`, or
/// how the server refused. Empty when there was no answer.
[[nodiscard]] QString describe(const Sighting &sighting);

} // namespace golive
