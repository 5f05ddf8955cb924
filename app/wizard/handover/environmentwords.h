#pragma once

#include "handover/envmerge.h"
#include "handover/gitstanding.h"
#include "handover/projectfolder.h"

#include <QCoreApplication>

namespace golive {

/// The sentences about environment files and project folders.
class EnvironmentWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::EnvironmentWords)

public:
    /// What told the framework.
    [[nodiscard]] static QString recognised(const ProjectFolder &project);
    [[nodiscard]] static QString problem(const ProjectProblem &problem);
    [[nodiscard]] static QString change(const EnvChange &change);
    [[nodiscard]] static QString refusal(const EnvRefusal &refusal, const QString &file);
    /// Empty where there is nothing to warn of.
    [[nodiscard]] static QString gitWarning(GitStanding standing, const QString &file);
    [[nodiscard]] static QStringList mergeWarnings(const EnvMerge &merge, const Framework &framework,
                                                   const QString &file);
    [[nodiscard]] static QString secretRemark(const Framework &framework, bool asking, bool withSecret);
};

} // namespace golive
