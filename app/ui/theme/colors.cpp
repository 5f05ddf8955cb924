#include "ui/theme/colors.h"

#include <algorithm>
#include <cmath>

namespace golive {
namespace {

ThemeColors makeLight()
{
    ThemeColors c;
    c.page = QColor(0xffffffU);
    c.sidebar = QColor(0xf5f6f9U);
    c.card = QColor(0xffffffU);
    c.field = QColor(0xffffffU);
    c.code = QColor(0xf3f4f8U);
    c.hairline = QColor(0xe1e4ebU);
    c.control = QColor(0x868c9bU);
    c.text = QColor(0x1a1d27U);
    c.muted = QColor(0x585f70U);
    c.disabled = QColor(0x9499a6U);
    c.accent = QColor(0x3a49c9U);
    c.accentFill = QColor(0x3a49c9U);
    c.accentFillHover = QColor(0x303db2U);
    c.accentFillDown = QColor(0x273296U);
    c.onAccent = QColor(0xffffffU);
    c.accentSoft = QColor(0xe8eafbU);
    c.hover = QColor(0xeceef3U);
    c.groove = c.hairline;
    c.visited = QColor(0x6b3fa0U);
    c.information = {QColor(0x2456a8U), QColor(0xeaf1fcU), QColor(0xb9cff0U)};
    c.success = {QColor(0x17692fU), QColor(0xe8f5ecU), QColor(0xb2dabdU)};
    c.warning = {QColor(0x7a4b00U), QColor(0xfdf3dfU), QColor(0xe8cd94U)};
    c.problem = {QColor(0xa8231cU), QColor(0xfceceaU), QColor(0xefbdb8U)};
    c.neutral = {QColor(0x535a6bU), QColor(0xf0f1f5U), QColor(0xd7dae2U)};
    return c;
}

ThemeColors makeDark()
{
    ThemeColors c;
    c.dark = true;
    c.page = QColor(0x1c1e25U);
    c.sidebar = QColor(0x16181dU);
    c.card = QColor(0x22252dU);
    c.field = QColor(0x16181dU);
    c.code = QColor(0x2a2d36U);
    c.hairline = QColor(0x343843U);
    c.control = QColor(0x808799U);
    c.text = QColor(0xe8eaf0U);
    c.muted = QColor(0xa7aebdU);
    c.disabled = QColor(0x6c7280U);
    c.accent = QColor(0xa3b0ffU);
    c.accentFill = QColor(0x5262e2U);
    c.accentFillHover = QColor(0x5868e6U);
    c.accentFillDown = QColor(0x4352c6U);
    c.onAccent = QColor(0xffffffU);
    c.accentSoft = QColor(0x2a3055U);
    c.hover = QColor(0x2b2f39U);
    c.groove = c.hairline;
    c.visited = QColor(0xcba6f7U);
    c.information = {QColor(0x9cc2ffU), QColor(0x1d2b44U), QColor(0x34507cU)};
    c.success = {QColor(0x7bd396U), QColor(0x193324U), QColor(0x2d5e40U)};
    c.warning = {QColor(0xf0bd6aU), QColor(0x382c14U), QColor(0x6a5423U)};
    c.problem = {QColor(0xffa49bU), QColor(0x41211fU), QColor(0x7a3b37U)};
    c.neutral = {QColor(0xb4bac8U), QColor(0x2a2d36U), QColor(0x434855U)};
    return c;
}

ThemeColors makeStrongLight()
{
    ThemeColors c = makeLight();
    c.strong = true;
    c.sidebar = c.page;
    c.code = QColor(0xf2f2f2U);
    c.hairline = QColor(0x3a3d45U);
    c.control = c.hairline;
    c.text = QColor(0x000000U);
    c.muted = QColor(0x2e323cU);
    c.disabled = QColor(0x5c606bU);
    c.accent = QColor(0x1f2a8fU);
    c.accentFill = c.accent;
    c.accentFillHover = QColor(0x141d70U);
    c.accentFillDown = QColor(0x0c1350U);
    c.accentSoft = QColor(0xdfe3ffU);
    c.hover = QColor(0xe6e6e6U);
    c.groove = QColor(0xd3d5dbU);
    c.visited = QColor(0x4a2380U);
    const auto tone = [](QRgb strong, QRgb soft) { return ToneColors {QColor(strong), QColor(soft), QColor(strong)}; };
    c.information = tone(0x0b3a80U, 0xeaf1fcU);
    c.success = tone(0x0b4a1cU, 0xe8f5ecU);
    c.warning = tone(0x563400U, 0xfdf3dfU);
    c.problem = tone(0x7c0f0aU, 0xfceceaU);
    c.neutral = tone(0x2e323cU, 0xf0f1f5U);
    return c;
}

ThemeColors makeStrongDark()
{
    ThemeColors c = makeDark();
    c.strong = true;
    c.page = QColor(0x000000U);
    c.sidebar = c.page;
    c.card = c.page;
    c.field = c.page;
    c.code = QColor(0x14161bU);
    c.hairline = QColor(0xc9ced9U);
    c.control = c.hairline;
    c.text = QColor(0xffffffU);
    c.muted = QColor(0xd8dce5U);
    c.disabled = QColor(0x9aa0adU);
    c.accent = QColor(0xc2cbffU);
    c.accentFill = c.accent;
    c.accentFillHover = QColor(0xd4daffU);
    c.accentFillDown = QColor(0xa9b5ffU);
    c.onAccent = QColor(0x000000U);
    c.accentSoft = QColor(0x232a52U);
    c.hover = QColor(0x24262dU);
    c.groove = QColor(0x333743U);
    c.visited = QColor(0xe0c8ffU);
    const auto tone = [](QRgb strong, QRgb soft) { return ToneColors {QColor(strong), QColor(soft), QColor(strong)}; };
    c.information = tone(0xc4dbffU, 0x0f1a2cU);
    c.success = tone(0xa8ecbdU, 0x0d2015U);
    c.warning = tone(0xffd891U, 0x241b08U);
    c.problem = tone(0xffc4beU, 0x2c1311U);
    c.neutral = tone(0xd8dce5U, 0x1a1c22U);
    return c;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

void setDisabled(QPalette &palette, const ThemeColors &colors)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, colors.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, colors.sidebar);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.hover);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.disabled);
}

} // namespace

