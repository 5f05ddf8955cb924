#pragma once

#include "dns/look/domainsurvey.h"
#include "model/domainname.h"
#include "wizard/steps/domainresearch.h"

#include <QCoreApplication>

namespace golive {

/// What was found out about a domain, in sentences: what it is and, where something stands in the way, the way on.
class SurveyWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::SurveyWords)

public:
    using Finding = DomainResearch::Finding;

    [[nodiscard]] static QList<Finding> findings(const DomainName &domain, const DomainSurvey &survey);
    /// It could not be looked at: nothing is known, and nothing stands in the way.
    [[nodiscard]] static Finding notSeen(const DomainName &domain);
    /// This workspace has `used` in the application `name`.
    [[nodiscard]] static Finding inUse(const DomainName &domain, const QString &used, const QString &name);

private:
    [[nodiscard]] static Finding zone(const DomainName &domain, const DomainSurvey &survey);
    [[nodiscard]] static Finding notInDns(const QString &root, const std::optional<Registration> &registration);
    [[nodiscard]] static QList<Finding> names(const DomainName &domain, const DomainSurvey &survey);
    [[nodiscard]] static Finding taken(const TakenName &taken);
    [[nodiscard]] static Finding otherClerk(const DomainName &domain, const QString &name);
};

} // namespace golive
