#pragma once

#include "dns/look/domainsurvey.h"
#include "testkit/scripted.h"

namespace golive {

/// Says about domains what it is told to say. Without a script it knows nothing, as without a network.
class ScriptedSurveyor final : public DomainSurveyor
{
public:
    Scripted<DomainSurvey> answer {failure(Error::Kind::Cancelled)};
    QStringList domains; ///< that were to be looked at, in order
    QStringList names; ///< of the last look
    int givenUp = 0;

    QFuture<Result<DomainSurvey>> survey(const QString &domain, const QStringList &wanted) override
    {
        domains.append(domain);
        names = wanted;
        return answer.ask();
    }
    void giveUp() override { ++givenUp; }
};

extern template class Scripted<DomainSurvey>;

} // namespace golive
