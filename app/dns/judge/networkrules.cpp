#include "dns/judge/networkrules.h"

namespace golive {

QList<DnsFinding> judgeNetwork(const DomainEvidence &domain)
{
    if (domain.zone.state == Zone::State::NetworkBlocked)
        return {{.kind = DnsFinding::Kind::DnsBlocked}};
    return {};
}

} // namespace golive
