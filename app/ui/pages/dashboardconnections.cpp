#include "ui/pages/dashboardconnections.h"

#include "model/providercatalogue.h"
#include "ui/widgets/copylines.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace golive {

DashboardConnections::DashboardConnections(const PageContext &context, QWidget *parent)
    : Card(tr("Only in Clerk’s Dashboard"), parent)
    , m_rows(new QWidget)
    , m_lines(new QVBoxLayout(m_rows))
    , m_redirect(new CopyLines(context.clipboard, QStringLiteral("custom.copy")))
    , m_dashboard(new LinkButton(tr("Open Clerk’s Dashboard"), QUrl(), context.clipboard, context.openUrl))
    , m_guide(new LinkButton(tr("Read Clerk’s guide"), guideFor(QStringLiteral("custom_provider")).docs,
                             context.clipboard, context.openUrl))
{
    setObjectName(QStringLiteral("dashboardConnections"));
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(12);
    auto *enterprise = new TextLabel(
        tr("Enterprise connections (SAML or OpenID of one organization) are not copied, and Clerk does not let Golive "
           "see them. If development has any, make them again there; each needs the new addresses at the identity "
           "provider."));
    enterprise->setMuted(true);
    auto *links = new QHBoxLayout;
    links->setSpacing(8);
    links->addWidget(m_dashboard, 0, Qt::AlignTop);
    links->addWidget(m_guide, 0, Qt::AlignTop);
    links->addStretch();
    body()->addWidget(m_rows);
    body()->addWidget(m_redirect);
    body()->addWidget(enterprise);
    body()->addLayout(links);
}

void DashboardConnections::render(const ProvidersViewModel::State &state)
{
    m_dashboard->setAddress(state.connectionsPage);
    m_redirect->setVisible(!state.custom.isEmpty() && !state.redirectUri.isEmpty());
    m_redirect->setLines({{tr("Redirect URI"), state.redirectUri}});
    m_rows->setVisible(!state.custom.isEmpty());
    m_guide->setVisible(!state.custom.isEmpty());
    if (state.custom == m_shown)
        return;
    m_shown = state.custom;
    qDeleteAll(m_rows->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    for (const auto &custom : state.custom)
        addRow(custom);
}

void DashboardConnections::addRow(const ProvidersViewModel::Custom &custom)
{
    auto *row = new QWidget(m_rows);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *top = new QHBoxLayout;
    top->addWidget(new TextLabel(custom.name, TextRole::Strong), 1);
    auto *status = new StatusLabel(custom.inProduction ? StatusTone::Success : StatusTone::Warning,
                                   custom.inProduction ? tr("In production") : tr("Not in production yet"));
    status->setPill(true);
    top->addWidget(status);
    auto *todo = new TextLabel(custom.whatToDo);
    todo->setMuted(true);
    column->addLayout(top);
    column->addWidget(todo);
    m_lines->addWidget(row);
}

} // namespace golive
