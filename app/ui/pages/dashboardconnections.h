#pragma once

#include "ui/shell/pagecontext.h"
#include "ui/widgets/card.h"
#include "wizard/steps/providersviewmodel.h"

class QVBoxLayout;

namespace golive {

class CopyLines;
class LinkButton;

/// The sign-in connections that no program can make: custom OpenID providers and those of enterprises, and what to
/// do about each.
class DashboardConnections : public Card
{
    Q_OBJECT

public:
    explicit DashboardConnections(const PageContext &context, QWidget *parent = nullptr);

    void render(const ProvidersViewModel::State &state);

private:
    void addRow(const ProvidersViewModel::Custom &custom);

    QList<ProvidersViewModel::Custom> m_shown;
    QWidget *m_rows;
    QVBoxLayout *m_lines;
    CopyLines *m_redirect;
    LinkButton *m_dashboard;
    LinkButton *m_guide;
};

} // namespace golive
