#include "wizard/steps/providerdrafts.h"

#include "deploy/deployment.h"
#include "keychain/secretstore.h"

#include <algorithm>

namespace golive {

ProviderDrafts::ProviderDrafts(Deployment &deployment, SecretStore &secrets, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
    , m_secrets(secrets)
    , m_keeper(secrets, clock)
{
    connect(&m_keeper, &CredentialKeeper::changed, this, &ProviderDrafts::changed);
}

QString ProviderDrafts::instanceId() const
{
    const auto production = m_deployment.facts().production();
    return production ? production->id : QString();
}

void ProviderDrafts::keep(const QString &slug)
{
    const ProviderDraft draft = m_drafts.value(slug);
    const bool holds = draft.holdsInput();
    if (holds)
        m_keeper.keep(instanceId(), draft.entered(slug));
    else if (m_deployment.plan().draftedProviders.contains(slug))
        m_keeper.forget(instanceId(), slug);
    noteDrafted(slug, holds);
}

void ProviderDrafts::drop(const QString &slug)
{
    m_drafts.remove(slug);
    if (m_deployment.plan().draftedProviders.contains(slug))
        m_keeper.forget(instanceId(), slug);
    noteDrafted(slug, false);
}

void ProviderDrafts::settleSaved(const QString &slug)
{
    if (m_deployment.plan().keptCredentials.contains(slug)) {
        m_keeper.keep(instanceId(), m_drafts.value(slug).entered(slug));
        m_keeper.flush();
    } else {
        m_keeper.forget(instanceId(), slug);
    }
    m_drafts.remove(slug);
    noteDrafted(slug, false);
}

void ProviderDrafts::forgetCopy(const QString &slug)
{
    if (!m_deployment.plan().draftedProviders.contains(slug))
        m_keeper.forget(instanceId(), slug);
}

void ProviderDrafts::restore()
{
    if (m_restored || instanceId().isEmpty())
        return;
    m_restored = true;
    for (const QString &slug : m_deployment.plan().draftedProviders)
        onAnswer(m_keeper.read(instanceId(), slug), this,
                 [this, slug, owner = instanceId()](const Result<ProviderCredentials> &kept) {
                     if (owner == instanceId())
                         takeKept(slug, kept);
                 });
}

/// What the person has typed meanwhile counts. A store that is locked just now can be opened.
void ProviderDrafts::takeKept(const QString &slug, const Result<ProviderCredentials> &kept)
{
    if (kept && !m_drafts.value(slug).holdsInput()) {
        m_drafts[slug].take(*kept);
        m_drafts[slug].editing = true;
    } else if (!kept && kept.error().kind == Error::Kind::SecretMissing) {
        noteDrafted(slug, false);
    } else if (!kept && !m_drafts.value(slug).holdsInput()) {
        m_notRead = kept.error();
    }
    Q_EMIT changed();
}

StoreTrouble ProviderDrafts::trouble() const
{
    StoreTrouble told;
    if (const auto why = m_keeper.trouble())
        told = m_keeper.onlyRemovalsFailed() ? StoreWords::unremovedInput(*why)
                                             : StoreWords::unkeptInput(*why, m_acceptsMemory);
    else if (m_notRead)
        told = StoreWords::unreadInput(*m_notRead);
    told.busy = m_remedying;
    return told;
}

void ProviderDrafts::remedyTrouble()
{
    if (m_remedying || trouble().notice.isEmpty())
        return;
    m_remedying = true;
    Q_EMIT changed();
    const bool wasNotRead = m_notRead.has_value();
    onAnswer(m_keeper.tryAgain(), this, [this, wasNotRead](const Result<> &unlocked) {
        m_remedying = false;
        if (!unlocked && m_notRead) {
            m_notRead = unlocked.error();
        } else if (unlocked && wasNotRead) {
            m_notRead.reset();
            m_restored = false;
            restore();
        }
        Q_EMIT changed();
    });
}

void ProviderDrafts::keepForSession()
{
    if (!trouble().mayKeepForSession)
        return;
    m_acceptsMemory = true;
    Q_EMIT changed();
}

void ProviderDrafts::clear()
{
    m_notRead.reset();
    m_keeper.flush();
    m_drafts.clear();
    m_restored = false;
}

bool ProviderDrafts::wouldBeLost() const
{
    const bool holds = std::any_of(m_drafts.cbegin(), m_drafts.cend(),
                                   [](const ProviderDraft &draft) { return draft.holdsInput(); });
    return holds && (!m_secrets.isPermanent() || m_keeper.holdsUnkept());
}

void ProviderDrafts::noteDrafted(const QString &slug, bool drafted)
{
    m_deployment.change([&](DeployPlan &plan) {
        plan.draftedProviders.removeAll(slug);
        if (drafted)
            plan.draftedProviders.append(slug);
        plan.draftedProviders.sort();
    });
}

} // namespace golive
