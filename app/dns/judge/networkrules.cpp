#include "dns/judge/networkrules.h"

namespace golive {
namespace {

using Kind = DnsFinding::Kind;

constexpr int resolversNeeded = 3; // fewer may be down by chance

/// Who invents names for everybody wants to show a page. That of the network's own resolver counts
/// only where nobody else can be asked: otherwise it is an advertisement that nothing here depends on.
bool isCaptive(const DomainEvidence &domain)
{
    const NetworkEvidence &network = domain.network;
    const bool nobodyElse = network.resolvers.answered == 0 && network.encrypted.answered == 0;
    return network.inventsNames || (network.systemInventsNames && nobodyElse);
}

/// What lies between this computer and the servers, the gravest only.
std::optional<Kind> inBetween(const DomainEvidence &domain)
{
    if (isCaptive(domain))
        return Kind::CaptivePortal;
    if (domain.zone.state == Zone::State::NetworkBlocked || domain.silence == ResolverSilence::Certain)
        return Kind::DnsBlocked;
    if (isBlocked(domain.network))
        return Kind::OnlyEncrypted;
    if (isIntercepted(domain.network))
        return Kind::DnsIntercepted;
    return std::nullopt;
}

} // namespace

QList<DnsFinding> judgeNetwork(const DomainEvidence &domain)
{
    const NetworkEvidence &network = domain.network;
    QList<DnsFinding> found;
    const std::optional<Kind> gravest = inBetween(domain);
    if (gravest)
        found.append({.kind = *gravest});
    if (network.certificateTimesFail)
        found.append({.kind = Kind::ClockWrong});
    if (gravest) // which may be why other things seem to be so
        return found;
    for (const QByteArray &server : network.ipv6OnlyServers)
        found.append({.kind = Kind::Ipv6OnlyServer, .server = QString::fromLatin1(server)});
    for (const DnsServer &server : network.slowServers)
        found.append({.kind = Kind::AskedToSlowDown, .server = describe(server)});
    return found;
}

bool isIntercepted(const NetworkEvidence &network)
{
    return network.root && !network.root->isItself();
}

bool isBlocked(const NetworkEvidence &network)
{
    return network.resolvers.asked >= resolversNeeded && network.resolvers.answered == 0
        && network.authorities.asked > 0 && network.authorities.answered == 0 && network.encrypted.answered > 0;
}

bool keepsServersAway(const NetworkEvidence &network)
{
    return isIntercepted(network) || isBlocked(network);
}

} // namespace golive
