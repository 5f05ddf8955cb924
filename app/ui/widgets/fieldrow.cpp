#include "ui/widgets/fieldrow.h"

#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace golive {

FieldRow::FieldRow(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new TextLabel(label, TextRole::Strong, this))
    , m_remark(new TextLabel({}, TextRole::Body, this))
    , m_icon(new GlyphLabel(Glyph::Problem, 16, this))
    , m_message(new TextLabel({}, TextRole::Body, this))
    , m_action(new QPushButton(this))
{
    field->setParent(this);
    m_label->setBuddy(target());
    m_remark->setMuted(true);
    m_action->setAutoDefault(false);
    connect(m_action, &QPushButton::clicked, this, &FieldRow::adviceTaken);

    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    m_label->setWordWrap(false);
    m_label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    top->addWidget(m_label);
    top->addWidget(m_remark, 1);

    auto *below = new QHBoxLayout;
    below->setSpacing(6);
    below->addWidget(m_icon, 0, Qt::AlignTop);
    below->addWidget(m_message, 1);
    below->addWidget(m_action, 0, Qt::AlignTop);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(field);
    column->addLayout(below);
    render();
}

void FieldRow::setLabel(const QString &label)
{
    m_label->setText(label);
}

void FieldRow::setHint(const QString &hint)
{
    m_hint = hint;
    render();
}

void FieldRow::setError(const QString &error)
{
    m_error = error;
    render();
}

void FieldRow::setAdvice(const QString &advice, const QString &action)
{
    m_advice = advice;
    m_action->setText(action);
    render();
}

void FieldRow::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

QWidget *FieldRow::target() const
{
    return m_field->focusProxy() != nullptr ? m_field->focusProxy() : m_field;
}

void FieldRow::render()
{
    const bool wrong = !m_error.isEmpty();
    const bool odd = !wrong && !m_advice.isEmpty();
    const QString text = wrong ? m_error : odd ? m_advice : m_hint;
    const StatusTone tone = wrong ? StatusTone::Problem : odd ? StatusTone::Warning : StatusTone::Neutral;
    m_icon->setVisible(wrong || odd);
    m_icon->setGlyph(wrong ? Glyph::Problem : Glyph::Warning);
    m_icon->setTone(tone);
    m_message->setVisible(!text.isEmpty());
    m_message->setTone(tone);
    const bool offers = odd && !m_action->text().isEmpty();
    if (!offers && m_action->hasFocus()) // it goes, and the focus must not go with it
        target()->setFocus(Qt::OtherFocusReason);
    m_action->setVisible(offers);
    m_message->setText(text);
    target()->setAccessibleDescription(text);
    if (target()->property("invalid").toBool() != wrong) {
        target()->setProperty("invalid", wrong);
        target()->update();
    }
}

} // namespace golive
