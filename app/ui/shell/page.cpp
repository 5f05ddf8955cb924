#include "ui/shell/page.h"

#include "ui/shell/readingorder.h"
#include "ui/widgets/noticebar.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace golive {
namespace {

constexpr int sideMargin = 32;

/// Keeps `inside` at the reading edge and no wider than is comfortable.
QHBoxLayout *column(QWidget *inside)
{
    inside->setMaximumWidth(Page::widestContent);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(sideMargin, 0, sideMargin, 0);
    row->addWidget(inside, 1000);
    row->addStretch(1);
    return row;
}

/// Something to fill in or choose from. Not a push button: what it does must be wanted.
bool isField(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->isCheckable() && (!button->autoExclusive() || button->isChecked())
            && qobject_cast<const QToolButton *>(&widget) == nullptr;
    return qobject_cast<const QLabel *>(&widget) == nullptr && qobject_cast<const QScrollBar *>(&widget) == nullptr;
}

} // namespace

Page::Page(StepViewModel &viewModel, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_context(context)
    , m_notice(new NoticeBar)
    , m_scroll(new QScrollArea)
{
    auto *inside = new QWidget;
    m_content = new QVBoxLayout(inside);
    m_content->setContentsMargins(0, 8, 0, 24);
    m_content->setSpacing(16);
    auto *canvas = new QWidget;
    canvas->setLayout(column(inside));

    m_scroll->setWidget(canvas);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    m_outer = new QVBoxLayout(this);
    m_outer->setContentsMargins(0, 0, 0, 0);
    m_outer->setSpacing(12);
    m_outer->addLayout(column(m_notice));
    m_outer->addWidget(m_scroll, 1);

    m_drawing = connect(&m_viewModel, &StepViewModel::stateChanged, this, [this] { render(); });
    connect(&m_viewModel, &StepViewModel::attentionWanted, this, &Page::bringToAttention);
}

/// A field that loses the focus as its page goes may still tell the view model; there is nobody left to draw it.
Page::~Page()
{
    disconnect(m_drawing);
}

QWidget *Page::firstField() const
{
    const QList<QWidget *> stops = tabStops(*m_scroll->widget());
    const auto found = std::find_if(stops.cbegin(), stops.cend(), [](const QWidget *stop) { return isField(*stop); });
    return found == stops.cend() ? nullptr : *found;
}

void Page::focusFirstField()
{
    QWidget *field = firstField();
    if (field == nullptr)
        field = this;
    field->setFocus(Qt::OtherFocusReason);
}

void Page::bringToAttention(const QString &field)
{
    auto *widget = findChild<QWidget *>(field);
    if (widget == nullptr)
        return;
    widget->setFocus(Qt::OtherFocusReason);
    if (!m_scroll->widget()->isAncestorOf(widget))
        return;
    // What has only just appeared gets its place when the layouts have run.
    QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, 48); });
}

void Page::pin(QWidget *part)
{
    m_outer->insertLayout(m_outer->indexOf(m_scroll), column(part));
}

void Page::setNotice(const Notice &notice)
{
    m_notice->setNotice(notice);
}

} // namespace golive
