#include "ui/widgets/valuerow.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace golive {
namespace {

/// The box behind a technical value.
class ValueBox final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeColors(palette()).code);
        painter.drawRoundedRect(rect(), 6, 6);
    }
};

} // namespace

ValueRow::ValueRow(ClipboardGuard &clipboard, const QString &label, const QString &value, QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel(label, TextRole::Small, this))
    , m_value(new TextLabel({}, TextRole::Technical, this))
    , m_copy(new CopyButton(clipboard, label, this))
{
    m_label->setMuted(true);
    m_label->setBuddy(m_value);

    auto *box = new ValueBox(this);
    auto *inside = new QHBoxLayout(box);
    inside->setContentsMargins(12, 8, 12, 8);
    inside->addWidget(m_value, 1);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(box, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addLayout(row);

    m_copy->setValue([this] { return m_plain; });
    setLabel(label);
    setValue(value);
}

void ValueRow::setLabel(const QString &label)
{
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    m_copy->setWhat(label);
}

void ValueRow::setValue(const QString &value)
{
    m_plain = value;
    m_value->setText(value);
    m_value->setAccessibleName(value);
    m_copy->setEnabled(!value.isEmpty());
}

SecretRow::SecretRow(ClipboardGuard &clipboard, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_field(new SecretField(clipboard.clock(), this))
    , m_copy(new CopyButton(clipboard, label, this))
{
    auto *name = new TextLabel(label, TextRole::Small, this);
    name->setMuted(true);
    name->setBuddy(m_field->lineEdit());
    m_field->setName(label);
    m_field->setReadOnly(true);
    m_copy->setSecret([this] { return m_secret; });
    connect(m_copy, &CopyButton::copied, this, &SecretRow::copied);
    m_copy->setEnabled(false);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_copy);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(name);
    column->addLayout(row);
}

void SecretRow::setSecret(const Secret &secret)
{
    m_secret = secret;
    m_field->setSecret(secret);
    m_copy->setEnabled(!secret.isEmpty());
}

} // namespace golive
