#pragma once

#include "foundation/result.h"
#include "model/application.h"
#include "model/deployplan.h"
#include "wizard/steps/productionreader.h"
#include "wizard/stepviewmodel.h"

#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace golive {

class Clock;
class DeployJournal;
class Deployment;
class PlatformApi;

/// Lists the workspace's applications and opens the one to take to production.
class ApplicationViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    enum class Standing {
        NoProduction,
        HasProduction, ///< how it stands is not known (yet)
        InProgress,
        Live,
    };

    /// What an application is opened for.
    enum class Aim {
        GoOn, ///< with its deployment, where that stands
        Compare, ///< to see how far its two instances have drifted apart
    };

    struct Row
    {
        QString id;
        QString name; ///< for people; server text
        Standing standing = Standing::NoProduction;
        QString standingText;
        QString detail; ///< the domain, or what is special; server text; may be empty
        bool hasDevelopment = true;
        bool hasProduction = false;

        bool operator==(const Row &) const = default;
    };

    struct State
    {
        bool loading = false;
        bool loaded = false;
        bool opening = false;
        bool readOnly = false; ///< the production instance exists: another application only by chooseAnother()
        QString filter;
        QList<Row> rows; ///< those that match, by name
        int total = 0; ///< in the workspace
        QString selectedId; ///< empty when nothing that is shown is selected
        QString countText; ///< how many are shown
        QString emptyText; ///< why no row is shown; empty when there are rows or nobody knows yet
        QString selectionText; ///< what choosing the selected application means
        bool canCompare = false; ///< what is selected, or open, has both instances
        std::optional<Row> opened; ///< the application that is being deployed
        Notice notice;

        bool operator==(const State &) const = default;
    };

    ApplicationViewModel(PlatformApi &api, Deployment &deployment, DeployJournal &journal, Clock &clock,
                         QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// Reads the list, unless it was read a moment ago.
    void enter() override;
    void leave() override;
    /// Opens the selected application, then moves on.
    void goForward() override;

    void reload();
    /// Case does not matter; matches names and ids.
    void setFilter(const QString &text);
    /// Only something that is shown can be selected; an empty id selects nothing.
    void select(const QString &applicationId);
    /// Selects and opens this application as soon as the list is there, then moves on.
    void continueWith(const QString &applicationId, Aim aim = Aim::GoOn);
    /// Opens the selected application to compare its two instances.
    void compareSettings();
    /// Leaves the present deployment as it is and lets the person choose anew.
    void chooseAnother();
    /// Forgets the list: it was another key's.
    void reset();

Q_SIGNALS:
    /// The application is open; its two instances are to be compared.
    void comparisonWanted();

private:
    void takeList(const Result<QList<Application>> &answer);
    void takeFirstChoice();
    void open(Aim aim);
    void arrive(Aim aim);
    void takeOpened(const QString &applicationId, const Result<> &refreshed);
    void askForStandings();
    [[nodiscard]] const Application *find(const QString &applicationId) const;
    [[nodiscard]] Row rowOf(const Application &application) const;
    /// As the deployment knows it, which is newer than the list.
    [[nodiscard]] std::optional<Row> openedRow(const DeployFacts &facts) const;
    [[nodiscard]] QList<Row> matchingRows(const QString &filter) const;
    void setNotice(Notice notice);
    /// Builds the rows anew, which with ten thousand applications is noticed; the rest is update().
    void updateRows(State next);
    /// Fills in what follows from the rest, and tells when something changed.
    void update(State next);

    PlatformApi &m_api;
    Deployment &m_deployment;
    DeployJournal &m_journal;
    Clock &m_clock;
    ProductionReader m_production;
    QList<Application> m_applications; ///< each id once, by name
    QHash<QString, qsizetype> m_places; ///< of the ids in m_applications
    QHash<QString, QString> m_journaled; ///< domain chosen earlier, by application
    std::optional<std::chrono::milliseconds> m_readAt;
    QString m_selected;
    QString m_wanted; ///< continueWith() waits for the list
    Aim m_wantedAim = Aim::GoOn;
    int m_load = 0; ///< answers to older requests are dropped
    std::optional<Aim> m_aim; ///< what to do once the application is open; nothing: stay
    State m_state;
};

} // namespace golive
