#include "ui/widgets/headlinecard.h"

#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace golive {
namespace {

constexpr int signSize = 28;

/// Between the page's title and the titles of the cards.
QFont headlineFont()
{
    QFont font = textFont(TextRole::Section);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    return font;
}

} // namespace

HeadlineCard::HeadlineCard(QWidget *parent)
    : QFrame(parent)
    , m_sign(new GlyphLabel(Glyph::Clock, signSize, this))
    , m_headline(new TextLabel({}, TextRole::Section, this))
    , m_explanation(new TextLabel({}, TextRole::Body, this))
    , m_body(new QVBoxLayout)
{
    m_headline->setFont(headlineFont());
    m_headline->setObjectName(QStringLiteral("headline"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_headline);
    words->addWidget(m_explanation);
    m_body->setSpacing(10);
    m_body->setContentsMargins(0, 10, 0, 0);
    words->addLayout(m_body);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 16, 18, 16);
    row->setSpacing(14);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

QString HeadlineCard::headline() const
{
    return m_headline->text();
}

void HeadlineCard::setHeadline(StatusTone tone, const QString &headline, const QString &explanation)
{
    m_tone = tone;
    m_sign->setGlyph(glyphOf(tone));
    m_sign->setTone(tone);
    m_headline->setTone(tone);
    m_headline->setText(headline);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(explanation);
    update();
}

void HeadlineCard::paintEvent(QPaintEvent * /*event*/)
{
    const ToneColors &colors = themeColors(palette()).tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace golive
