#include "ui/shell/readingorder.h"

#include <QAbstractButton>

#include <algorithm>

namespace golive {
namespace {

struct Stop
{
    QWidget *widget;
    QRect place;
};

/// One of several of which one is chosen: Tab leads to the chosen one, arrows to the others.
bool yieldsToTheChosen(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    if (button == nullptr || !button->autoExclusive() || button->isChecked() || widget.parentWidget() == nullptr)
        return false;
    const auto siblings = widget.parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    return std::any_of(siblings.cbegin(), siblings.cend(), [](const QAbstractButton *each) {
        return each->autoExclusive() && each->isChecked() && each->isEnabled() && each->isVisible();
    });
}

bool takesTab(const QWidget &widget, const QWidget &root)
{
    return !yieldsToTheChosen(widget) && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus
        && widget.focusProxy() == nullptr && widget.isEnabled() && widget.isVisibleTo(&root);
}

/// The first stop that begins below `first`; never `first` itself, even when it has no height yet.
QList<Stop>::iterator endOfRow(QList<Stop>::iterator first, QList<Stop>::iterator end)
{
    const int middle = first->place.center().y();
    return std::find_if(std::next(first), end, [middle](const Stop &each) { return each.place.top() > middle; });
}

} // namespace

QList<QWidget *> tabStops(const QWidget &root)
{
    QList<Stop> stops;
    const auto all = root.findChildren<QWidget *>();
    for (QWidget *widget : all)
        if (takesTab(*widget, root))
            stops.append({widget, QRect(widget->mapTo(&root, QPoint()), widget->size())});
    std::stable_sort(stops.begin(), stops.end(),
                     [](const Stop &one, const Stop &other) { return one.place.top() < other.place.top(); });
    const bool fromRight = root.layoutDirection() == Qt::RightToLeft;
    for (auto first = stops.begin(); first != stops.end();) {
        const auto next = endOfRow(first, stops.end());
        std::stable_sort(first, next, [fromRight](const Stop &one, const Stop &other) {
            return fromRight ? one.place.right() > other.place.right() : one.place.left() < other.place.left();
        });
        first = next;
    }
    QList<QWidget *> widgets;
    for (const Stop &stop : std::as_const(stops))
        widgets.append(stop.widget);
    return widgets;
}

} // namespace golive
