#pragma once

#include "deploy/deployjournal.h"
#include "wizard/stepviewmodel.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace golive {

/// The first page: what will happen, what to have ready, and where earlier deployments go on.
///
/// It asks no server: what it says about earlier deployments is what this computer remembers.
class StartViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    /// One thing to have ready. Ticks are for the person only; nothing depends on them and they are not kept.
    struct Preparation
    {
        QString id;
        QString title;
        QString explanation;
        bool ticked = false;

        bool operator==(const Preparation &) const = default;
    };

    /// One respect in which development and production are two worlds.
    struct Difference
    {
        QString subject;
        QString development;
        QString production;

        bool operator==(const Difference &) const = default;
    };

    /// A deployment this computer remembers.
    struct Earlier
    {
        QString applicationId;
        QString applicationName; ///< may have been chosen by others; show it as plain text
        QString domain; ///< empty while none was chosen
        QString standing; ///< how far it had come, in words
        QString changed; ///< when it was last worked on, in words
        bool finished = false;
        bool canCompare = false; ///< it has a production instance

        bool operator==(const Earlier &) const = default;
    };

    struct State
    {
        bool started = false; ///< the person has left this page once
        bool practice = false;
        bool canPractice = false;
        QString introduction;
        QString duration;
        QStringList stages; ///< what will happen, in order
        QList<Difference> differences;
        QString usersStay; ///< the one difference that surprises most
        QList<Preparation> preparations;
        QList<Earlier> earlier; ///< the most recently changed first
        Notice notice;

        bool operator==(const State &) const = default;
    };

    /// `clerkHost`: the deployments of another Clerk are not offered.
    StartViewModel(DeployJournal &journal, QString clerkHost, bool practice, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;
    void goForward() override;

    void tick(const QString &preparationId, bool ticked);
    /// Goes on with an earlier deployment; nothing happens for one that is not in the list.
    void continueDeployment(const QString &applicationId);
    /// Opens an earlier deployment to compare its two instances.
    void compareSettings(const QString &applicationId);
    /// Nothing happens in practice mode.
    void practiceFirst();

Q_SIGNALS:
    void continueWanted(const QString &applicationId);
    void comparisonWanted(const QString &applicationId);
    void practiceWanted();

private:
    [[nodiscard]] bool leaveWith(const QString &applicationId);
    [[nodiscard]] QList<Preparation> preparations() const;
    [[nodiscard]] QList<Earlier> earlier() const;
    [[nodiscard]] Notice setAsideNotice() const;
    [[nodiscard]] static QStringList stages();
    [[nodiscard]] static QList<Difference> differences();
    [[nodiscard]] static QString standing(const JournalEntry &entry);
    void setState(State next);

    DeployJournal &m_journal;
    QString m_clerkHost;
    State m_state;
};

} // namespace golive
