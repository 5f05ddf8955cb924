#pragma once

#include "ui/theme/colors.h"

#include <QWidget>

namespace golive {

/// A plain area of the window in one of the theme's grounds, with hairlines on the sides named.
/// Reading sides: Leading is left in English and right in Arabic.
class Surface : public QWidget
{
    Q_OBJECT

public:
    enum Edge { NoEdge = 0, Top = 1, Bottom = 2, Leading = 4, Trailing = 8 };

    explicit Surface(QColor ThemeColors::*ground, int edges = NoEdge, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void groundScrollBars();

    QColor ThemeColors::*m_ground;
    int m_edges;
};

} // namespace golive
