#include "ui/widgets/keyvaluegrid.h"

#include "ui/widgets/text.h"

#include <QGridLayout>

namespace golive {
namespace {

/// Key and value are of different fonts; a line reads as one when both stand on the same base line.
void shareBaseLine(QLabel *key, QLabel *value)
{
    const int lower = value->fontMetrics().ascent() - key->fontMetrics().ascent();
    key->setContentsMargins(0, qMax(0, lower), 0, 0);
    value->setContentsMargins(0, qMax(0, -lower), 0, 0);
}

} // namespace

KeyValueGrid::KeyValueGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 5);
    m_grid->setColumnMinimumWidth(0, 120);
}

TextLabel *KeyValueGrid::addRow(const QString &key, const QString &value, Kind kind)
{
    auto *label = new TextLabel(value, kind == Kind::Technical ? TextRole::Technical : TextRole::Body, this);
    if (kind == Kind::Technical && layoutDirection() == Qt::RightToLeft)
        label->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    // The technical font is lower: this keeps it in line with its label.
    label->setMinimumHeight(QFontMetrics(textFont(TextRole::Body)).height());
    addRow(key, label);
    return label;
}

void KeyValueGrid::addRow(const QString &key, QWidget *value)
{
    auto *name = new TextLabel(key, TextRole::Body, this);
    name->setMuted(true);
    name->setBuddy(value);
    if (auto *label = qobject_cast<TextLabel *>(value))
        shareBaseLine(name, label);
    m_grid->addWidget(name, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(value, m_rows, 1, Qt::AlignTop);
    ++m_rows;
}

void KeyValueGrid::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

} // namespace golive
