#pragma once

#include "dns/ask/dnssettings.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace golive {

/// One of a zone's own servers, at the addresses it can be asked at.
struct ZoneServer
{
    QByteArray name;
    QList<DnsServer> addresses; ///< the best first; never empty

    bool operator==(const ZoneServer &) const = default;
};

/// The zone that holds a domain, as found in DNS.
struct Zone
{
    enum class State {
        Unknown, ///< not looked yet
        Found,
        NotRegistered, ///< the registry says nobody owns the domain (F11)
        NoServerAnswers, ///< resolvers answer, but get nothing from the zone's servers (F13)
        NetworkBlocked, ///< no resolver answers here, or none is set (F01)
    };

    State state = State::Unknown;
    QByteArray apex; ///< owner of its SOA record
    QByteArrayList nameServers; ///< names, those without an address included
    QList<ZoneServer> servers; ///< those with an address, no two at the same one

    bool operator==(const Zone &) const = default;
};

} // namespace golive
