#pragma once

#include "ui/theme/colors.h"

#include <QStyleOption>

class QPainter;
class QProxyStyle;
class QWidget;

namespace golive {

/// Draws one control of Style: what is drawn, where to, and for which widget, kept together.
class Control
{
public:
    Control(const QStyleOption &option, QPainter &painter, const QWidget *widget);

    void drawButton() const;
    void drawPrimaryButton() const;
    void drawToolButton() const;
    void drawLineEdit() const;
    /// Around text areas and lists.
    void drawTextFrame() const;
    void drawCheckBox() const;
    void drawRadioButton() const;
    void drawFocus() const;
    void drawMenuPanel() const;
    void drawMenuBarItem() const;
    void drawToolTip() const;
    void drawScrollBar(const QRect &slider) const;
    void drawComboBox(const QRect &arrow) const;
    void drawComboLabel(const QProxyStyle &style) const;
    void drawProgressGroove() const;
    void drawProgressContents() const;
    void drawSplitter() const;
    /// The ground of one row or cell of a list, tree or table.
    void drawListItem() const;
    void drawHeader() const;
    /// A label on the accent is light.
    void colourLabel(QPalette &palette) const;

private:
    [[nodiscard]] bool is(QStyle::StateFlag flag) const { return (m_option.state & flag) != 0; }
    [[nodiscard]] bool has(const char *property) const;
    [[nodiscard]] bool focused() const;
    [[nodiscard]] QColor outline() const;
    void box(const QRectF &place, qreal radius, const QColor &fill, const QColor &line, qreal width = 1) const;
    void ring(const QRectF &place, qreal radius) const;

    const QStyleOption &m_option;
    QPainter &m_painter;
    const QWidget *m_widget;
    const ThemeColors &m_colors;
};

} // namespace golive
