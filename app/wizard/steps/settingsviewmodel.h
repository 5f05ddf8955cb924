#pragma once

#include "deploy/deployment.h"
#include "wizard/leftbehindwords.h"
#include "wizard/notice.h"
#include "wizard/settingswords.h"
#include "wizard/stepviewmodel.h"

#include <optional>

namespace golive {

class PlatformApi;

/// Whether production starts as a copy of development or with Clerk's defaults, and what either
/// means. The choice needs no reading: when Clerk cannot be asked, it can be made all the same.
class SettingsViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    enum class Reading { NotYet, UnderWay, Done, Failed };

    struct State
    {
        DeployPlan::Settings choice = DeployPlan::Settings::Undecided;
        bool readOnly = false;
        bool canCopy = true; ///< there is a development instance to copy from
        Reading reading = Reading::NotYet;
        QList<SettingsParagraph> copied;
        QList<LeftBehindLine> leftBehind;
        Notice notice; ///< why it could not be read

        bool operator==(const State &) const = default;
    };

    SettingsViewModel(PlatformApi &api, Deployment &deployment, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;
    /// Takes the choice that is shown, which at first is the recommended one.
    void goForward() override;

    void choose(DeployPlan::Settings choice);
    /// Reads development's settings again; nothing while that is under way.
    void readAgain();

private:
    void followPlan();
    void showConfig(const Result<InstanceConfig> &answer);
    void readLists();
    void render();
    void setState(State next);

    PlatformApi &m_api;
    Deployment &m_deployment;
    QString m_applicationId; ///< whose settings these are
    Reading m_reading = Reading::NotYet;
    std::optional<InstanceConfig> m_config;
    std::optional<QList<RedirectUrl>> m_redirectUrls;
    std::optional<QList<JwtTemplate>> m_jwtTemplates;
    Notice m_notice;
    State m_state;
};

} // namespace golive
