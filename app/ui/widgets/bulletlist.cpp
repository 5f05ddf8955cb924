#include "ui/widgets/bulletlist.h"

#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace golive {

BulletList::BulletList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
}

void BulletList::setLines(const QStringList &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    rebuild();
}

void BulletList::setMuted(bool muted)
{
    m_muted = muted;
    rebuild();
}

void BulletList::setNumbered(bool numbered)
{
    m_numbered = numbered;
    m_rows->setSpacing(numbered ? 2 : 6); // numbers hold the lines together
    rebuild();
}

QString BulletList::markOf(qsizetype line) const
{
    return m_numbered ? QLocale().toString(line + 1) : QStringLiteral("•");
}

void BulletList::rebuild()
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    for (qsizetype index = 0; index < m_lines.size(); ++index) {
        auto *row = new QWidget(this);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        auto *dot = new TextLabel(markOf(index), TextRole::Body, row);
        dot->setWordWrap(false);
        auto *words = new TextLabel(m_lines.at(index), TextRole::Body, row);
        dot->setMuted(true);
        words->setMuted(m_muted);
        layout->addWidget(dot, 0, Qt::AlignTop);
        layout->addWidget(words, 1);
        m_rows->addWidget(row);
    }
}

} // namespace golive
