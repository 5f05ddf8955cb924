#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QPixmap>

namespace golive {

/// The program's own icons: 24 x 24, one stroke width, drawn in the colour asked for.
enum class Glyph {
    Application,
    ArrowBack,
    ArrowForward,
    Book,
    Check,
    ChevronBack,
    ChevronDown,
    ChevronForward,
    Clipboard,
    Clock,
    Close,
    Copy,
    Database,
    ExternalLink,
    Eye,
    EyeOff,
    File,
    Flag,
    Flask,
    Globe,
    Help,
    Information,
    Key,
    List,
    Lock,
    Mail,
    Plug,
    Problem,
    Refresh,
    Rocket,
    Save,
    Search,
    Settings,
    Shield,
    Sliders,
    User,
    Warning,
};

/// One glyph in one colour. `size` counts device-independent pixels. Where the SVG plugin is
/// missing a sign from the font stands in.
[[nodiscard]] QPixmap glyphPixmap(Glyph glyph, const QColor &color, int size, qreal devicePixelRatio);

/// An icon that follows the palette: it is drawn in the `role` colour of the moment.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, QPalette::ColorRole role = QPalette::ButtonText);

/// The program's own sign, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace golive
