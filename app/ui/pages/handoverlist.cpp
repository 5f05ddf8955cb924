#include "ui/pages/handoverlist.h"

#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace golive {
namespace {

constexpr int besideTheBox = 26; ///< where the words of a check box begin

} // namespace

HandoverList::HandoverList(QWidget *parent)
    : Card(tr("What remains"), parent)
    , m_inside(new QWidget)
{
    body()->addWidget(m_inside);
}

void HandoverList::setRows(const QList<Row> &rows)
{
    QStringList ids;
    for (const Row &row : rows)
        ids.append(row.id);
    if (ids != m_ids) {
        m_ids = ids;
        rebuild(rows);
    }
    for (const Row &row : rows) {
        QCheckBox *box = m_boxes.value(row.id);
        const QSignalBlocker quiet(box);
        box->setChecked(row.ticked);
    }
    const bool done = std::all_of(rows.cbegin(), rows.cend(), [](const Row &row) { return row.ticked; });
    setTitle(done ? tr("What remains: nothing, everything is ticked") : tr("What remains"));
}

void HandoverList::rebuild(const QList<Row> &rows)
{
    qDeleteAll(m_inside->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_inside->layout();
    m_boxes.clear();
    auto *lines = new QVBoxLayout(m_inside);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(12);
    QString heading;
    for (const Row &row : rows) {
        if (row.heading != heading) {
            lines->addSpacing(heading.isEmpty() ? 0 : 8);
            heading = row.heading;
            auto *title = new TextLabel(heading, TextRole::Strong);
            title->setMuted(true);
            lines->addWidget(title);
        }
        auto *explanation = new TextLabel(row.explanation);
        explanation->setMuted(true);
        auto *below = new QHBoxLayout; // spacing follows the reading direction, margins do not
        below->setSpacing(0);
        below->addSpacing(besideTheBox);
        below->addWidget(explanation, 1);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(addBox(row));
        words->addLayout(below);
        lines->addLayout(words);
    }
}

QCheckBox *HandoverList::addBox(const Row &row)
{
    auto *box = new QCheckBox(row.text);
    box->setObjectName(QStringLiteral("todo.") + row.id);
    box->setAccessibleDescription(row.explanation);
    connect(box, &QCheckBox::toggled, this, [this, id = row.id](bool on) { Q_EMIT ticked(id, on); });
    m_boxes.insert(row.id, box);
    return box;
}

} // namespace golive
