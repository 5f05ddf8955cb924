#pragma once

#include "foundation/result.h"
#include "wizard/handover/switchwords.h"

#include <QObject>

#include <optional>

namespace golive {

class Deployment;
class SiteCheck;

/// The check whether the site has switched over, for the page.
struct SwitchState
{
    bool possible = false; ///< there is an instance, and a site to look at
    QString address; ///< of the page to look at, as typed
    QString problem; ///< why the address cannot be used
    bool looking = false;
    SwitchFinding finding;

    bool operator==(const SwitchState &) const = default;
};

/// Looks at the person's site when asked, and at no other time.
class SwitchPart final : public QObject
{
    Q_OBJECT

public:
    /// No `check`: there is no site to look at, as in practice. It outlives this.
    SwitchPart(Deployment &deployment, const SiteCheck *check, QObject *parent = nullptr);

    [[nodiscard]] const SwitchState &state() const { return m_state; }

    void setAddress(const QString &typed);
    void look();
    /// Looks at the plan again.
    void follow();

Q_SIGNALS:
    void changed();

private:
    void take(const Result<SiteLook> &look, const QString &host);
    [[nodiscard]] QString usualAddress() const;

    Deployment &m_deployment;
    const SiteCheck *m_check;
    QString m_applicationId; ///< whose site this is
    std::optional<QString> m_typed;
    QString m_problem;
    bool m_looking = false;
    SwitchFinding m_finding;
    SwitchState m_state;
};

} // namespace golive
