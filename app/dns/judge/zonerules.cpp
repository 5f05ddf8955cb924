#include "dns/judge/zonerules.h"

namespace golive {

QList<DnsFinding> judgeZone(const DomainEvidence &domain)
{
    switch (domain.zone.state) {
    case Zone::State::Unknown:
    case Zone::State::Found:
    case Zone::State::NetworkBlocked: return {};
    case Zone::State::NotRegistered: return {{.kind = DnsFinding::Kind::NotRegistered}};
    case Zone::State::NoServerAnswers: return {{.kind = DnsFinding::Kind::NoServerAnswers}};
    }
    Q_UNREACHABLE();
}

} // namespace golive
