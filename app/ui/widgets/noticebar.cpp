#include "ui/widgets/noticebar.h"

#include "ui/widgets/disclosure.h"
#include "ui/widgets/text.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace golive {
namespace {

QString toneWord(Notice::Tone tone)
{
    switch (tone) {
    case Notice::Tone::None: return {};
    case Notice::Tone::Information: return NoticeBar::tr("Information");
    case Notice::Tone::Success: return NoticeBar::tr("Success");
    case Notice::Tone::Warning: return NoticeBar::tr("Warning");
    case Notice::Tone::Problem: return NoticeBar::tr("Problem");
    }
    Q_UNREACHABLE();
}

} // namespace

StatusTone statusToneOf(Notice::Tone tone)
{
    switch (tone) {
    case Notice::Tone::None: return StatusTone::Neutral;
    case Notice::Tone::Information: return StatusTone::Information;
    case Notice::Tone::Success: return StatusTone::Success;
    case Notice::Tone::Warning: return StatusTone::Warning;
    case Notice::Tone::Problem: return StatusTone::Problem;
    }
    Q_UNREACHABLE();
}

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new GlyphLabel(Glyph::Information, 20, this))
    , m_text(new TextLabel({}, TextRole::Body, this))
    , m_more(new Disclosure(tr("Details"), this))
    , m_details(new QPlainTextEdit(this))
    , m_dismiss(new QToolButton(this))
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFont(textFont(TextRole::Technical));
    m_details->setLayoutDirection(Qt::LeftToRight);
    m_details->setFixedHeight(96);
    m_details->setAccessibleName(tr("Details for support"));
    m_more->body()->addWidget(m_details);
    m_dismiss->setIcon(glyphIcon(Glyph::Close));
    m_dismiss->setIconSize({16, 16});
    m_dismiss->setFixedSize(28, 28);
    m_dismiss->setFocusPolicy(Qt::StrongFocus);
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss this message"));

    auto *words = new QVBoxLayout;
    words->setContentsMargins(0, 4, 0, 4); // one line stands level with the dismiss button
    words->setSpacing(6);
    words->addWidget(m_text);
    words->addWidget(m_more);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(12);
    auto *sign = new QVBoxLayout;
    sign->setContentsMargins(0, 4, 0, 4);
    sign->addWidget(m_icon);
    sign->addStretch(1);
    row->addLayout(sign);
    row->addLayout(words, 1);
    row->addWidget(m_dismiss, 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setVisible(false);

    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        setVisible(false);
        Q_EMIT dismissed();
    });
}

void NoticeBar::setNotice(const Notice &notice)
{
    if (m_notice == notice)
        return;
    m_notice = notice;
    const StatusTone tone = statusToneOf(notice.tone);
    m_icon->setGlyph(glyphOf(tone));
    m_icon->setTone(tone);
    m_text->setText(notice.text);
    m_more->setOpen(false);
    m_more->setVisible(!notice.details.isEmpty());
    m_details->setPlainText(notice.details);
    setVisible(!notice.isEmpty());
    update();
    announce();
}

void NoticeBar::announce()
{
    const QString name = m_notice.isEmpty() ? QString()
                                            //: %1 is Problem, Warning, Information or Success, %2 the message
                                            : tr("%1: %2").arg(toneWord(m_notice.tone), m_notice.text);
    setAccessibleName(name);
    m_text->setAccessibleName(name);
    if (m_notice.isEmpty())
        return;
    QAccessibleEvent renamed(m_text, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::paintEvent(QPaintEvent * /*event*/)
{
    const ToneColors &colors = themeColors(palette()).tone(statusToneOf(m_notice.tone));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace golive
