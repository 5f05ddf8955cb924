#include "ui/theme/colors.h"
#include "ui/theme/glyphs.h"

#include <QTest>

using namespace golive;

namespace golive {

static constexpr double forText = 4.5; // WCAG 2.2, 1.4.3
static constexpr double forParts = 3.0; // WCAG 2.2, 1.4.11

} // namespace golive

class TestColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stayReadable_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("back");
        QTest::addColumn<double>("least");

        for (const ThemeColors *colors : {&lightColors(), &darkColors(), &strongLightColors(), &strongDarkColors()}) {
            const QByteArray theme
                = QByteArray(colors->strong ? "strong " : "") + QByteArray(colors->dark ? "dark: " : "light: ");
            const double leastForText = colors->strong ? 7.0 : golive::forText; // WCAG 2.2, 1.4.6
            const double leastForParts = colors->strong ? 4.5 : golive::forParts;
            const auto row = [&](const char *name, const QColor &front, const QColor &back, double least) {
                QTest::newRow((theme + name).constData()) << front << back << least;
            };
            const ThemeColors &c = *colors;
            const QList<QPair<QByteArray, QColor>> grounds {
                {"page", c.page}, {"sidebar", c.sidebar}, {"card", c.card}, {"field", c.field}, {"code", c.code}};
            for (const auto &[name, ground] : grounds) {
                row(("text on " + name).constData(), c.text, ground, leastForText);
                row(("muted on " + name).constData(), c.muted, ground, leastForText);
                row(("accent on " + name).constData(), c.accent, ground, leastForText);
                row(("visited link on " + name).constData(), c.visited, ground, leastForText);
            }
            row("text on hovered", c.text, c.hover, leastForText);
            row("muted on hovered", c.muted, c.hover, leastForText);
            row("text on chosen", c.text, c.accentSoft, leastForText);
            row("muted on chosen", c.muted, c.accentSoft, leastForText);
            row("accent on chosen", c.accent, c.accentSoft, leastForText);
            row("label on accent", c.onAccent, c.accentFill, leastForText);
            row("label on hovered accent", c.onAccent, c.accentFillHover, leastForText);
            row("label on pressed accent", c.onAccent, c.accentFillDown, leastForText);
            for (const auto &[name, ground] : {grounds.at(0), grounds.at(1), grounds.at(2), grounds.at(3)})
                row(("outline on " + name).constData(), c.control, ground, leastForParts);
            row("text on pressed", c.text, c.groove, leastForText);
            row("what is filled beside what is not", c.accentFill, c.groove, c.dark && !c.strong ? 2.0 : leastForParts);
            row("accent fill on page", c.accentFill, c.page, leastForParts);
            row("accent fill on card", c.accentFill, c.card, leastForParts);
            row("filled circle on chosen row", c.accentFill, c.accentSoft, c.dark && !c.strong ? 2.0 : leastForParts);
            addTones(theme, c);
        }
    }

    void stayReadable()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, back);
        QFETCH(double, least);

        const double found = contrastRatio(front, back);
        QVERIFY2(found >= least, qPrintable(QString::number(found)));
    }

    void measuresAsTheRuleDoes()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // The measured value of Fusion's own selection, which this theme exists to avoid.
        QVERIFY(qAbs(contrastRatio(Qt::white, QColor(0x308cc6U)) - 3.69) < 0.02);
    }

    void tellsThemesByTheirPalette()
    {
        QVERIFY(themeColors(paletteOf(darkColors())).dark);
        QVERIFY(!themeColors(paletteOf(lightColors())).dark);
        for (const ThemeColors *colors : {&strongLightColors(), &strongDarkColors()}) {
            QCOMPARE(themeColors(paletteOf(*colors)).dark, colors->dark);
            QVERIFY(themeColors(paletteOf(*colors)).strong);
        }
    }

    void drawsEveryGlyphInTheColourAskedFor()
    {
        for (int glyph = 0; glyph <= static_cast<int>(Glyph::Warning); ++glyph) {
            const QImage image = glyphPixmap(static_cast<Glyph>(glyph), Qt::red, 24, 2.0).toImage();
            QCOMPARE(image.size(), QSize(48, 48));
            bool inked = false;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    inked = inked || (image.pixelColor(x, y).alpha() > 200 && image.pixelColor(x, y).red() > 200);
            QVERIFY2(inked, qPrintable(QString::number(glyph)));
        }
    }

private:
    static void addTones(const QByteArray &theme, const ThemeColors &c)
    {
        const double leastForText = c.strong ? 7.0 : golive::forText;
        const double leastForParts = c.strong ? 4.5 : golive::forParts;
        for (const StatusTone tone : {StatusTone::Neutral, StatusTone::Information, StatusTone::Success,
                                      StatusTone::Warning, StatusTone::Problem, StatusTone::Waiting}) {
            const QByteArray name = theme + "tone " + QByteArray::number(static_cast<int>(tone)) + " on ";
            const ToneColors &t = c.tone(tone);
            const QList<QPair<QByteArray, QColor>> grounds {{"soft", t.soft},         {"page", c.page},
                                                            {"sidebar", c.sidebar},   {"card", c.card},
                                                            {"chosen", c.accentSoft}, {"hovered", c.hover}};
            for (const auto &[ground, color] : grounds)
                QTest::newRow((name + ground).constData()) << t.text << color << leastForText;
            QTest::newRow((name + "soft, text").constData()) << c.text << t.soft << leastForText;
            QTest::newRow((name + "soft, focus").constData()) << c.accent << t.soft << leastForParts;
        }
    }
};

QTEST_MAIN(TestColors)
#include "tst_colors.moc"
