#include "ui/pages/handover/switchcard.h"

#include "ui/widgets/fieldrow.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace golive {

SwitchCard::SwitchCard(SwitchPart &part, QWidget *parent)
    : Card(tr("Has your site switched over?"), parent)
    , m_part(part)
    , m_address(new QLineEdit)
    , m_row(new FieldRow(tr("Page to look at"), m_address))
    , m_look(new QPushButton(tr("Look at the site")))
    , m_headline(new StatusLabel)
    , m_explanation(new TextLabel)
{
    m_address->setObjectName(QStringLiteral("siteAddress"));
    m_address->setLayoutDirection(Qt::LeftToRight);
    m_look->setObjectName(QStringLiteral("lookAtSite"));
    m_look->setAutoDefault(false);
    m_headline->setObjectName(QStringLiteral("siteFinding"));
    m_explanation->setMuted(true);
    m_row->setHint(tr("Golive fetches this page and its scripts, and looks which key they hold. It changes nothing."));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_look);
    buttons->addStretch();
    auto *finding = new QVBoxLayout;
    finding->setSpacing(4);
    finding->addWidget(m_headline);
    finding->addWidget(m_explanation);
    body()->addWidget(m_row);
    body()->addLayout(buttons);
    body()->addLayout(finding);
    connect(m_address, &QLineEdit::textEdited, &m_part, &SwitchPart::setAddress);
    connect(m_address, &QLineEdit::returnPressed, &m_part, &SwitchPart::look);
    connect(m_look, &QPushButton::clicked, &m_part, &SwitchPart::look);
}

void SwitchCard::setState(const SwitchState &state)
{
    setVisible(state.possible);
    if (m_address->text() != state.address) {
        const QSignalBlocker quiet(m_address);
        m_address->setText(state.address);
    }
    m_row->setError(state.problem);
    m_look->setEnabled(!state.looking);
    m_look->setText(state.looking ? tr("Looking…") : tr("Look at the site"));
    const bool isFound = state.finding.tone != Notice::Tone::None;
    m_headline->setStatus(statusToneOf(state.finding.tone), state.finding.headline);
    m_headline->setVisible(isFound);
    m_explanation->setText(state.finding.explanation);
    m_explanation->setVisible(isFound);
}

} // namespace golive
