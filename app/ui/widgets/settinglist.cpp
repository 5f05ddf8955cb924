#include "ui/widgets/settinglist.h"

#include "ui/theme/colors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/settingdelegate.h"
#include "ui/widgets/settinglistmodel.h"

#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace golive {

/// What stands above the columns, at the places where the rows have them.
class SettingList::Captions : public QWidget
{
public:
    explicit Captions(SettingList &list)
        : QWidget(&list)
        , m_list(list)
    {
        setFixedHeight(QFontMetrics(textFont(TextRole::Small)).height() + 8);
    }

    void setColumns(const SettingColumns &columns)
    {
        m_columns = columns;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setFont(textFont(TextRole::Small));
        painter.setPen(themeColors(palette()).muted);
        const QListView &view = m_list.view();
        const int left = view.viewport()->mapTo(&m_list, QPoint()).x();
        const QRect row(left + 4, 0, view.viewport()->width() - 8, height());
        const auto places = SettingColumnPlaces::within(row, m_columns, m_list.m_model->hasTicks());
        draw(painter, row, places.setting, m_columns.setting);
        draw(painter, row, places.first, m_columns.first);
        draw(painter, row, places.second, m_columns.second);
        draw(painter, row, places.state, m_columns.state);
    }

private:
    void draw(QPainter &painter, const QRect &row, const QRect &place, const QString &caption) const
    {
        const auto side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
        painter.drawText(QStyle::visualRect(layoutDirection(), row, place), static_cast<int>(side) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(caption, Qt::ElideRight, place.width()));
    }

    SettingList &m_list;
    SettingColumns m_columns;
};

SettingList::SettingList(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_model(new SettingListModel(this))
    , m_delegate(new SettingDelegate(this))
    , m_captions(new Captions(*this))
    , m_view(new QListView)
{
    m_view->setObjectName(QStringLiteral("settingList"));
    m_view->setAccessibleName(accessibleName);
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_captions);
    column->addWidget(m_view, 1);

    connect(m_model, &SettingListModel::tickWanted, this, &SettingList::tickWanted);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_rendering)
            Q_EMIT selected(m_model->idAt(m_view->selectionModel()->selectedIndexes().value(0)));
    });
}

void SettingList::setList(const SettingColumns &columns, const QList<SettingRow> &rows)
{
    m_rendering = true;
    m_model->setColumns(columns);
    m_delegate->setColumns(columns);
    m_model->setRows(rows);
    m_captions->setColumns(columns);
    m_rendering = false;
}

void SettingList::setSelected(const QString &id)
{
    const QModelIndex wanted = m_model->indexOf(id);
    if (m_view->selectionModel()->selectedIndexes().value(0) == wanted)
        return;
    m_rendering = true;
    m_view->setCurrentIndex(wanted);
    m_view->scrollTo(wanted);
    m_rendering = false;
}

} // namespace golive
