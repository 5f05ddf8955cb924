#include "wizard/steps/connectviewmodel.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"
#include "keychain/secretstore.h"
#include "wizard/errortext.h"
#include "wizard/steps/connectwords.h"
#include "wizard/storetrouble.h"

namespace golive {
namespace {

constexpr QLatin1String keyField("platformKey"); ///< object name of the page's field

} // namespace

ConnectViewModel::ConnectViewModel(PlatformApi &api, SecretStore &secrets, const QString &clerkHost,
                                   std::optional<Secret> environmentKey, const QUrl &dashboardUrl)
    : m_api(api)
    , m_secrets(secrets)
    , m_clerkHost(clerkHost)
    , m_entryName(secretname::platformKey(clerkHost))
    , m_environmentKey(std::move(environmentKey))
{
    if (m_environmentKey && m_environmentKey->isEmpty())
        m_environmentKey.reset();
    State first;
    first.hasEnvironmentKey = m_environmentKey.has_value();
    first.remember = m_secrets.isPermanent();
    first.dashboardUrl = dashboardUrl;
    setState(std::move(first));
}

void ConnectViewModel::offerPracticeKey(const QString &key)
{
    State next = m_state;
    next.practiceKey = key;
    setState(next);
}

void ConnectViewModel::enter()
{
    // With a key from the environment there is no reason to make a password store ask for its password.
    if (m_state.phase == Phase::Asking && m_remembered.isEmpty() && !m_environmentKey)
        lookUp();
    setState(m_state);
}

void ConnectViewModel::leave()
{
    m_goOn = false;
}

void ConnectViewModel::goForward()
{
    if (m_state.phase == Phase::Connected) {
        m_goOn = false;
        Q_EMIT finished();
        return;
    }
    const bool mayStillFindAKey
        = m_state.lookingUp && m_typedKind == KeyKind::Empty && bestAttempt().source == KeySource::None;
    if (!mayStillFindAKey)
        connectToClerk();
    m_goOn = mayStillFindAKey || m_state.phase == Phase::Checking;
}

void ConnectViewModel::setKey(const QString &typed)
{
    if (m_state.phase != Phase::Asking)
        return;
    RecognisedKey found = recogniseKey(typed);
    m_typedKind = found.kind;
    m_typed = found.kind == KeyKind::Platform ? std::move(found.key) : Secret();
    m_goOn = false;

    State next = m_state;
    next.keyProblem = ConnectWords::isWrongForSure(m_typedKind) ? ConnectWords::wrongKey(m_typedKind) : QString();
    if (next.notice.tone == Notice::Tone::Problem)
        next.notice = {};
    setState(std::move(next));
}

void ConnectViewModel::setRemember(bool remember)
{
    State next = m_state;
    next.remember = remember;
    setState(std::move(next));
}

void ConnectViewModel::connectToClerk()
{
    if (m_state.phase != Phase::Asking)
        return;
    const Attempt attempt = bestAttempt();
    if (attempt.source == KeySource::None)
        demandKey();
    else
        check(attempt);
}

void ConnectViewModel::connectWithRememberedKey()
{
    if (m_state.phase == Phase::Asking && !m_remembered.isEmpty())
        check({KeySource::Remembered, m_remembered});
}

void ConnectViewModel::stopChecking()
{
    if (m_state.phase != Phase::Checking)
        return;
    useAnotherKey();
    setNotice({Notice::Tone::Information, tr("Stopped. Nothing was changed in Clerk."), {}});
}

void ConnectViewModel::useAnotherKey()
{
    if (m_state.phase == Phase::Asking)
        return;
    ++m_attempt;
    m_goOn = false;
    m_used = {};
    m_usedIsKept = false;
    m_api.setAccessKey({});
    State next = m_state;
    next.phase = Phase::Asking;
    next.saving = false;
    next.applications = 0;
    next.connectedText.clear();
    next.notice = {};
    setState(std::move(next));
}

ConnectViewModel::Attempt ConnectViewModel::bestAttempt() const
{
    if (!m_typed.isEmpty())
        return {KeySource::Typed, m_typed};
    if (m_typedKind != KeyKind::Empty)
        return {};
    if (m_environmentKey)
        return {KeySource::Environment, *m_environmentKey};
    if (!m_remembered.isEmpty())
        return {KeySource::Remembered, m_remembered};
    return {};
}

void ConnectViewModel::check(const Attempt &attempt)
{
    m_used = attempt.key;
    m_couldNotKeep = false;
    m_usedIsKept = attempt.source == KeySource::Remembered;
    State next = m_state;
    next.phase = Phase::Checking;
    next.source = attempt.source;
    next.keyProblem.clear();
    next.notice = {};
    setState(std::move(next));

    m_api.setAccessKey(attempt.key);
    onAnswer(m_api.listApplications(), this, [this, number = ++m_attempt](const Result<QList<Application>> &answer) {
        if (number == m_attempt)
            takeAnswer(answer);
    });
}

void ConnectViewModel::takeAnswer(const Result<QList<Application>> &answer)
{
    if (!answer) {
        refuse(answer.error());
        return;
    }
    m_typed = {}; // the field is emptied too
    m_typedKind = KeyKind::Empty;
    State next = m_state;
    next.phase = Phase::Connected;
    next.applications = static_cast<int>(answer->size());
    next.connectedText = tr("Clerk accepted the key. Applications in this workspace: %1").arg(next.applications);
    setState(std::move(next));
    if (m_state.remember && m_state.canRemember && m_state.canSave)
        saveKey();
    else
        goOnIfWanted();
}

void ConnectViewModel::refuse(const Error &error)
{
    const KeySource source = m_state.source;
    useAnotherKey();
    if (error.kind != Error::Kind::Unauthorized) {
        setNotice(ConnectWords::notConnected(error, m_clerkHost));
        return;
    }
    if (source == KeySource::Environment)
        setNotice(ConnectWords::environmentKeyRefused(error));
    else
        setNotice(source == KeySource::Remembered ? ConnectWords::rememberedKeyRefused(error) : noticeFor(error));
    Q_EMIT attentionWanted(keyField);
}

void ConnectViewModel::demandKey()
{
    State next = m_state;
    next.keyProblem = ConnectWords::wrongKey(m_typedKind);
    setState(std::move(next));
    Q_EMIT attentionWanted(keyField);
}

void ConnectViewModel::saveKey()
{
    if (!m_state.canSave)
        return;
    ++m_storeVersion;
    State next = m_state;
    next.saving = true;
    next.notice = {};
    setState(std::move(next));
    onAnswer(m_secrets.unlock(), this, [this, key = m_used, attempt = m_attempt](const Result<> &unlocked) {
        if (!unlocked)
            takeSaved(key, attempt, unlocked);
        else
            onAnswer(m_secrets.write(m_entryName, key), this,
                     [this, key, attempt](const Result<> &saved) { takeSaved(key, attempt, saved); });
    });
}

void ConnectViewModel::takeSaved(const Secret &key, int attempt, const Result<> &saved)
{
    ++m_storeVersion;
    if (saved)
        m_remembered = key;
    const bool isStillUsed = attempt == m_attempt;
    State next = m_state;
    if (isStillUsed) {
        m_usedIsKept = saved.has_value();
        m_couldNotKeep = !saved;
        next.saving = false;
        next.keepingNeedsUnlocking = !saved && StoreWords::remedyFor(saved.error()) == StoreTrouble::Remedy::Unlock;
        if (!saved)
            next.notice = ConnectWords::notKept(saved.error());
    }
    setState(std::move(next));
    if (isStillUsed && saved)
        goOnIfWanted();
    else if (isStillUsed)
        m_goOn = false;
}

void ConnectViewModel::lookAgain()
{
    if (!m_state.canLookAgain || m_state.lookingUp)
        return;
    State next = m_state;
    next.lookingUp = true;
    setState(std::move(next));
    onAnswer(m_secrets.unlock(), this, [this](const Result<> &unlocked) {
        m_state.lookingUp = false;
        if (unlocked)
            lookUp();
        else
            takeRemembered(failure(unlocked.error()));
    });
}

void ConnectViewModel::keepForSession()
{
    if (!m_state.canKeepForSession)
        return;
    m_couldNotKeep = false;
    setNotice({});
    Q_EMIT finished();
}

void ConnectViewModel::lookUp()
{
    if (m_state.lookingUp)
        return;
    State next = m_state;
    next.lookingUp = true;
    setState(std::move(next));
    onAnswer(m_secrets.read(m_entryName), this, [this, version = m_storeVersion](const Result<Secret> &found) {
        takeRemembered(version == m_storeVersion ? found : failure(Error::Kind::SecretMissing));
    });
}

void ConnectViewModel::takeRemembered(const Result<Secret> &found)
{
    State next = m_state;
    if (next.canLookAgain)
        next.notice = {};
    next.lookingUp = false;
    next.canLookAgain = false;
    m_storeIsUnusable = false;
    next.storeIsLocked = !found
        && (found.error().kind == Error::Kind::SecretStoreLocked
            || found.error().kind == Error::Kind::SecretStoreDismissed);
    if (found) {
        m_remembered = *found;
    } else if (found.error().kind != Error::Kind::SecretMissing) {
        m_storeIsUnusable = found.error().kind == Error::Kind::SecretStoreUnavailable;
        next.canLookAgain = true;
        if (next.phase == Phase::Asking && next.notice.isEmpty())
            next.notice = ConnectWords::notLookedUp(found.error());
    }
    setState(std::move(next));
    if (m_goOn && m_state.phase == Phase::Asking)
        goForward(); // the person was waiting for this
}

void ConnectViewModel::forgetRememberedKey()
{
    if (!m_state.hasRememberedKey || m_state.forgetting || m_state.saving)
        return;
    ++m_storeVersion;
    State next = m_state;
    next.forgetting = true;
    next.notice = {};
    setState(std::move(next));
    onAnswer(m_secrets.remove(m_entryName), this, [this](const Result<> &removed) {
        if (!removed) {
            takeForgotten(removed);
            return;
        }
        // "Removed" is believed only when the entry cannot be read any more.
        onAnswer(m_secrets.read(m_entryName), this, [this](const Result<Secret> &left) {
            if (left)
                takeForgotten(failure(Error::Kind::StorageFailed));
            else if (left.error().kind != Error::Kind::SecretMissing)
                takeForgotten(failure(left.error()));
            else
                takeForgotten({});
        });
    });
}

void ConnectViewModel::takeForgotten(const Result<> &gone)
{
    ++m_storeVersion;
    State next = m_state;
    next.forgetting = false;
    if (gone) {
        m_remembered = {};
        m_usedIsKept = false;
        next.remember = false;
        next.notice = ConnectWords::forgotten(next.phase == Phase::Connected);
    } else {
        next.notice = ConnectWords::notForgotten(gone.error());
    }
    setState(std::move(next));
}

QString ConnectViewModel::textOf(KeySource source, Phase phase) const
{
    switch (source) {
    case KeySource::None: return {};
    case KeySource::Typed: return ConnectWords::typed(m_usedIsKept);
    case KeySource::Environment: return ConnectWords::fromEnvironment();
    case KeySource::Remembered:
        return phase == Phase::Asking ? ConnectWords::offered() : ConnectWords::remembered(m_usedIsKept);
    }
    Q_UNREACHABLE();
}

void ConnectViewModel::goOnIfWanted()
{
    if (std::exchange(m_goOn, false))
        Q_EMIT finished();
}

void ConnectViewModel::setNotice(Notice notice)
{
    State next = m_state;
    next.notice = std::move(notice);
    setState(std::move(next));
}

void ConnectViewModel::setState(State next)
{
    if (next.phase == Phase::Asking)
        next.source = bestAttempt().source;
    next.canConnect = next.phase == Phase::Asking && next.source != KeySource::None;
    next.hasRememberedKey = !m_remembered.isEmpty();
    next.canRemember = m_secrets.isPermanent() && !m_storeIsUnusable;
    next.canSave = next.phase == Phase::Connected && next.source != KeySource::Environment && m_secrets.isPermanent()
        && !m_usedIsKept && !next.saving && !next.forgetting;
    next.canKeepForSession = next.canSave && m_couldNotKeep;
    next.keepingNeedsUnlocking = next.keepingNeedsUnlocking && next.canSave;
    next.sourceText = textOf(next.source, next.phase);
    next.rememberText = ConnectWords::remembering(next.canRemember);
    next.howToGetAKey
        = next.practiceKey.isEmpty() ? ConnectWords::howToGetAKey() : ConnectWords::howToUseThePracticeKey();
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
