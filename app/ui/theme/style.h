#pragma once

#include <QProxyStyle>

class QStyleOptionButton;

namespace golive {

/// Fusion, with the program's own controls: flat, rounded, one accent colour, targets of at least
/// 24 pixels (WCAG 2.5.8) and a focus ring of two pixels. A push button with the property
/// "primary" is filled with the accent; a field with the property "invalid" is outlined as a fault.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    void drawButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const;
    [[nodiscard]] QRect scrollBarPart(const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const;
    [[nodiscard]] static int frameWidth(const QWidget *widget);
};

} // namespace golive
