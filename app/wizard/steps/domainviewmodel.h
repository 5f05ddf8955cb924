#pragma once

#include "deploy/deployment.h"
#include "model/domainname.h"
#include "wizard/hostpicture.h"
#include "wizard/notice.h"
#include "wizard/stepviewmodel.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace golive {

class Clock;
class PlatformApi;

/// The domain of production and where the backend lives. Nobody is interrupted while typing: what
/// is wrong is said on leaving a field or on going forward. What is right is stored in the plan at
/// once, so the field and the plan never differ for long.
class DomainViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    /// A name Clerk is going to use.
    struct Name
    {
        QString name;
        QString purpose;

        bool operator==(const Name &) const = default;
    };

    struct State
    {
        bool readOnly = false; ///< the domain is final; the layout may still change
        QString domain; ///< as typed
        QString understood; ///< what was made of it, where that is something else
        QString problem; ///< for the field
        QString explanation; ///< root or subdomain
        QString caution; ///< odd, not wrong
        QString inUse; ///< where this workspace uses the domain already
        bool asksAboutWww = false;
        QString withWww;
        QString withoutWww;

        HostChoices::Backend backend = HostChoices::Backend::SameHost;
        QString backendHost; ///< as typed
        QString backendUnderstood;
        QString backendProblem;
        QString consequence;
        HostPicture picture;

        QList<Name> names;
        QString namesRemark;
        Notice notice; ///< what Clerk said about the domain, until it is changed

        bool operator==(const State &) const = default;
    };

    DomainViewModel(PlatformApi &api, Deployment &deployment, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;
    void leave() override;
    void goForward() override;

    void setDomain(const QString &typed);
    /// The person has left the field.
    void finishDomain();
    void useWithoutWww();
    void keepWww();

    void setBackend(HostChoices::Backend backend);
    void setBackendHost(const QString &typed);
    void finishBackendHost();

    /// Clerk refused to create an instance for this domain; said at the field until it is changed.
    void showRefusal(const Error &error);

private:
    void followPlan();
    void load();
    void readDomain();
    void pauseThenLook();
    void settle();
    void lookInWorkspace();
    void showUse(const QString &registrable, const QList<Domain> &found);
    void render();
    void describeDomain(State &next) const;
    void describeBackend(State &next) const;
    void setState(State next);
    [[nodiscard]] bool wwwIsOpen() const;
    [[nodiscard]] QString problemNow() const;

    PlatformApi &m_api;
    Deployment &m_deployment;
    Clock &m_clock;
    QString m_applicationId; ///< whose domain this is
    QString m_stored; ///< the plan's domain as last seen or written here
    QString m_typed;
    tl::expected<DomainName, DomainProblem> m_domain;
    QString m_backendTyped;
    bool m_wwwKept = false;
    bool m_settled = true; ///< no typing since the last pause
    bool m_complains = false; ///< the domain's problem may be said
    bool m_backendComplains = false;
    std::optional<Error> m_refusal;
    QString m_lookedFor; ///< the registrable name the workspace was searched for
    QString m_inUse;
    std::unique_ptr<QObject> m_pause; ///< deleted to call the search off
    State m_state;
};

} // namespace golive
