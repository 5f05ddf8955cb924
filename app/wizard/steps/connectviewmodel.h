#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"
#include "model/application.h"
#include "model/keykind.h"
#include "wizard/stepviewmodel.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace golive {

class PlatformApi;
class SecretStore;

/// Gets hold of a Platform API key and has Clerk accept it.
///
/// A key comes from one of three places: typed, from the environment (never stored), or remembered
/// in the password store. Only a key that Clerk accepted is remembered, and trouble with the
/// password store is told but stops nobody.
class ConnectViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    enum class Phase { Asking, Checking, Connected };
    enum class KeySource { None, Typed, Environment, Remembered };

    struct State
    {
        Phase phase = Phase::Asking;
        KeySource source = KeySource::None; ///< of the key being checked or in use
        QString sourceText; ///< the same in words; while Asking, of the key that would be used
        bool hasEnvironmentKey = false;
        bool hasRememberedKey = false; ///< one is kept on this computer, as far as known
        bool canConnect = false; ///< there is a key to try
        bool lookingUp = false; ///< the password store is being asked for a remembered key
        QString keyProblem; ///< what is wrong with the typed text, and what to use instead
        bool canRemember = true;
        bool remember = false;
        QString rememberText; ///< what remembering means here
        bool saving = false; ///< the accepted key is on its way into the password store
        bool canSave = false; ///< the accepted key is not remembered, and may be
        bool canLookAgain = false; ///< the password store could not be read
        bool storeIsLocked = false; ///< looking again makes it ask for its password
        bool canKeepForSession
            = false; ///< the accepted key could not be kept, and the person has not said that it may be lost
        bool keepingNeedsUnlocking = false; ///< saving makes the store ask for its password
        bool forgetting = false;
        int applications = 0; ///< in the workspace; counts while Connected
        QString connectedText;
        QUrl dashboardUrl;
        QString howToGetAKey;
        QString practiceKey; ///< in practice mode: the pretend workspace's key, which is no secret
        Notice notice;

        bool operator==(const State &) const = default;
    };

    /// `clerkHost` names the entry in the password store; `environmentKey` is that of
    /// CLERK_PLATFORM_API_KEY, if it is set.
    ConnectViewModel(PlatformApi &api, SecretStore &secrets, const QString &clerkHost,
                     std::optional<Secret> environmentKey, const QUrl &dashboardUrl);

    /// Practice mode: there is no Dashboard to fetch a key from, so this one is shown to be copied.
    void offerPracticeKey(const QString &key);

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] bool isConnected() const { return m_state.phase == Phase::Connected; }

    /// Looks for a remembered key, once per visit while none is known.
    void enter() override;
    void leave() override;
    /// Connects if need be, with the typed key, else the environment's, else the remembered one;
    /// waits for the password store's word on that one.
    /// When the key could not be kept the step stays, so that this is read; the next call moves on.
    void goForward() override;

    /// Understands a pasted line with a key in it. Ignored unless Asking.
    void setKey(const QString &typed);
    void setRemember(bool remember);
    /// Like goForward(), but stays on the step.
    void connectToClerk();
    void connectWithRememberedKey();
    /// Gives up waiting for Clerk's word on the key.
    void stopChecking();
    /// Disconnects. What is remembered stays remembered.
    void useAnotherKey();
    /// Looks into the password store again, after it was locked or silent; has it unlocked first.
    void lookAgain();
    /// The key need not be kept: moves on with it until the program is closed.
    void keepForSession();
    /// Keeps the key in use after all.
    void saveKey();
    /// Removes the remembered key and checks that it is gone. A connection made with it goes on.
    void forgetRememberedKey();

private:
    struct Attempt
    {
        KeySource source = KeySource::None;
        Secret key;
    };

    [[nodiscard]] Attempt bestAttempt() const;
    [[nodiscard]] QString textOf(KeySource source, Phase phase) const;
    void check(const Attempt &attempt);
    void takeAnswer(const Result<QList<Application>> &answer);
    void refuse(const Error &error);
    void demandKey();
    void takeSaved(const Secret &key, int attempt, const Result<> &saved);
    void lookUp();
    void takeRemembered(const Result<Secret> &found);
    void takeForgotten(const Result<> &gone);
    void goOnIfWanted();
    void setNotice(Notice notice);
    /// Fills in what follows from the rest, and tells when something changed.
    void setState(State next);

    PlatformApi &m_api;
    SecretStore &m_secrets;
    QString m_clerkHost;
    QString m_entryName; ///< in the password store
    std::optional<Secret> m_environmentKey;
    KeyKind m_typedKind = KeyKind::Empty;
    Secret m_typed;
    Secret m_remembered;
    Secret m_used; ///< being checked or in use
    bool m_usedIsKept = false;
    bool m_goOn = false; ///< move on once connected
    bool m_storeIsUnusable = false;
    bool m_couldNotKeep = false; ///< the key in use
    int m_attempt = 0; ///< answers to older attempts are of no interest
    int m_storeVersion = 0; ///< counts what we changed in the store: older readings are dropped
    State m_state;
};

} // namespace golive
