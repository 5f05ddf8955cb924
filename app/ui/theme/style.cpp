#include "ui/theme/style.h"

#include "ui/theme/controls.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionToolButton>
#include <QTextEdit>

namespace golive {

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Control control {*option, *painter, widget};
    switch (static_cast<int>(element)) {
    case PE_PanelButtonCommand: control.drawButton(); return;
    case PE_PanelButtonTool: control.drawToolButton(); return;
    case PE_PanelLineEdit: control.drawLineEdit(); return;
    case PE_Frame: control.drawTextFrame(); return;
    case PE_IndicatorCheckBox: control.drawCheckBox(); return;
    case PE_IndicatorRadioButton: control.drawRadioButton(); return;
    case PE_FrameFocusRect: control.drawFocus(); return;
    case PE_PanelMenu: control.drawMenuPanel(); return;
    case PE_PanelTipLabel: control.drawToolTip(); return;
    // Drawn with their panels, or not at all.
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget: return;
    case PE_PanelItemViewItem: control.drawListItem(); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Control control {*option, *painter, widget};
    switch (static_cast<int>(element)) {
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button == nullptr)
            break;
        QStyleOptionButton coloured = *button;
        control.colourLabel(coloured.palette);
        drawButtonLabel(coloured, painter, widget);
        return;
    }
    case CE_MenuBarEmptyArea:
    case CE_MenuBarItem: control.drawMenuBarItem(); return;
    case CE_ComboBoxLabel: control.drawComboLabel(*this); return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: control.drawHeader(); return;
    case CE_ProgressBarGroove: control.drawProgressGroove(); return;
    case CE_ProgressBarContents: control.drawProgressContents(); return;
    case CE_Splitter: control.drawSplitter(); return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const
{
    constexpr int gap = 8;
    const Qt::LayoutDirection direction = option.direction;
    const int mnemonic = proxy()->styleHint(SH_UnderlineShortcut, &option, widget, nullptr) != 0 ? Qt::TextShowMnemonic
                                                                                                 : Qt::TextHideMnemonic;
    const int textWidth = option.fontMetrics.size(mnemonic, option.text).width();
    const bool hasIcon = !option.icon.isNull();
    const int iconWidth = hasIcon ? option.iconSize.width() + (option.text.isEmpty() ? 0 : gap) : 0;
    QRect content(0, 0, textWidth + iconWidth, option.rect.height());
    content.moveCenter(option.rect.center());
    if (hasIcon) {
        const QRect place(content.left(), option.rect.center().y() - option.iconSize.height() / 2 + 1,
                          option.iconSize.width(), option.iconSize.height());
        option.icon.paint(painter, visualRect(direction, content, place), Qt::AlignCenter,
                          (option.state & State_Enabled) != 0 ? QIcon::Normal : QIcon::Disabled);
    }
    const QRect text = content.adjusted(iconWidth, 0, 1, 0);
    proxy()->drawItemText(painter, visualRect(direction, content, text), Qt::AlignCenter | mnemonic, option.palette,
                          (option.state & State_Enabled) != 0, option.text, QPalette::ButtonText);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Control drawing {*option, *painter, widget};
    if (control == CC_ScrollBar) {
        drawing.drawScrollBar(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (control == CC_ComboBox) {
        drawing.drawComboBox(subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (static_cast<int>(metric)) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuHMargin: return 0;
    case PM_MenuVMargin: return 4;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 12;
    case PM_MenuBarHMargin: return 8;
    case PM_MenuBarVMargin: return 2;
    case PM_MenuBarItemSpacing: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 10;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 40;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    case PM_DefaultFrameWidth: return qobject_cast<const QComboBox *>(widget) != nullptr ? 1 : frameWidth(widget);
    case PM_FocusFrameHMargin: return 9; // also the indent of a list's words
    case PM_FocusFrameVMargin: return 2;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::frameWidth(const QWidget *widget)
{
    if (qobject_cast<const QLineEdit *>(widget) != nullptr)
        return 8;
    const bool inAFrame = qobject_cast<const QAbstractScrollArea *>(widget) != nullptr;
    return inAFrame ? 3 : 1;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    constexpr int target = 36;
    switch (static_cast<int>(type)) {
    case CT_PushButton:
        if (widget != nullptr && widget->property("compact").toBool())
            return {size.width() + 24, qMax(28, size.height() + 8)};
        return {size.width() + 32, qMax(target, size.height() + 16)};
    case CT_ToolButton: return {qMax(28, size.width() + 10), qMax(28, size.height() + 8)};
    case CT_LineEdit: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {fusion.width(), qMax(target, size.height() + 14)};
    }
    case CT_ComboBox: return {size.width() + 44, qMax(target, size.height() + 14)};
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {fusion.width() + 4, qMax(28, fusion.height())};
    }
    case CT_MenuItem: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {fusion.width() + 16, fusion.height() > 12 ? qMax(30, fusion.height() + 6) : 9};
    }
    case CT_ItemViewItem: {
        const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {fusion.width(), qMax(target, fusion.height())};
    }
    case CT_MenuBarItem: return {size.width() + 20, qMax(28, size.height() + 10)};
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (static_cast<int>(hint)) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ScrollBar_Transient: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const QRect whole = option->rect;
        switch (static_cast<int>(part)) {
        case SC_ComboBoxArrow:
            return visualRect(option->direction, whole, {whole.right() - 31, whole.top(), 32, whole.height()});
        case SC_ComboBoxEditField: return visualRect(option->direction, whole, whole.adjusted(12, 2, -34, -2));
        default: break;
        }
    }
    if (control == CC_ScrollBar)
        return scrollBarPart(option, part, widget);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::scrollBarPart(const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (bar == nullptr)
        return QProxyStyle::subControlRect(CC_ScrollBar, option, part, widget);
    const bool flat = bar->orientation == Qt::Horizontal;
    const int length = flat ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    int slider = length;
    if (range > 0)
        slider = qBound(qMin(40, length), static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep)),
                        length);
    const int start
        = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    int from = 0;
    int extent = 0;
    switch (static_cast<int>(part)) {
    case SC_ScrollBarGroove: extent = length; break;
    case SC_ScrollBarSlider:
        from = start;
        extent = slider;
        break;
    case SC_ScrollBarSubPage: extent = start; break;
    case SC_ScrollBarAddPage:
        from = start + slider;
        extent = length - from;
        break;
    default: return {};
    }
    const QRect place = flat ? QRect(bar->rect.left() + from, bar->rect.top(), extent, bar->rect.height())
                             : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), extent);
    return visualRect(bar->direction, bar->rect, place);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr
        || qobject_cast<QLineEdit *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace golive
