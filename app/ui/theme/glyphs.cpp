#include "ui/theme/glyphs.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <array>

namespace golive {
namespace {

struct Drawing
{
    Glyph glyph;
    QLatin1String file;
    char16_t standIn; ///< shown without the SVG plugin
};

constexpr std::array drawings {
    Drawing {Glyph::Application, QLatin1String("application"), u'\u25A6'},
    Drawing {Glyph::ArrowBack, QLatin1String("arrow-back"), u'\u2190'},
    Drawing {Glyph::ArrowForward, QLatin1String("arrow-forward"), u'\u2192'},
    Drawing {Glyph::Book, QLatin1String("book"), u'\u2261'},
    Drawing {Glyph::Check, QLatin1String("check"), u'\u2713'},
    Drawing {Glyph::ChevronBack, QLatin1String("chevron-back"), u'\u25C2'},
    Drawing {Glyph::ChevronDown, QLatin1String("chevron-down"), u'\u25BE'},
    Drawing {Glyph::ChevronForward, QLatin1String("chevron-forward"), u'\u25B8'},
    Drawing {Glyph::Clipboard, QLatin1String("clipboard"), u'\u2261'},
    Drawing {Glyph::Clock, QLatin1String("clock"), u'\u25F7'},
    Drawing {Glyph::Close, QLatin1String("close"), u'\u00D7'},
    Drawing {Glyph::Copy, QLatin1String("copy"), u'\u29C9'},
    Drawing {Glyph::Database, QLatin1String("database"), u'\u25A4'},
    Drawing {Glyph::ExternalLink, QLatin1String("external-link"), u'\u2197'},
    Drawing {Glyph::Eye, QLatin1String("eye"), u'\u25C9'},
    Drawing {Glyph::EyeOff, QLatin1String("eye-off"), u'\u25CE'},
    Drawing {Glyph::File, QLatin1String("file"), u'\u25AF'},
    Drawing {Glyph::Flag, QLatin1String("flag"), u'\u2691'},
    Drawing {Glyph::Flask, QLatin1String("flask"), u'\u25B3'},
    Drawing {Glyph::Globe, QLatin1String("globe"), u'\u25CD'},
    Drawing {Glyph::Help, QLatin1String("help"), u'?'},
    Drawing {Glyph::Information, QLatin1String("information"), u'i'},
    Drawing {Glyph::Key, QLatin1String("key"), u'\u26BF'},
    Drawing {Glyph::List, QLatin1String("list"), u'\u2261'},
    Drawing {Glyph::Lock, QLatin1String("lock"), u'\u25A3'},
    Drawing {Glyph::Mail, QLatin1String("mail"), u'\u2709'},
    Drawing {Glyph::Plug, QLatin1String("plug"), u'\u26A1'},
    Drawing {Glyph::Problem, QLatin1String("problem"), u'!'},
    Drawing {Glyph::Refresh, QLatin1String("refresh"), u'\u21BB'},
    Drawing {Glyph::Rocket, QLatin1String("rocket"), u'\u25B2'},
    Drawing {Glyph::Save, QLatin1String("save"), u'\u2193'},
    Drawing {Glyph::Search, QLatin1String("search"), u'\u2315'},
    Drawing {Glyph::Settings, QLatin1String("settings"), u'\u2699'},
    Drawing {Glyph::Shield, QLatin1String("shield"), u'\u25C7'},
    Drawing {Glyph::Sliders, QLatin1String("sliders"), u'\u2261'},
    Drawing {Glyph::User, QLatin1String("user"), u'\u25CB'},
    Drawing {Glyph::Warning, QLatin1String("warning"), u'\u26A0'},
};

const Drawing &drawingOf(Glyph glyph)
{
    const auto *found
        = std::find_if(drawings.begin(), drawings.end(), [glyph](const Drawing &each) { return each.glyph == glyph; });
    Q_ASSERT(found != drawings.end());
    return *found;
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
