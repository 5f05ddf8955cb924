#include "ui/widgets/keyvaluegrid.h"

#include "ui/widgets/text.h"

#include <QGridLayout>

namespace golive {

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
