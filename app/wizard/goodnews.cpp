#include "wizard/goodnews.h"

#include "deploy/deployment.h"
#include "wizard/desktopnotifier.h"
#include "wizard/preferences.h"

namespace golive {

GoodNews::GoodNews(const Deployment &deployment, const Preferences &preferences, DesktopNotifier &notifier,
                   QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
    , m_preferences(preferences)
    , m_notifier(notifier)
{
    connect(&deployment, &Deployment::factsChanged, this, &GoodNews::take);
    take();
}

/// News only to whoever has waited: a domain that is complete when it is opened is none.
void GoodNews::take()
{
    const DeployFacts &facts = m_deployment.facts();
    if (!facts.domain || !facts.status)
        return;
    const QString domain = facts.domain->name;
    if (!recordsAreSeenByClerk(facts)) {
        m_waitedFor = domain;
        return;
    }
    const bool wasWaitedFor = m_waitedFor == domain;
    m_waitedFor.clear();
    if (wasWaitedFor && m_preferences.notifies())
        m_notifier.notify(tr("The DNS records of %1 are in place").arg(domain),
                          tr("Clerk sees all of them. You can continue in Golive."));
}

} // namespace golive
