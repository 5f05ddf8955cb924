#include "model/hostlayout.h"

#include "model/hostname.h"
#include "model/publicsuffix.h"

namespace golive {

tl::expected<BackendHost, DomainProblem> backendHostFrom(const QString &typed, const DomainName &site)
{
    const auto host = hostNameFrom(typed);
    if (!host)
        return tl::unexpected(host.error());
    if (*host == site.ascii())
        return BackendHost {*host, HostRelation::SameOrigin};
    if (isPublicSuffix(*host))
        return tl::unexpected<DomainProblem>({DomainProblem::Kind::PublicSuffix, *host});
    const bool sameRoot = registrablePart(*host) == site.registrable();
    return BackendHost {*host, sameRoot ? HostRelation::SameRoot : HostRelation::OtherRoot};
}

} // namespace golive
