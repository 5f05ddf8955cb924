#include "ui/widgets/providerheader.h"

#include "ui/widgets/statuslabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace golive {
namespace {

constexpr int badgeSize = 32;

/// A name's initials on a soft ground. Decoration: the name stands beside it.
class Badge final : public QWidget
{
public:
    explicit Badge(const QString &name)
        : m_letters(initialsOf(name))
    {
        setFixedSize(badgeSize, badgeSize);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const ThemeColors &colors = themeColors(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accentSoft);
        painter.drawRoundedRect(rect(), 8, 8);
        QFont font = textFont(TextRole::Small);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(colors.accent);
        painter.drawText(rect(), Qt::AlignCenter, m_letters);
    }

private:
    QString m_letters;
};

} // namespace

QString initialsOf(const QString &name)
{
    QString letters;
    bool wordBegins = true;
    for (const QChar each : name) {
        if (each.isLetterOrNumber() && (wordBegins || each.isUpper()) && letters.size() < 2)
            letters.append(each.toUpper());
        wordBegins = !each.isLetterOrNumber();
    }
    return letters;
}

ProviderHeader::ProviderHeader(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_status(new StatusLabel)
    , m_chevron(new GlyphLabel(Glyph::ChevronForward, 16))
{
    setText(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_status->setPill(true);
    auto *title = new TextLabel(name, TextRole::Strong);
    title->setWordWrap(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(12);
    row->addWidget(new Badge(name));
    row->addWidget(title, 1);
    row->addWidget(m_status, 0, Qt::AlignVCenter);
    row->addWidget(m_chevron, 0, Qt::AlignVCenter);
    for (QWidget *child : findChildren<QWidget *>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ProviderHeader::setState(bool open, StatusTone tone, const QString &words)
{
    m_open = open;
    m_status->setStatus(tone, words);
    setAccessibleName(tr("%1, %2").arg(text(), words));
    setAccessibleDescription(open ? tr("unfolded") : tr("folded"));
    renderChevron();
}

void ProviderHeader::paintEvent(QPaintEvent * /*event*/)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(colors.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? QBrush(colors.hover) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
}

void ProviderHeader::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        renderChevron();
}

void ProviderHeader::renderChevron()
{
    const Glyph folded = layoutDirection() == Qt::RightToLeft ? Glyph::ChevronBack : Glyph::ChevronForward;
    m_chevron->setGlyph(m_open ? Glyph::ChevronDown : folded);
}

} // namespace golive
