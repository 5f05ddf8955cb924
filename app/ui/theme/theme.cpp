#include "ui/theme/theme.h"

#include "ui/theme/colors.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>

namespace golive {
namespace {

QFont scaled(QFont font, qreal factor, QFont::Weight weight)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

QFont technicalFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF());
    else
        font.setPixelSize(base.pixelSize());
    return font;
}

} // namespace

QFont textFont(TextRole role)
{
    const QFont base = QApplication::font();
    switch (role) {
    case TextRole::Title: return scaled(base, 1.65, QFont::DemiBold);
    case TextRole::Section: return scaled(base, 1.15, QFont::DemiBold);
    case TextRole::Strong: return scaled(base, 1.0, QFont::DemiBold);
    case TextRole::Body: return base;
    case TextRole::Small: return scaled(base, 0.9, QFont::Normal);
    case TextRole::Technical: return technicalFont(base);
    }
    Q_UNREACHABLE();
}

void applyTheme(QApplication &application, ThemeChoice choice, bool systemIsDark, bool moreContrast)
{
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    const ThemeColors &usual = dark ? darkColors() : lightColors();
    const ThemeColors &strong = dark ? strongDarkColors() : strongLightColors();
    const QPalette palette = paletteOf(moreContrast ? strong : usual);
    if (qobject_cast<Style *>(QApplication::style()) == nullptr)
        QApplication::setStyle(new Style);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application.setWindowIcon(applicationIcon());
}

} // namespace golive
