#pragma once

#include "model/deployplan.h"

#include <QCoreApplication>

namespace golive {

/// Who has to do something for the deployment to go on.
enum class Turn { Yours, Clerks, Nobodys };

/// The sentences of the last page that say how things stand.
class SummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::SummaryWords)

public:
    [[nodiscard]] static QString headline(const DeployPlan &plan, const DeployFacts &facts);
    /// What that means; one sentence.
    [[nodiscard]] static QString explanation(const DeployPlan &plan, const DeployFacts &facts);
    [[nodiscard]] static Turn turn(const DeployPlan &plan, const DeployFacts &facts);
    [[nodiscard]] static QString settings(DeployPlan::Settings settings);
    [[nodiscard]] static QString domain(const DeployFacts &facts);
    /// `permanent`: what was kept outlives the program.
    [[nodiscard]] static QStringList takingBack(bool permanent);
};

} // namespace golive
