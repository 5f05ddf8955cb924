#pragma once

#include "deploy/applicationcreator.h"
#include "deploy/deployment.h"
#include "model/domainname.h"
#include "wizard/notice.h"

#include <QObject>
#include <QString>

namespace golive {

class PlatformApi;

/// Staging, the way Clerk has it: a second application whose production instance lives on a domain of
/// its own. Makes the application, chooses the domain for it and opens it; from there the steps are
/// those of every application. The present one is left as it is.
class StagingPath final : public QObject
{
    Q_OBJECT

public:
    struct State
    {
        QString name; ///< of the application to make, as typed
        QString nameProblem;
        QString domain; ///< as typed
        QString domainProblem;
        bool busy = false;
        Notice outcome; ///< why there is no application, or that there is one which was not opened

        bool operator==(const State &) const = default;
    };

    StagingPath(PlatformApi &api, Deployment &deployment, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// Proposes names that fit the application and domain at hand, unless the person has typed some.
    void propose(const QString &domain);
    void setName(const QString &typed);
    void setDomain(const QString &typed);
    /// Nothing happens while it is under way.
    void create();
    /// The step it was asked for in is shown no more: an application that is made now is not opened.
    void leave() { m_left = true; }

Q_SIGNALS:
    void stateChanged();
    /// The new application is open, its domain chosen.
    void opened();

private:
    void take(const Result<Application> &answer, const QString &domain, const QString &askedFrom);
    void open(const Application &made, const QString &domain);
    void showRefusal(const Error &error);
    void render();

    Deployment &m_deployment;
    ApplicationCreator m_creator;
    QString m_applicationId; ///< whose staging it would be
    QString m_name;
    QString m_domain;
    bool m_nameTyped = false;
    bool m_domainTyped = false;
    bool m_complains = false;
    bool m_left = false; ///< since it was asked for
    State m_state;
};

} // namespace golive
