#pragma once

#include "deploy/deployment.h"
#include "wizard/leftbehindwords.h"
#include "wizard/notice.h"
#include "wizard/settings/advicewords.h"
#include "wizard/settings/settingsinventory.h"
#include "wizard/settingswords.h"
#include "wizard/stepviewmodel.h"

#include <QUrl>

#include <optional>

namespace golive {

class Clock;
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
        QList<AdviceLine> advice; ///< on what hurts in production
        QUrl dashboard; ///< development's page, where settings are changed
        int count = 0; ///< of all settings of development
        QString search;
        SettingColumns columns;
        QList<SettingRow> rows; ///< the settings that match the search
        QString emptyText; ///< why no row is shown
        QString unexplained; ///< why the settings are shown without explanation, and cannot be saved
        QString fileName; ///< to be suggested for saving; empty while there is nothing to save
        Notice notice; ///< why it could not be read, or what became of saving

        bool operator==(const State &) const = default;
    };

    SettingsViewModel(PlatformApi &api, Deployment &deployment, const Clock &clock, QUrl dashboardUrl,
                      QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;
    /// Takes the choice that is shown, which at first is the recommended one.
    void goForward() override;

    void choose(DeployPlan::Settings choice);
    /// Reads development's settings again; nothing while that is under way.
    void readAgain();
    void setSearch(const QString &text);
    /// Writes development's settings to a file for the record, without any secret.
    void saveTo(const QString &path);

private:
    void followPlan();
    void showConfig(const Result<InstanceConfig> &answer);
    void readSchema();
    void readLists();
    void takeInventory();
    void renderConfig(State &next, const InstanceConfig &config) const;
    void render();
    void setState(State next);

    PlatformApi &m_api;
    Deployment &m_deployment;
    const Clock &m_clock;
    QUrl m_dashboardUrl;
    QString m_applicationId; ///< whose settings these are
    Reading m_reading = Reading::NotYet;
    std::optional<InstanceConfig> m_config;
    std::optional<QList<RedirectUrl>> m_redirectUrls;
    std::optional<QList<JwtTemplate>> m_jwtTemplates;
    QJsonObject m_schema; ///< empty while it was not read: then nothing is explained
    std::optional<Error> m_schemaTrouble; ///< of the last time that it was asked for
    SettingsInventory m_inventory;
    QString m_search;
    Notice m_notice;
    State m_state;
};

} // namespace golive
