#pragma once

#include "deploy/deployment.h"
#include "model/domainname.h"
#include "wizard/notice.h"
#include "wizard/steps/domainresearch.h"
#include "wizard/steps/hostform.h"
#include "wizard/steps/stagingpath.h"
#include "wizard/stepviewmodel.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace golive {

class Clock;
class DomainSurveyor;
class PlatformApi;

/// The domain of production and where the parts of the application live. Nobody is interrupted while
/// typing: what is wrong is said on leaving a field or on going forward. What is right is stored in
/// the plan at once, so the field and the plan never differ for long.
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

    /// Whether Clerk's names belong on the typed subdomain or on its root.
    struct RootQuestion
    {
        bool isOpen = false;
        QString text;
        QString useRoot; ///< on the button that takes the root
        QString keep; ///< on the one that keeps the subdomain

        bool operator==(const RootQuestion &) const = default;
    };

    struct State
    {
        bool readOnly = false; ///< the domain is final; the layout may still change
        QString domain; ///< as typed
        QString understood; ///< what was made of it, where that is something else
        QString problem; ///< for the field
        QString suggestion; ///< a domain to use in its place, where one is in what was typed
        QString explanation; ///< root or subdomain
        QString caution; ///< odd, not wrong
        RootQuestion root;

        bool looking = false; ///< what can be found out is being looked up
        QList<DomainResearch::Finding> findings;

        QList<Name> names;
        QString namesRemark;
        Notice notice; ///< what Clerk said about the domain, until it is changed; or that it filed another

        bool operator==(const State &) const = default;
    };

    DomainViewModel(PlatformApi &api, Deployment &deployment, DomainSurveyor &surveyor, Clock &clock,
                    QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    /// The questions about the application's hosts.
    [[nodiscard]] HostForm &hosts() { return m_hosts; }
    /// Staging as an application of its own.
    [[nodiscard]] StagingPath &staging() { return m_staging; }

    void enter() override;
    void leave() override;
    void goForward() override;

    void setDomain(const QString &typed);
    /// The person has left the field.
    void finishDomain();
    void useSuggestion();
    /// Clerk's names go on the root; the website stays where it was typed.
    void useRoot();
    void keepSubdomain();
    /// Looks once more at what can be found out.
    void lookAgain();

    /// Clerk refused to create an instance for this domain; said at the field until it is changed.
    void showRefusal(const Error &error);

private:
    void followPlan();
    void load();
    void readDomain();
    void pauseThenLook();
    void settle();
    void look();
    void render();
    void describeDomain(State &next) const;
    [[nodiscard]] RootQuestion rootQuestion() const;
    [[nodiscard]] Notice noticeNow() const;
    void setState(State next);
    [[nodiscard]] bool rootIsOpen() const;
    [[nodiscard]] QString suggestionNow() const;
    [[nodiscard]] QString problemNow() const;

    Deployment &m_deployment;
    Clock &m_clock;
    HostForm m_hosts;
    DomainResearch m_research;
    StagingPath m_staging;
    QString m_applicationId; ///< whose domain this is
    QString m_stored; ///< the plan's domain as last seen or written here
    QString m_typed;
    tl::expected<DomainName, DomainProblem> m_domain;
    bool m_subdomainKept = false;
    bool m_settled = true; ///< no typing since the last pause
    bool m_complains = false; ///< the domain's problem may be said
    std::optional<Error> m_refusal;
    std::unique_ptr<QObject> m_pause; ///< deleted to call the look off
    State m_state;
};

} // namespace golive