const ToneColors &ThemeColors::tone(StatusTone tone) const
{
    switch (tone) {
    case StatusTone::Neutral: return neutral;
    case StatusTone::Information: return information;
    case StatusTone::Success: return success;
    case StatusTone::Warning: return warning;
    case StatusTone::Problem: return problem;
    case StatusTone::Waiting: return information;
    }
    Q_UNREACHABLE();
}

const ThemeColors &lightColors()
{
    static const ThemeColors colors = makeLight();
    return colors;
}

const ThemeColors &darkColors()
{
    static const ThemeColors colors = makeDark();
    return colors;
}

const ThemeColors &strongLightColors()
{
    static const ThemeColors colors = makeStrongLight();
    return colors;
}

const ThemeColors &strongDarkColors()
{
    static const ThemeColors colors = makeStrongDark();
    return colors;
}

const ThemeColors &themeColors(const QPalette &palette)
{
    const bool strong = palette.color(QPalette::Mid) == palette.color(QPalette::Dark);
    if (palette.color(QPalette::Window).lightness() < 128)
        return strong ? strongDarkColors() : darkColors();
    return strong ? strongLightColors() : lightColors();
}

QPalette paletteOf(const ThemeColors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.page);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.field);
    palette.setColor(QPalette::AlternateBase, colors.sidebar);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.muted);
    palette.setColor(QPalette::Button, colors.card);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.onAccent);
    palette.setColor(QPalette::Highlight, colors.accentFill);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.visited);
    palette.setColor(QPalette::ToolTipBase, colors.dark ? colors.code : colors.text);
    palette.setColor(QPalette::ToolTipText, colors.dark ? colors.text : colors.page);
    palette.setColor(QPalette::Light, colors.card);
    palette.setColor(QPalette::Midlight, colors.hover);
    palette.setColor(QPalette::Mid, colors.hairline);
    palette.setColor(QPalette::Dark, colors.control);
    palette.setColor(QPalette::Shadow, QColor(0x000000U));
    setDisabled(palette, colors);
    return palette;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace golive
