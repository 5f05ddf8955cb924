#pragma once

#include "ui/widgets/card.h"
#include "wizard/steps/handoverviewmodel.h"

class QComboBox;

namespace golive {

struct PageContext;
class BulletList;
class LinkButton;
class StatusLabel;

/// Where the variables are entered at the person's hosting.
class HostingCard final : public Card
{
    Q_OBJECT

public:
    HostingCard(HandoverViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    void setState(const HandoverViewModel::State &state);

private:
    HandoverViewModel &m_viewModel;
    QComboBox *m_place;
    BulletList *m_steps;
    StatusLabel *m_previews;
    LinkButton *m_console;
};

} // namespace golive
