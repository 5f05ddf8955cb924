#include "ui/shell/pageheader.h"

#include "ui/privacy/screensharing.h"
#include "ui/widgets/statuslabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace golive {

PageHeader::PageHeader(ScreenSharing &sharing, QWidget *parent)
    : QWidget(parent)
    , m_sharing(sharing)
    , m_title(new TextLabel({}, TextRole::Title, this))
    , m_subtitle(new TextLabel({}, TextRole::Body, this))
    , m_switch(new QPushButton(this))
    , m_badge(new StatusLabel(StatusTone::Warning, {}, this))
{
    m_subtitle->setMuted(true);
    m_switch->setObjectName(QStringLiteral("screenSharing"));
    m_switch->setCheckable(true);
    m_switch->setAutoDefault(false);
    m_switch->setProperty("compact", true);
    m_badge->setObjectName(QStringLiteral("screenSharingBadge"));
    m_badge->setPill(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *side = new QVBoxLayout;
    side->setSpacing(6);
    side->addWidget(m_switch, 0, Qt::AlignTrailing);
    side->addWidget(m_badge, 0, Qt::AlignTrailing);
    side->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(32, 24, 32, 16);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addLayout(side);

    connect(m_switch, &QPushButton::clicked, &m_sharing, &ScreenSharing::setOn);
    connect(&m_sharing, &ScreenSharing::changed, this, &PageHeader::render);
    render();
}

void PageHeader::setTitles(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render();
}

void PageHeader::render()
{
    const bool on = m_sharing.isOn();
    m_switch->setChecked(on);
    m_switch->setIcon(glyphIcon(on ? Glyph::EyeOff : Glyph::Eye));
    m_switch->setText(tr("Screen sharing mode"));
    m_switch->setToolTip(tr("Hides keys, ids and addresses while others see your screen (Ctrl+Shift+H)"));
    m_badge->setStatus(StatusTone::Warning, tr("Keys, ids and addresses are hidden"));
    m_badge->setVisible(on);
}

} // namespace golive
