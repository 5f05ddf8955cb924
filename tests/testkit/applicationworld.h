#pragma once

#include "deploy/deployment.h"
#include "keychain/memorysecretstore.h"
#include "testkit/movedclock.h"
#include "testkit/scriptedplatformapi.h"
#include "testkit/settle.h"
#include "wizard/steps/applicationviewmodel.h"

#include <QSignalSpy>
#include <QTest>

namespace golive {

inline const QString clerkHost = QStringLiteral("api.clerk.test");

enum class With { Development, Production, Both };

inline Application application(const QString &id, const QString &name, With instances = With::Development)
{
    Application made;
    made.id = id;
    made.name = name;
    if (instances != With::Production)
        made.instances.append({QStringLiteral("ins_dev"), Environment::Development, {}});
    if (instances != With::Development)
        made.instances.append({QStringLiteral("ins_prod_") + id, Environment::Production, {}});
    return made;
}

inline Domain domain(const QString &name)
{
    Domain made;
    made.id = QStringLiteral("dmn_") + name;
    made.name = name;
    return made;
}

inline DomainStatus status(bool complete)
{
    DomainStatus made;
    made.complete = complete;
    return made;
}

/// The step that chooses an application, with a scripted Clerk and nothing on disk.
struct ApplicationWorld
{
    void list(const QList<Application> &applications) { api.applications = Result<QList<Application>>(applications); }
    /// What opening `application` will find.
    void letOpen(const Application &opened) { api.application = Result<Application>(opened); }
    void enter()
    {
        viewModel.enter();
        QTRY_VERIFY(viewModel.state().loaded && !viewModel.state().loading);
    }
    [[nodiscard]] const ApplicationViewModel::State &state() const { return viewModel.state(); }
    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (const ApplicationViewModel::Row &row : state().rows)
            names.append(row.name);
        return names;
    }

    ScriptedPlatformApi api;
    MemorySecretStore secrets;
    DeployJournal journal {QString()};
    MovedClock clock;
    Deployment deployment {api, secrets, journal, clock, clerkHost};
    ApplicationViewModel viewModel {api, deployment, journal, clock};
    QSignalSpy finished {&viewModel, &StepViewModel::finished};
    QSignalSpy attention {&viewModel, &StepViewModel::attentionWanted};
};

inline const Application shop = application(QStringLiteral("app_shop"), QStringLiteral("Shop"));
inline const Application blog = application(QStringLiteral("app_blog"), QStringLiteral("blog"));
inline const Application live = application(QStringLiteral("app_live"), QStringLiteral("Live one"), With::Both);

} // namespace golive
