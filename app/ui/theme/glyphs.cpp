#include "ui/theme/glyphs.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

namespace golive {
namespace {

struct Drawing
{
    QLatin1String file;
    char16_t standIn; ///< shown without the SVG plugin
};

Drawing drawingOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Application: return {QLatin1String("application"), u'\u25A6'};
    case Glyph::ArrowBack: return {QLatin1String("arrow-back"), u'\u2190'};
    case Glyph::ArrowForward: return {QLatin1String("arrow-forward"), u'\u2192'};
    case Glyph::Book: return {QLatin1String("book"), u'\u2261'};
    case Glyph::Check: return {QLatin1String("check"), u'\u2713'};
    case Glyph::ChevronBack: return {QLatin1String("chevron-back"), u'\u25C2'};
    case Glyph::ChevronDown: return {QLatin1String("chevron-down"), u'\u25BE'};
    case Glyph::ChevronForward: return {QLatin1String("chevron-forward"), u'\u25B8'};
    case Glyph::Clipboard: return {QLatin1String("clipboard"), u'\u2261'};
    case Glyph::Clock: return {QLatin1String("clock"), u'\u25F7'};
    case Glyph::Close: return {QLatin1String("close"), u'\u00D7'};
    case Glyph::Copy: return {QLatin1String("copy"), u'\u29C9'};
    case Glyph::Database: return {QLatin1String("database"), u'\u25A4'};
    case Glyph::ExternalLink: return {QLatin1String("external-link"), u'\u2197'};
    case Glyph::Eye: return {QLatin1String("eye"), u'\u25C9'};
    case Glyph::EyeOff: return {QLatin1String("eye-off"), u'\u25CE'};
    case Glyph::File: return {QLatin1String("file"), u'\u25AF'};
    case Glyph::Flag: return {QLatin1String("flag"), u'\u2691'};
    case Glyph::Flask: return {QLatin1String("flask"), u'\u25B3'};
    case Glyph::Globe: return {QLatin1String("globe"), u'\u25CD'};
    case Glyph::Help: return {QLatin1String("help"), u'?'};
    case Glyph::Information: return {QLatin1String("information"), u'i'};
    case Glyph::Key: return {QLatin1String("key"), u'\u26BF'};
    case Glyph::List: return {QLatin1String("list"), u'\u2261'};
    case Glyph::Lock: return {QLatin1String("lock"), u'\u25A3'};
    case Glyph::Mail: return {QLatin1String("mail"), u'\u2709'};
    case Glyph::Plug: return {QLatin1String("plug"), u'\u26A1'};
    case Glyph::Problem: return {QLatin1String("problem"), u'!'};
    case Glyph::Refresh: return {QLatin1String("refresh"), u'\u21BB'};
    case Glyph::Rocket: return {QLatin1String("rocket"), u'\u25B2'};
    case Glyph::Save: return {QLatin1String("save"), u'\u2193'};
    case Glyph::Search: return {QLatin1String("search"), u'\u2315'};
    case Glyph::Settings: return {QLatin1String("settings"), u'\u2699'};
    case Glyph::Shield: return {QLatin1String("shield"), u'\u25C7'};
    case Glyph::Sliders: return {QLatin1String("sliders"), u'\u2261'};
    case Glyph::User: return {QLatin1String("user"), u'\u25CB'};
    case Glyph::Warning: return {QLatin1String("warning"), u'\u26A0'};
    }
    Q_UNREACHABLE();
}

QImage rendered(const Drawing &drawing, const QColor &color, int pixels)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(drawing.file));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QBuffer buffer(&svg);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize({pixels, pixels});
    return reader.read();
}

QImage fromFont(const Drawing &drawing, const QColor &color, int pixels)
{
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels * 4 / 5);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(image.rect(), Qt::AlignCenter, QString(QChar(drawing.standIn)));
    return image;
}

QPixmap devicePixmap(Glyph glyph, const QColor &color, int pixels)
{
    const Drawing drawing = drawingOf(glyph);
    const QString name = QStringLiteral("golive:%1:%2:%3").arg(drawing.file, color.name()).arg(pixels);
    QPixmap pixmap;
    if (QPixmapCache::find(name, &pixmap))
        return pixmap;
    QImage image = rendered(drawing, color, pixels);
    if (image.isNull())
        image = fromFont(drawing, color, pixels);
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(name, pixmap);
    return pixmap;
}

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, QPalette::ColorRole role)
        : m_glyph(glyph)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const int side = qMax(1, qMin(size.width(), size.height()));
        return devicePixmap(m_glyph, color(mode), side);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap drawn = pixmap(size, mode, state);
        drawn.setDevicePixelRatio(scale);
        return drawn;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(*this); }
    QString key() const override { return QStringLiteral("golive-glyph"); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, m_role);
    }

    Glyph m_glyph;
    QPalette::ColorRole m_role;
};

} // namespace

QPixmap glyphPixmap(Glyph glyph, const QColor &color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap = devicePixmap(glyph, color, qRound(size * devicePixelRatio));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon glyphIcon(Glyph glyph, QPalette::ColorRole role)
{
    return QIcon(new GlyphEngine(glyph, role));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/golive.svg"));
}

} // namespace golive
