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

    /// Clerk has filed a hosting provider's name and cannot be reached on it yet.
    struct Repair
    {
        bool isOffered = false;
        bool busy = false;
        QString text;
        QString button;
        QString trouble; ///< why it did not work

        bool operator==(const Repair &) const = default;
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
        Repair repair;

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
    /// Has Clerk work out a way to the domain that needs no DNS records. Nothing happens while it is under way.
    void repair();
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
    [[nodiscard]] Repair repairNow() const;
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
    bool m_repairing = false;
    bool m_repaired = false;
    std::optional<Error> m_repairTrouble;
    std::unique_ptr<QObject> m_pause; ///< deleted to call the look off
    State m_state;
};

} // namespace golive
