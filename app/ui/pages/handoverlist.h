#pragma once

#include "ui/widgets/card.h"
#include "wizard/steps/handoverviewmodel.h"

#include <QHash>

class QCheckBox;

namespace golive {

/// What remains to be done outside Clerk, to be ticked, under headings that say how much it matters.
class HandoverList final : public Card
{
    Q_OBJECT

public:
    using Row = HandoverViewModel::ChecklistRow;

    explicit HandoverList(QWidget *parent = nullptr);

    /// Rows of the same heading stand together. The boxes are called `todo.` and the row's id.
    void setRows(const QList<Row> &rows);

Q_SIGNALS:
    void ticked(const QString &id, bool on);

private:
    void rebuild(const QList<Row> &rows);
    QCheckBox *addBox(const Row &row);

    QWidget *m_inside;
    QStringList m_ids; ///< the rows there are, in order
    QHash<QString, QCheckBox *> m_boxes;
};

} // namespace golive
