#pragma once

#include <QColor>
#include <QPalette>

namespace golive {

/// How something stands, for colour and icon. Never shown by colour alone.
enum class StatusTone { Neutral, Information, Success, Warning, Problem, Waiting };

/// The colours one tone needs.
struct ToneColors
{
    QColor text; ///< words and icon, at least 4.5:1 on page, sidebar and its own soft background
    QColor soft; ///< background of a notice or pill
    QColor line; ///< the border around it
};

/// Every colour of the program, once for light and once for dark. Contrast follows WCAG 2.2 AA
/// (1.4.3 and 1.4.11) and is computed by tst_colors for each pair in use. Two more sets have more contrast:
/// AAA for text (1.4.6), and every line as strong as an outline.
struct ThemeColors
{
    bool dark = false;
    bool strong = false; ///< more contrast
    QColor page; ///< behind the content
    QColor sidebar; ///< step list and button row
    QColor card;
    QColor field; ///< behind typed text
    QColor code; ///< behind technical values
    QColor hairline; ///< decoration only, carries no meaning
    QColor control; ///< outline of everything that can be used, at least 3:1
    QColor text;
    QColor muted; ///< explanations and placeholders, at least 4.5:1
    QColor disabled;
    QColor accent; ///< accent as text, icon or focus ring
    QColor accentFill; ///< behind onAccent
    QColor accentFillHover;
    QColor accentFillDown;
    QColor onAccent;
    QColor accentSoft; ///< selected row, hovered choice
    QColor hover; ///< neutral hover
    QColor groove; ///< what fills up or is pressed in; texts may stand on it
    QColor visited;
    ToneColors information;
    ToneColors success;
    ToneColors warning;
    ToneColors problem;
    ToneColors neutral;

    [[nodiscard]] const ToneColors &tone(StatusTone tone) const;
};

[[nodiscard]] const ThemeColors &lightColors();
[[nodiscard]] const ThemeColors &darkColors();
[[nodiscard]] const ThemeColors &strongLightColors();
[[nodiscard]] const ThemeColors &strongDarkColors();
/// The set a palette was made from, told by how dark its window is and whether its lines are as strong as outlines.
[[nodiscard]] const ThemeColors &themeColors(const QPalette &palette);
[[nodiscard]] QPalette paletteOf(const ThemeColors &colors);
/// Contrast ratio between 1 and 21, as WCAG 2.2 defines it.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

} // namespace golive
