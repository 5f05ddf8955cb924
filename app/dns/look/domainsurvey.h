#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/data/dnsprovider.h"
#include "dns/evidence/zone.h"
#include "dns/evidence/zoneevidence.h"
#include "foundation/promise.h"

#include <QByteArrayList>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace golive {

class Clock;
class DnsClient;

/// Something lies already at a name that Clerk is going to need.
struct TakenName
{
    enum class By {
        Alias, ///< a CNAME to `target`
        Records, ///< addresses, mail servers or texts
        Delegation, ///< name servers of its own
    };

    QString name;
    By by = By::Alias;
    QString target; ///< of a CNAME, without final dot
    bool leadsToClerk = false;

    bool operator==(const TakenName &) const = default;
};

/// What DNS and the registry say about a domain before anything is created for it.
struct DomainSurvey
{
    Zone::State state = Zone::State::Unknown;
    QString zone; ///< apex of the zone that holds the domain; empty when there is none
    QStringList nameServers;
    DnsProvider provider; ///< who runs the zone, by its name servers
    std::optional<Registration> registration; ///< asked for only when there is no zone
    QList<TakenName> taken; ///< in the order the names were given
    bool allNamesSeen = false; ///< a server of the zone has answered for every name

    bool operator==(const DomainSurvey &) const = default;
};

/// Looks at domains for who chooses one.
class DomainSurveyor
{
public:
    virtual ~DomainSurveyor() = default;

    /// One at a time: the survey before it is given up and answers Cancelled. `domain` and `names` in ASCII form.
    [[nodiscard]] virtual QFuture<Result<DomainSurvey>> survey(const QString &domain, const QStringList &names) = 0;
    /// Nobody wants the answer any more.
    virtual void giveUp() = 0;
};

/// Asks resolvers about the registrable part, the zone's own servers about the names (resolvers would
/// remember that they do not exist), and the registry where there is no zone. Ends after a quarter
/// of a minute with what is known by then.
class DnsSurveyor final : public DomainSurveyor
{
public:
    static constexpr std::chrono::seconds longest {15};

    DnsSurveyor(DnsClient &client, Clock &clock, DnsSettings settings);
    ~DnsSurveyor() override;

    QFuture<Result<DomainSurvey>> survey(const QString &domain, const QStringList &names) override;
    void giveUp() override;

private:
    class Look;

    DnsClient &m_client;
    Clock &m_clock;
    DnsSettings m_settings;
    std::unique_ptr<Look> m_look;
};

} // namespace golive
