#include "ui/widgets/copylines.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace golive {

CopyLines::CopyLines(ClipboardGuard &clipboard, QString name, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_name(std::move(name))
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(12, 4, 12, 4);
    m_rows->setSpacing(1);
}

void CopyLines::setLines(const QList<Line> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    for (int index = 0; index < m_lines.size(); ++index)
        addLine(m_lines.at(index), index);
}

void CopyLines::addLine(const Line &line, int index)
{
    auto *row = new QWidget(this);
    auto *label = new TextLabel(line.label, TextRole::Small, row);
    label->setMuted(true);
    label->setWordWrap(false);
    int widest = 0;
    for (const Line &each : std::as_const(m_lines))
        widest = std::max(widest, label->fontMetrics().horizontalAdvance(each.label));
    label->setContentsMargins(2, 0, 2, 0); // a J reaches beyond its start
    label->setMinimumWidth(widest + 4);
    auto *value = new TextLabel(line.value, TextRole::Technical, row);
    value->setAccessibleName(line.value);
    label->setBuddy(value);
    auto *copy = new CopyButton(m_clipboard, line.value, row);
    copy->setObjectName(QStringLiteral("%1.%2").arg(m_name).arg(index));
    copy->setCompact(true);
    copy->setValue([text = line.value] { return text; });

    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(label);
    layout->addWidget(value, 1);
    layout->addWidget(copy);
    m_rows->addWidget(row);
}

void CopyLines::paintEvent(QPaintEvent * /*event*/)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.code);
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace golive
