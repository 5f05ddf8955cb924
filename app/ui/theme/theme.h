#pragma once

#include <QFont>

class QApplication;

namespace golive {

enum class ThemeChoice { System, Light, Dark };

/// Sizes of text, all relative to the system's font so that larger system text stays larger.
enum class TextRole {
    Title, ///< the step's title
    Section, ///< heads a group of controls
    Strong, ///< names something within a text
    Body,
    Small, ///< states and footnotes
    Technical, ///< names, keys, record values: monospace
};

[[nodiscard]] QFont textFont(TextRole role);

/// Sets style, palette and icon of the whole program. What "the system is dark" means is found out
/// by the caller (portal, D-Bus); it counts only with ThemeChoice::System. May be called again at any time.
void applyTheme(QApplication &application, ThemeChoice choice, bool systemIsDark, bool moreContrast = false);

} // namespace golive
