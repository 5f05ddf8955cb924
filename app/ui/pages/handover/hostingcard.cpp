#include "ui/pages/handover/hostingcard.h"

#include "ui/shell/pagecontext.h"
#include "ui/widgets/bulletlist.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"
#include "wizard/handover/codewords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace golive {

HostingCard::HostingCard(HandoverViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Card(tr("Your hosting"), parent)
    , m_viewModel(viewModel)
    , m_place(new QComboBox)
    , m_steps(new BulletList)
    , m_previews(new StatusLabel(StatusTone::Information))
    , m_console(new LinkButton(tr("Open it in the browser"), QUrl(), context.clipboard, context.openUrl))
{
    m_place->setObjectName(QStringLiteral("hostingPlace"));
    m_place->addItem(tr("Choose…"), QString());
    for (const HostingPlace &place : hostingPlaces())
        m_place->addItem(CodeWords::placeName(place), place.id);
    m_steps->setNumbered(true);
    m_steps->setObjectName(QStringLiteral("hostingSteps"));
    m_previews->setParagraph();
    auto *label = new TextLabel(tr("The application runs at"));
    label->setWordWrap(false);
    label->setBuddy(m_place);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_place);
    row->addStretch();
    auto *link = new QHBoxLayout;
    link->addWidget(m_console);
    link->addStretch();
    body()->addLayout(row);
    body()->addWidget(m_steps);
    body()->addWidget(m_previews);
    body()->addLayout(link);
    connect(m_place, &QComboBox::activated, &m_viewModel,
            [this] { m_viewModel.choosePlace(m_place->currentData().toString()); });
}

void HostingCard::setState(const HandoverViewModel::State &state)
{
    const QSignalBlocker quiet(m_place);
    m_place->setCurrentIndex(m_place->findData(state.placeId));
    m_steps->setLines(state.placeSteps);
    m_steps->setVisible(!state.placeSteps.isEmpty());
    m_previews->setStatus(StatusTone::Information, state.placePreviews);
    m_previews->setVisible(!state.placePreviews.isEmpty());
    m_console->setAddress(state.placeConsole);
    m_console->setVisible(!state.placeConsole.isEmpty());
}

} // namespace golive
