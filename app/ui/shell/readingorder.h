#pragma once

#include <QList>

class QWidget;

namespace golive {

/// Where Tab stops inside `root`, in the order a person reads: row by row, along each row from its
/// reading edge. By place and not by the order of creation, because cards and rows come and go.
[[nodiscard]] QList<QWidget *> tabStops(const QWidget &root);

} // namespace golive
