#pragma once

#include "deploy/deployment.h"
#include "wizard/creationwords.h"
#include "wizard/notice.h"
#include "wizard/stepviewmodel.h"
#include "wizard/storetrouble.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace golive {

/// The commit point: shows once more what was chosen, and creates the production instance on the
/// one verb that does. Everything it says about the outcome is what Clerk said or what a second
/// look showed; when neither is certain it says that.
class CreateViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    enum class Phase {
        Ready,
        Creating,
        Unknown, ///< asked, and it is not known whether Clerk did it
        Looking, ///< reading what Clerk has, without creating
        Exists, ///< the production instance is there
    };

    struct State
    {
        QList<CreationWords::Row> summary;
        QStringList whatHappens; ///< what the button does, in order
        QStringList whatRemains; ///< once the instance exists: what is still to be done
        QString warning; ///< what cannot be taken back
        QString underWay; ///< what is happening; empty when nothing is
        QStringList missingFeatures; ///< server text
        QStringList featureUses; ///< each with the settings of development that use it; server text
        QUrl dashboard; ///< development's page, where they are switched off
        QStringList waysOn; ///< out of a plan that is too small
        Notice domainNotice; ///< Clerk filed another domain; to be said before anything else
        Notice outcome;
        StoreTrouble keyTrouble; ///< the secret key is only in memory; lasts while that is so
        Phase phase = Phase::Ready;
        bool canCreate = false;
        bool canLookAgain = false;
        bool canStartFromDefaults = false;

        bool operator==(const State &) const = default;
    };

    explicit CreateViewModel(Deployment &deployment, QUrl dashboardUrl = {}, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;
    void goForward() override;

    /// Creates the production instance; nothing happens while that is under way or done.
    void create();
    /// Reads again what Clerk has. Never creates.
    void lookAgain();
    /// A way out of a plan that is too small: Clerk's defaults are chosen, nothing is created yet.
    void startFromDefaultsInstead();
    /// The remedy of keyTrouble: tries again to put the secret key into the password store.
    void keepKey();
    /// Memory is enough for the key, until the program is closed.
    void keepKeyForSession();

Q_SIGNALS:
    /// Clerk objects to the domain; nothing was created. Shown on the domain step.
    void domainRefused(const golive::Error &error);

private:
    void refresh();
    void followFacts(State &next) const;
    void showCreated(const Result<CreationOutcome> &answer);
    void showNothingSent(const Error &error);
    void showRefusal(const Error &error);
    void readFeatureUses(const QStringList &features);
    void showFound(const Result<> &answer);
    [[nodiscard]] Notice whatBecameOfAnEarlierOne() const;
    [[nodiscard]] Notice whatWasFound(bool exists, const Result<> &answer) const;
    void showKey(const std::optional<Error> &notKept);
    [[nodiscard]] StoreTrouble keyTrouble() const;
    void forgetOutcome();
    void setState(State next);

    [[nodiscard]] bool isComplete() const;

    Deployment &m_deployment;
    QUrl m_dashboardUrl;
    QString m_applicationId; ///< whose outcome the State tells
    bool m_busy = false; ///< a call is under way, for whatever application
    bool m_keepingKey = false;
    std::optional<Error> m_noKey; ///< why the key could be had from nowhere
    bool m_answered = false; ///< Clerk said that the instance exists, whatever the facts say yet
    State m_state;
};

} // namespace golive
