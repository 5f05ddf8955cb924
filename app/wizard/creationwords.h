#pragma once

#include "model/deployplan.h"
#include "model/instanceconfig.h"
#include "wizard/notice.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

namespace golive {

/// What the commit point says before and after: sentences made from the plan and from Clerk's answer.
class CreationWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::CreationWords)

public:
    /// One line of the summary.
    struct Row
    {
        QString title;
        QString value;
        QString remark;
        bool technical = false; ///< a host name: left to right in every language

        bool operator==(const Row &) const = default;
    };

    [[nodiscard]] static QList<Row> summary(const DeployPlan &plan);
    /// The same once the instance exists: with what Clerk made of it, and where its secret key is. `forGood`:
    /// keys that are kept outlast the program.
    [[nodiscard]] static QList<Row> made(const DeployPlan &plan, const DeployFacts &facts, bool forGood,
                                         const QDateTime &keyKeptAt = {});
    /// What is still to be done until the application is live, in order.
    [[nodiscard]] static QStringList whatRemains(const DeployPlan &plan, const DeployFacts &facts);
    /// What happens when the button is pressed, in order.
    [[nodiscard]] static QStringList whatHappens(const DeployPlan &plan, bool forGood);
    /// What cannot be taken back.
    [[nodiscard]] static QString warning();
    /// Empty when Clerk filed the domain that was typed, or has not said what it filed. Both in ASCII form.
    [[nodiscard]] static Notice comparedDomain(const QString &typed, const QString &stored);
    /// Each feature with the settings of `development` that use it. Server text.
    [[nodiscard]] static QStringList featureUses(const QStringList &features, const InstanceConfig &development);
    /// The ways out of a plan that lacks features.
    [[nodiscard]] static QStringList waysOn();

private:
    [[nodiscard]] static QString keyPlace(bool kept, bool forGood);
    [[nodiscard]] static Row domainRow(const DeployPlan &plan);
    [[nodiscard]] static Row backendRow(const DeployPlan &plan);
};

} // namespace golive
