#pragma once

#include "deploy/deployment.h"
#include "wizard/notice.h"
#include "wizard/settings/carryrows.h"
#include "wizard/settings/settingdetails.h"
#include "wizard/stepviewmodel.h"

#include <QUrl>

namespace golive {

class PlatformApi;

/// Development and production side by side: what a clone lost, or how far the two have drifted
/// apart since. What the person ticks is first shown as Clerk would do it and then carried over.
/// Only carryOver() writes, to production alone, and only what was ticked and previewed.
class ComparisonViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    enum class Phase {
        Empty, ///< nothing was read yet, or it could not be
        Reading,
        Choosing,
        Previewing,
        Previewed, ///< what Clerk would do is shown; nothing was changed
        Carrying,
        Carried, ///< what is true now is shown
    };

    struct State
    {
        Phase phase = Phase::Empty;
        bool hasBoth = true; ///< there are two instances to compare
        bool everything = false; ///< show what is the same, too
        ReadingDirection direction = ReadingDirection::DevelopmentFirst;
        QString search;
        QString headline; ///< how the two stand
        QString explanation;
        bool equal = false;
        SettingColumns columns;
        QList<SettingRow> rows;
        QString emptyText; ///< why there are no rows
        QString selectedId;
        std::optional<SettingDetails> details;
        QString tickedText;
        QString underWay; ///< empty when nothing is
        Notice notice;
        int ticked = 0;
        bool canTickAll = false; ///< of what is shown
        bool canTick = false; ///< of all there is
        bool canPreview = false;
        bool canCarryOver = false;

        bool operator==(const State &) const = default;
    };

    ComparisonViewModel(PlatformApi &api, Deployment &deployment, QUrl dashboardUrl, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] bool isCarrying() const { return m_phase == Phase::Carrying; }

    void enter() override;
    /// Moves on; from then on the comparison counts as looked through.
    void goForward() override;

    /// Reads both instances again. Ticks stay where they still mean something.
    void compare();
    void setSearch(const QString &text);
    void showEverything(bool everything);
    void readFrom(ReadingDirection direction);
    void select(const QString &rowId);
    /// A heading ticks all that is shown below it.
    void tick(const QString &rowId, bool on);
    /// All that is shown.
    void tickAll(bool on);
    /// Asks Clerk what would happen. Nothing is written.
    void preview();
    /// From the preview or the result back to the list.
    void backToList();
    /// Writes what was previewed, then looks again.
    void carryOver();

private:
    void followDeployment();
    void read();
    void showReading(const Result<SettingsReading> &answer);
    void showEntries(const Result<EntriesReading> &answer);
    void showPreview(const Result<SettingsPreview> &answer);
    void carrySettings();
    void carryRedirectUrls();
    void carryJwtTemplates();
    void showResult();
    void rebuildTable();
    void setPhase(Phase phase);
    [[nodiscard]] QSet<SettingPath> tickedPaths() const;
    template<typename Entry>
    [[nodiscard]] QList<Entry> tickedEntries(const QList<Entry> &all, QString Entry::*name,
                                             ComparisonTable::Line::Source source) const;
    [[nodiscard]] SettingColumns columns() const;
    [[nodiscard]] std::optional<SettingDetails> details() const;
    void render();
    void renderList(State &next) const;

    Deployment &m_deployment;
    SettingsCarrier m_settings;
    EntryCarrier m_entries;
    QUrl m_dashboardUrl;
    QString m_applicationId; ///< whose instances these are
    int m_turn = 0; ///< of the application; answers to an earlier one are dropped
    Phase m_phase = Phase::Empty;
    std::optional<SettingsReading> m_reading;
    std::optional<EntriesReading> m_entriesReading;
    ComparisonTable m_table;
    ReadingDirection m_direction = ReadingDirection::DevelopmentFirst;
    bool m_everything = false;
    QString m_search;
    QString m_selected;
    QSet<QString> m_ticked;
    QList<SettingRow> m_outlook; ///< of the preview or of the result
    CarryReport m_report;
    Notice m_notice;
    State m_state;
};

} // namespace golive
