#include "wizard/handover/switchpart.h"

#include "deploy/deployment.h"
#include "foundation/promise.h"
#include "handover/sitecheck.h"
#include "model/keykind.h"

#include <QUrl>

namespace golive {

SwitchPart::SwitchPart(Deployment &deployment, const SiteCheck *check, QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
    , m_check(check)
{
    follow();
}

void SwitchPart::setAddress(const QString &typed)
{
    m_typed = typed;
    m_problem.clear();
    follow();
}

void SwitchPart::look()
{
    if (m_looking || !m_state.possible)
        return;
    QUrl page = QUrl::fromUserInput(m_state.address.trimmed());
    if (!m_state.address.contains(QLatin1String("://")))
        page.setScheme(QStringLiteral("https")); // what fromUserInput takes for http
    m_problem = page.isValid() && !page.host().isEmpty()
        ? QString()
        : tr("This is not a web address. Enter one such as %1.").arg(usualAddress());
    if (!m_problem.isEmpty())
        return follow();
    page.setUserInfo({});
    m_looking = true;
    m_finding = {};
    follow();
    onAnswer(m_check->look(page), this,
             [this, asked = m_applicationId, host = page.host()](const Result<SiteLook> &answer) {
                 if (asked == m_applicationId)
                     take(answer, host);
             });
}

void SwitchPart::take(const Result<SiteLook> &look, const QString &host)
{
    m_looking = false;
    const QString own = publishableKeyHost(productionPublishableKey(m_deployment.facts()));
    m_finding = look ? SwitchWords::finding(*look, own) : SwitchWords::trouble(look.error(), host);
    follow();
}

QString SwitchPart::usualAddress() const
{
    const HostLayout layout = hostLayout(m_deployment.plan(), m_deployment.facts());
    return layout.authorizedParties().value(0);
}

void SwitchPart::follow()
{
    if (m_applicationId != m_deployment.plan().applicationId) {
        m_applicationId = m_deployment.plan().applicationId;
        m_typed.reset();
        m_problem.clear();
        m_looking = false;
        m_finding = {};
    }
    SwitchState next;
    next.possible = m_check != nullptr && m_deployment.facts().production() && !usualAddress().isEmpty();
    next.address = m_typed.value_or(usualAddress());
    next.problem = m_problem;
    next.looking = m_looking;
    next.finding = m_finding;
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT changed();
}

} // namespace golive
