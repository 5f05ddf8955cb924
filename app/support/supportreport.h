#pragma once

#include "clerk/calllog.h"
#include "deploy/deployjournal.h"
#include "model/deployplan.h"

#include <QDateTime>
#include <QStringList>

namespace golive {

/// What support needs to understand where a deployment stands. Whoever fills it in puts no secret into it.
struct SupportFacts
{
    struct Line
    {
        QString name;
        QString value;
    };

    QDateTime madeAt;
    QList<Line> program; ///< versions, system, desktop
    QString clerkHost; ///< host of the Platform API
    QString step; ///< that is on the screen
    std::optional<JournalEntry> entry; ///< of the deployment at hand
    DeployFacts facts; ///< of the deployment at hand
    QStringList dns; ///< what every server answered, line by line
    QList<CallNote> calls; ///< to Clerk, in this run
    QList<JournalEntry> others; ///< all deployments this computer knows of
    QStringList setAside; ///< names of files that could not be understood
    QString journalTrouble; ///< why the disk refuses, or nothing
    QString storeTrouble; ///< what the password store said last, or nothing
};

/// The report, as plain text in lines of its own. In English whatever the person speaks: Clerk's support reads it.
/// No credential is in it; ids, domains and addresses are, since they are what support looks things up by.
[[nodiscard]] QString supportReport(const SupportFacts &facts, const QString &homeFolder);

} // namespace golive
