#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"
#include "model/domainstatus.h"
#include "wizard/golivewords.h"
#include "wizard/stepviewmodel.h"
#include "wizard/storetrouble.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace golive {

class Clock;
class Deployment;
class SecretStore;

/// The last wait and the keys: what Clerk says about the domain, asked politely until it is
/// complete, and the keys of the production instance.
class GoLiveViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    enum class KeyPhase { NotAsked, Asking, Here, Missing };

    struct State
    {
        QList<GoLivePart> parts;
        bool complete = false;
        GoLiveOutlook outlook = GoLiveOutlook::Unknown;
        QString headline;
        QString explanation;
        QString remark; ///< when Clerk was last asked, or why it could not be
        bool asking = false;

        KeyPhase keyPhase = KeyPhase::NotAsked;
        QString publishableKey;
        QString keyPlace; ///< where the secret key is kept, or that it is not
        bool keyOnlyInMemory = false;
        StoreTrouble keyTrouble; ///< why it is only in memory, or could not be read

        QUrl site;
        QUrl domainsPage; ///< of Clerk's Dashboard
        QUrl keysPage; ///< of Clerk's Dashboard, for a key that this program may not read
        Notice notice;

        bool operator==(const State &) const = default;
    };

    /// `secrets` is only asked whether it outlives the program.
    GoLiveViewModel(Deployment &deployment, const SecretStore &secrets, Clock &clock, QUrl dashboardUrl,
                    QObject *parent = nullptr);
    ~GoLiveViewModel() override;

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;
    void leave() override;
    void goForward() override;

    /// Asks Clerk now; refused while an answer is awaited.
    void checkNow();
    void setVisible(bool visible);

    /// Fetches the secret key: from memory, the keychain, or Clerk.
    void loadKeys();
    /// Empty unless keyPhase is Here, and after leave(). For copying and for saving, on the person's request.
    [[nodiscard]] const Secret &secretKey() const { return m_secretKey; }
    /// The remedy of keyTrouble: puts a held key into the password store, else reads the key anew. Has the store
    /// unlocked first.
    void keepKeyAgain();
    /// Memory is enough for the key, until the program is closed.
    void keepKeyForSession();
    /// The person has the secret key elsewhere now: closing the program does not lose it.
    void noteKeyCopied();

    void dismissNotice();

private:
    void follow();
    void takeFacts();
    void turnTo(const QString &applicationId);
    void poll();
    void planNextPoll();
    void takeAnswer(const Result<DomainStatus> &answer);
    void takeKey(const Result<Secret> &answer);
    void askForKey();
    [[nodiscard]] StoreTrouble keyTrouble() const;
    void setNotice(Notice notice);
    void setState(State next);
    void fillKeys(State &next) const;

    Deployment &m_deployment;
    const SecretStore &m_secrets;
    Clock &m_clock;
    QUrl m_dashboardUrl;
    QString m_applicationId; ///< whose key and answers these are
    Secret m_secretKey;
    KeyPhase m_keyPhase = KeyPhase::NotAsked;
    bool m_shown = false;
    bool m_visible = true;
    bool m_asking = false;
    bool m_keeping = false;
    std::optional<Error> m_notRead; ///< why the password store did not give the key, nor Clerk
    int m_polls = 0;
    QDateTime m_askedAt;
    std::optional<Error> m_trouble;
    Notice m_notice;
    std::unique_ptr<QObject> m_schedule; ///< its end cancels the planned poll
    State m_state;
};

/// How long to wait before asking Clerk again, after `polls` answers: 3, 6, 12, 24, then every 30
/// seconds, 5 minutes after half an hour; four times as long when nobody is looking, and never
/// sooner than Clerk asked for with `trouble`.
[[nodiscard]] std::chrono::seconds statusPollDelay(int polls, bool visible, const std::optional<Error> &trouble);

} // namespace golive
