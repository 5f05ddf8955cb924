#pragma once

#include <QHash>
#include <QImage>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace golive {

/// Relative luminance as WCAG 2 defines it, 0 to 1.
inline double luminanceOf(QRgb color)
{
    const auto linear = [](int channel) {
        const double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
}

/// From 1 to 21.
inline double contrastOf(QRgb one, QRgb other)
{
    const double a = luminanceOf(one);
    const double b = luminanceOf(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// The contrast of what is drawn in `place` of `picture` with the colour that fills most of it. Letters are
/// smoothed, so their strongest pixel counts; an area of one colour has a contrast of 1.
inline double drawnContrast(const QImage &picture, const QRect &place)
{
    QHash<QRgb, int> counts;
    const QRect within = place.intersected(picture.rect());
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            ++counts[picture.pixel(x, y)];
    if (counts.isEmpty())
        return 1;
    const QRgb ground = std::max_element(counts.cbegin(), counts.cend()).key();
    double strongest = 1;
    for (auto color = counts.cbegin(); color != counts.cend(); ++color)
        strongest = std::max(strongest, contrastOf(color.key(), ground));
    return strongest;
}

/// How many pixels of `one` and `other` differ so much within `place` that an eye sees it (3 to 1).
inline int changedPixels(const QImage &one, const QImage &other, const QRect &place)
{
    int changed = 0;
    const QRect within = place.intersected(one.rect()).intersected(other.rect());
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            if (contrastOf(one.pixel(x, y), other.pixel(x, y)) >= 3)
                ++changed;
    return changed;
}

} // namespace golive
