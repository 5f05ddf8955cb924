#include "wizard/steps/createviewmodel.h"

#include "clerk/clerkenvironment.h"
#include "foundation/promise.h"
#include "wizard/errortext.h"
#include "wizard/refusalwords.h"

#include <utility>

namespace golive {
CreateViewModel::CreateViewModel(Deployment &deployment, QUrl dashboardUrl, QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_dashboardUrl(std::move(dashboardUrl))
{
    connect(&m_deployment, &Deployment::planChanged, this, &CreateViewModel::refresh);
    connect(&m_deployment, &Deployment::factsChanged, this, &CreateViewModel::refresh);
    refresh();
}

void CreateViewModel::enter()
{
    refresh();
    if (!m_state.canCreate || !m_state.outcome.isEmpty())
        return;
    State next = m_state;
    next.outcome = whatBecameOfAnEarlierOne();
    setState(next);
}

/// Nothing where there was none.
Notice CreateViewModel::whatBecameOfAnEarlierOne() const
{
    if (!m_deployment.entry().productionInstanceId.isEmpty())
        return {Notice::Tone::Warning,
                tr("The production instance that was here is gone, and its keys open nothing any more. Only Clerk’s "
                   "Dashboard can delete one: ask your colleagues. You can create another one. It gets keys and DNS "
                   "records of its own."),
                {}};
    if (!m_deployment.entry().creationAttemptedAt.isNull())
        return {Notice::Tone::Information,
                tr("An earlier attempt was not answered, but Clerk has no production instance for this application. "
                   "You can create it now. Golive looks once more before it asks."),
                {}};
    return {};
}

void CreateViewModel::goForward()
{
    if (m_deployment.facts().production()) {
        Q_EMIT finished();
        return;
    }
    if (m_answered) {
        lookAgain();
        return;
    }
    if (!m_busy) {
        State next = m_state;
        next.outcome = m_state.canLookAgain
            ? Notice {Notice::Tone::Information,
                      tr("Press “Look again” first, to find out whether it was created."),
                      {}}
            : Notice {Notice::Tone::Information, tr("Press “Create production instance” first."), {}};
        setState(next);
    }
    Q_EMIT attentionWanted(m_state.canLookAgain ? QStringLiteral("lookAgain")
                                                : QStringLiteral("createProductionInstance"));
}

void CreateViewModel::create()
{
    if (m_busy || !m_state.canCreate || m_deployment.facts().production())
        return;
    m_busy = true;
    forgetOutcome();
    State next = m_state;
    next.phase = Phase::Creating;
    next.underWay = tr("Asking Clerk to create the production instance. This takes a few seconds. Please leave Golive "
                       "open.");
    setState(next);
    refresh();
    onAnswer(m_deployment.createProductionInstance(), this,
             [this, asked = m_applicationId](const Result<CreationOutcome> &answer) {
                 m_busy = false;
                 if (asked == m_applicationId)
                     showCreated(answer);
                 refresh();
             });
}

void CreateViewModel::lookAgain()
{
    if (m_busy || !m_state.canLookAgain)
        return;
    m_busy = true;
    State next = m_state;
    next.phase = Phase::Looking;
    next.outcome = {};
    next.underWay = tr("Reading from Clerk whether the production instance exists…");
    setState(next);
    refresh();
    onAnswer(m_deployment.refresh(), this, [this, asked = m_applicationId](const Result<> &answer) {
        m_busy = false;
        if (asked == m_applicationId)
            showFound(answer);
        refresh();
    });
}

void CreateViewModel::startFromDefaultsInstead()
{
    if (m_busy || !m_state.canStartFromDefaults)
        return;
    m_deployment.change([](DeployPlan &plan) { plan.settings = DeployPlan::Settings::ClerkDefaults; });
    forgetOutcome();
    State next = m_state;
    next.outcome = {Notice::Tone::Information,
                    tr("The production instance will start with Clerk’s defaults. Nothing was created yet: press "
                       "“Create production instance” when you are ready."),
                    {}};
    setState(next);
    refresh();
}

void CreateViewModel::keepKey()
{
    if (m_keepingKey || m_state.keyTrouble.notice.isEmpty())
        return;
    m_keepingKey = true;
    refresh();
    const auto finish = [this, asked = m_applicationId](const std::optional<Error> &notKept) {
        m_keepingKey = false;
        if (asked == m_applicationId)
            showKey(notKept);
        refresh();
    };
    if (m_deployment.holdsUnkeptKey())
        onAnswer(m_deployment.keepHeldKey(), this,
                 [finish](const Result<> &kept) { finish(kept ? std::nullopt : std::optional(kept.error())); });
    else
        onAnswer(m_deployment.unlockKeys(), this, [this, finish](const Result<> &) {
            onAnswer(m_deployment.secretKey(), this, // also without the store: Clerk may give it
                     [finish](const Result<Secret> &key) { finish(key ? std::nullopt : std::optional(key.error())); });
        });
}

void CreateViewModel::keepKeyForSession()
{
    if (!m_state.keyTrouble.mayKeepForSession)
        return;
    m_deployment.keepKeyForSession();
    refresh();
}

/// Draws anew what follows from plan and facts, and leaves what was said about the outcome.
void CreateViewModel::refresh()
{
    if (m_applicationId != m_deployment.plan().applicationId) {
        m_applicationId = m_deployment.plan().applicationId;
        m_state = {};
        m_keepingKey = false;
        m_noKey.reset();
        m_answered = false;
    }
    State next = m_state;
    if (!m_busy)
        next.underWay.clear();
    followFacts(next);
    const bool made = m_answered || m_deployment.facts().production();
    const bool exists = m_deployment.facts().production().has_value();
    const bool forGood = m_deployment.keepsKeysForGood();
    next.summary = exists
        ? CreationWords::made(m_deployment.plan(), m_deployment.facts(), forGood, m_deployment.entry().secretKeyKeptAt)
        : CreationWords::summary(m_deployment.plan());
    next.whatRemains = exists ? CreationWords::whatRemains(m_deployment.plan(), m_deployment.facts()) : QStringList();
    next.whatHappens = made ? QStringList() : CreationWords::whatHappens(m_deployment.plan(), forGood);
    next.warning = made ? QString() : CreationWords::warning();
    next.canCreate = !made && !m_busy && isComplete() && !next.canLookAgain;
    next.canStartFromDefaults = !made && !m_busy && !next.missingFeatures.isEmpty();
    next.keyTrouble = keyTrouble();
    setState(next);
}

void CreateViewModel::followFacts(State &next) const
{
    const DeployFacts &facts = m_deployment.facts();
    if (!facts.production())
        return;
    if (facts.domain)
        next.domainNotice = CreationWords::comparedDomain(m_deployment.plan().domain, facts.domain->name);
    if (m_busy)
        return;
    next.phase = Phase::Exists;
    next.canLookAgain = false;
    if (next.outcome.isEmpty())
        next.outcome = {
            Notice::Tone::Success, tr("This application has its production instance. Go on with the next step."), {}};
}

bool CreateViewModel::isComplete() const
{
    const DeployPlan &plan = m_deployment.plan();
    if (plan.settings == DeployPlan::Settings::CloneDevelopment && !m_deployment.facts().development())
        return false;
    return plan.settings != DeployPlan::Settings::Undecided && !plan.domain.isEmpty()
        && m_deployment.facts().application.has_value();
}

void CreateViewModel::showCreated(const Result<CreationOutcome> &answer)
{
    if (!answer) {
        showRefusal(answer.error());
        return;
    }
    if (const std::optional<Error> &why = answer->whyNotSent) {
        showNothingSent(*why);
        return;
    }
    m_answered = true;
    State next = m_state;
    next.phase = Phase::Exists;
    next.canLookAgain = !m_deployment.facts().production();
    next.domainNotice = CreationWords::comparedDomain(answer->domainTyped, answer->domainStored);
    if (answer->how == CreationOutcome::How::Created)
        next.outcome = {Notice::Tone::Success,
                        tr("The production instance was created. Your users notice nothing yet: go on with the next "
                           "step."),
                        {}};
    else
        next.outcome = {Notice::Tone::Information,
                        tr("Clerk had a production instance for this application: from an earlier attempt, from the "
                           "Dashboard or from a colleague. Golive goes on with it, and nothing was created twice. Its "
                           "settings may differ from what you chose here."),
                        {}};
    setState(next);
    showKey(answer->keyNotKept);
}

/// Golive looks before it asks, and what it saw, or did not, left nothing uncertain.
void CreateViewModel::showNothingSent(const Error &error)
{
    State next = m_state;
    next.phase = Phase::Ready;
    next.outcome = noticeFor(error);
    next.outcome.text = tr("Nothing was created: Golive first looks whether there is a production instance already, "
                           "and that did not succeed.")
        + QLatin1Char('\n') + ErrorText::sentence(error);
    setState(next);
}

void CreateViewModel::showRefusal(const Error &error)
{
    State next = m_state;
    next.phase = Phase::Ready;
    next.outcome = noticeFor(error);
    if (mayExistNow(error)) {
        next.phase = Phase::Unknown;
        next.canLookAgain = true;
        next.outcome.tone = Notice::Tone::Warning;
        next.outcome.text = outcomeIsUnknown(error)
            ? tr("Clerk’s answer did not arrive, so it is not certain whether the production instance was "
                 "created. Golive does not send the request twice. Press “Look again” to find out.")
                + QLatin1Char('\n') + ErrorText::sentence(error)
            : tr("Clerk says that a production instance exists or is being made, but does not list it yet. Wait a "
                 "moment, then press “Look again”.");
    } else if (error.kind == Error::Kind::PlanTooSmall) {
        next.missingFeatures = error.names;
        next.outcome.text = tr("Nothing was created. Development uses features that your Clerk plan does not include "
                               "in production. There are three ways on:");
        next.waysOn = CreationWords::waysOn();
        if (next.missingFeatures.isEmpty())
            next.missingFeatures.append(tr("Clerk did not say which"));
    } else if (RefusalWords::isAboutDomain(error)) {
        next.outcome.text = tr("Nothing was created, because Clerk did not accept the domain. Correct it in the step "
                               "“Domain”.");
    } else {
        next.outcome.text = tr("Nothing was created.") + QLatin1Char(' ') + next.outcome.text;
    }
    next.canStartFromDefaults = !next.missingFeatures.isEmpty();
    setState(next);
    if (error.kind == Error::Kind::PlanTooSmall)
        readFeatureUses(error.names);
    if (RefusalWords::isAboutDomain(error))
        Q_EMIT domainRefused(error);
    else if (next.canLookAgain || next.canStartFromDefaults)
        Q_EMIT attentionWanted(next.canLookAgain ? QStringLiteral("lookAgain") : QStringLiteral("startFromDefaults"));
}

/// The person has to find what to switch off, and Clerk names features, not settings. Without an
/// answer the features' own names have to do.
void CreateViewModel::readFeatureUses(const QStringList &features)
{
    onAnswer(m_deployment.developmentSettings(), this,
             [this, features, asked = m_applicationId](const Result<InstanceConfig> &development) {
                 if (asked != m_applicationId || m_state.missingFeatures.isEmpty() || !development)
                     return;
                 State next = m_state;
                 next.featureUses = CreationWords::featureUses(features, *development);
                 if (const auto instance = m_deployment.facts().development())
                     next.dashboard = instancePage(m_dashboardUrl, m_applicationId, instance->id);
                 setState(next);
             });
}

void CreateViewModel::showFound(const Result<> &answer)
{
    const bool exists = m_deployment.facts().production().has_value();
    State next = m_state;
    next.canLookAgain = !exists && (m_answered || !answer);
    if (exists || m_answered)
        next.phase = Phase::Exists;
    else
        next.phase = answer ? Phase::Ready : Phase::Unknown;
    next.outcome = whatWasFound(exists, answer);
    setState(next);
    if (!exists || m_keepingKey)
        return;
    m_keepingKey = true;
    onAnswer(m_deployment.secretKey(), this, [this, asked = m_applicationId](const Result<Secret> &key) {
        m_keepingKey = false;
        if (asked == m_applicationId)
            showKey(key ? std::nullopt : std::optional(key.error()));
        refresh();
    });
}

Notice CreateViewModel::whatWasFound(bool exists, const Result<> &answer) const
{
    if (exists && m_answered)
        return {Notice::Tone::Success, tr("Clerk lists the production instance. Go on with the next step."), {}};
    if (exists)
        return {Notice::Tone::Success,
                tr("The production instance exists: Clerk created it although its answer was lost. Go on with the next "
                   "step."),
                {}};
    if (!answer) {
        Notice notice = noticeFor(answer.error(), Notice::Tone::Warning);
        notice.text = (m_answered ? tr("The production instance was created, but it could not be read.")
                                  : tr("It is still not certain whether the production instance was created."))
            + QLatin1Char('\n') + ErrorText::sentence(answer.error());
        return notice;
    }
    if (m_answered)
        return {
            Notice::Tone::Warning,
            tr("The production instance was created, but Clerk does not list it yet. Wait a moment, then press “Look "
               "again”."),
            {}};
    return {Notice::Tone::Information,
            tr("Clerk has no production instance for this application. Nothing was created, and you can press “Create "
               "production instance” again."),
            {}};
}

void CreateViewModel::showKey(const std::optional<Error> &notKept)
{
    m_noKey = notKept;
    refresh();
}

StoreTrouble CreateViewModel::keyTrouble() const
{
    StoreTrouble told;
    if (const auto why = m_deployment.keyTrouble())
        told = StoreWords::heldKey(*why, m_deployment.isKeyForSession());
    else if (m_noKey && !m_deployment.facts().secretKeyKept && !m_deployment.holdsUnkeptKey())
        told = StoreWords::noKey(*m_noKey);
    told.busy = m_keepingKey;
    return told;
}

void CreateViewModel::forgetOutcome()
{
    State next = m_state;
    next.outcome = {};
    next.domainNotice = {};
    m_noKey.reset();
    next.missingFeatures.clear();
    next.featureUses.clear();
    next.waysOn.clear();
    next.canStartFromDefaults = false;
    setState(next);
}

void CreateViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
