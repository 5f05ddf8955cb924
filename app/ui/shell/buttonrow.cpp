#include "ui/shell/buttonrow.h"

#include "ui/theme/glyphs.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace golive {
namespace {

constexpr int narrowestButton = 112;
constexpr int leadingSpace = 16; ///< with the button's own padding its icon stands at the content's edge

int widthFor(QPushButton &button, const QStringList &texts)
{
    const QString shown = button.text();
    int width = narrowestButton;
    for (const QString &text : texts) {
        button.setText({}); // the same text again would not be measured again
        button.setText(text);
        width = qMax(width, button.sizeHint().width());
    }
    button.setText(shown);
    return width;
}

} // namespace

ButtonRow::ButtonRow(QWidget *parent)
    : Surface(&ThemeColors::page, Top, parent)
    , m_help(new QPushButton(glyphIcon(Glyph::Help), {}, this))
    , m_back(new QPushButton(this))
    , m_next(new QPushButton(this))
    , m_leading(new QSpacerItem(leadingSpace, 0, QSizePolicy::Fixed, QSizePolicy::Minimum))
{
    m_help->setObjectName(QStringLiteral("help"));
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    m_help->setCheckable(true);
    m_help->setProperty("quiet", true);
    m_next->setProperty("primary", true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 14, 0, 14);
    row->setSpacing(12);
    row->addSpacerItem(m_leading); // unlike a margin it is mirrored
    row->addWidget(m_help);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addSpacing(32); // as far from the edge as the content

    connect(m_help, &QPushButton::clicked, this, &ButtonRow::helpToggled);
    connect(m_back, &QPushButton::clicked, this, &ButtonRow::back);
    connect(m_next, &QPushButton::clicked, this, &ButtonRow::forward);
    for (QPushButton *button : {m_back, m_next})
        button->installEventFilter(this);
    render();
    fixWidths();
}

void ButtonRow::setPlace(bool first, bool last)
{
    m_back->setEnabled(!first);
    m_last = last;
    render();
}

void ButtonRow::setForwardIsMain(bool isMain)
{
    if (m_next->property("primary").toBool() == isMain)
        return;
    m_next->setProperty("primary", isMain);
    m_next->update();
}

void ButtonRow::setLeadingSpace(int more)
{
    m_leading->changeSize(leadingSpace + more, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    layout()->invalidate();
}

void ButtonRow::setHelpShown(bool shown)
{
    m_help->setChecked(shown);
}

bool ButtonRow::pressFocused()
{
    for (QPushButton *button : {m_back, m_next}) {
        if (button->hasFocus()) {
            button->click();
            return true;
        }
    }
    return false;
}

/// Whoever is used to double-clicking goes one step all the same.
bool ButtonRow::eventFilter(QObject *watched, QEvent *event)
{
    return event->type() == QEvent::MouseButtonDblClick || Surface::eventFilter(watched, event);
}

void ButtonRow::changeEvent(QEvent *event)
{
    Surface::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        render();
        fixWidths();
    }
}

void ButtonRow::render()
{
    m_help->setText(tr("&Help"));
    m_back->setText(tr("&Back"));
    m_next->setText(m_last ? tr("&Close") : tr("&Next"));
}

void ButtonRow::fixWidths()
{
    m_back->setFixedWidth(widthFor(*m_back, {tr("&Back")}));
    m_next->setFixedWidth(widthFor(*m_next, {tr("&Next"), tr("&Close")}));
}

} // namespace golive
