#include "ui/shell/steplist.h"

#include "ui/shell/stepdelegate.h"
#include "ui/shell/stepwords.h"

namespace golive {
namespace {

Step stepAt(int row)
{
    return allSteps.at(static_cast<std::size_t>(row));
}

} // namespace

StepListModel::StepListModel(const WizardFlow &flow, QObject *parent)
    : QAbstractListModel(parent)
    , m_flow(flow)
{
}

void StepListModel::setTitle(Step step, const QString &title)
{
    m_titles.at(static_cast<std::size_t>(step)) = title;
    refresh();
}

void StepListModel::refresh()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int StepListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(allSteps.size());
}

QVariant StepListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Step step = stepAt(index.row());
    const StepStatus status = m_flow.status(step);
    const bool current = m_flow.current() == step;
    const QString title = m_titles.at(static_cast<std::size_t>(step));
    switch (role) {
    case Qt::DisplayRole: return title;
    case Qt::ToolTipRole: return QStringLiteral("%1 (%2)").arg(title, stepStatusWords(status, current));
    case Qt::AccessibleTextRole:
        //: "Step 7 of 10, DNS records, waiting for DNS"
        return tr("Step %1 of %2, %3, %4")
            .arg(QString::number(index.row() + 1), QString::number(rowCount()), title,
                 stepStatusWords(status, current));
    case StatusRole: return static_cast<int>(status);
    case CurrentRole: return current;
    default: return {};
    }
}

Qt::ItemFlags StepListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_flow.status(stepAt(index.row())) == StepStatus::NotYet)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

StepList::StepList(WizardFlow &flow, QWidget *parent)
    : QListView(parent)
    , m_flow(flow)
    , m_model(new StepListModel(flow, this))
{
    setObjectName(QStringLiteral("steps"));
    setAccessibleName(tr("Steps"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new StepDelegate(this));
    setModel(m_model);
    setCompact(false);
    connect(&m_flow, &WizardFlow::currentChanged, this, &StepList::refresh);
    connect(&m_flow, &WizardFlow::progressChanged, this, &StepList::refresh);
    refresh();
}

void StepList::setTitle(Step step, const QString &title)
{
    m_model->setTitle(step, title);
}

void StepList::setCompact(bool compact)
{
    setFixedWidth(compact ? narrow : wide);
    doItemsLayout();
}

void StepList::refresh()
{
    m_refreshing = true;
    m_model->refresh();
    setCurrentIndex(m_model->index(static_cast<int>(m_flow.current())));
    m_refreshing = false;
}

QModelIndex StepList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // By itself End goes to the last row, finds it closed and stays where it was.
    const bool toEnd = action == MoveEnd || action == MovePageDown;
    if (!toEnd && action != MoveHome && action != MovePageUp)
        return QListView::moveCursor(action, modifiers);
    int row = toEnd ? m_model->rowCount() - 1 : 0;
    while (m_model->flags(m_model->index(row)) == Qt::NoItemFlags && row != currentIndex().row())
        row += toEnd ? -1 : 1;
    return m_model->index(row);
}

void StepList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_refreshing && current.isValid() && !m_flow.goTo(stepAt(current.row())))
        refresh();
}

} // namespace golive
