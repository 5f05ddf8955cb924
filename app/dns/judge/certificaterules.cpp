#include "dns/judge/certificaterules.h"

namespace golive {

QList<DnsFinding> judgeCertificates(const DomainEvidence &)
{
    return {};
}

} // namespace golive
