#include "assembledwindow.h"
#include "composition.h"
#include "model/providercatalogue.h"
#include "systemappearance.h"
#include "testkit/clipping.h"
#include "testkit/pseudolanguage.h"
#include "testkit/showntexts.h"
#include "tour.h"
#include "ui/shell/preferencesdialog.h"
#include "ui/widgets/disclosure.h"
#include "wizard/preferences.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace golive;

/// Walks through the practice program in a made-up language, in which every translated text stands
/// in ⟦brackets⟧ and is a third longer: what has no brackets never asked for a translation, and what
/// is cut has no room for one.
class TestPseudoTranslation : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QTranslator m_translator;
    QStringList m_untranslated;
    QStringList m_clipped;

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    /// What comes from data files, from the server or from the person, and is the same in every language.
    static QStringList namesOf(const Services &services)
    {
        QStringList names {QStringLiteral("Golive"), QStringLiteral("Clerk"), QStringLiteral("CNAME"),
                           QStringLiteral("English"), QStringLiteral("Deutsch")};
        for (const auto &row : services.assistant->application.state().rows)
            names.append(row.name);
        for (const QString &slug : cataloguedProviders()) {
            const ProviderGuide guide = guideFor(slug);
            names << guide.name << guide.idWord << guide.secretWord << guide.redirectPlace;
        }
        for (const auto &card : services.assistant->providers.state().cards)
            for (const auto &field : card.fields)
                names << field.hint << field.label << field.choices;
        names.removeAll(QString());
        std::sort(names.begin(), names.end(),
                  [](const QString &one, const QString &other) { return one.size() > other.size(); });
        return names;
    }

    void look(const QString &place, const QWidget &root, const QStringList &names)
    {
        for (const QString &text : shownTexts(root))
            if (const QString rest = untranslatedPart(text, names); !rest.isEmpty())
                m_untranslated.append(QStringLiteral("%1: “%2” in “%3”").arg(place, rest, text));
        for (const QString &fault : clippedTexts(root))
            m_clipped.append(QStringLiteral("%1: %2").arg(place, fault));
    }

    void lookAtEverything(const QString &scene, Services &services, AssistantWindow &window)
    {
        for (auto *part : window.currentPage()->findChildren<Disclosure *>())
            part->setOpen(true);
        for (const bool help : {false, true}) {
            window.showHelp(help);
            QTest::qWait(50);
            look(help ? scene + QStringLiteral(" with help") : scene, window, namesOf(services));
        }
        window.showHelp(false);
    }

    void compareWithNothing(QStringList faults)
    {
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const auto texts = collectSourceTexts(QStringLiteral(LUPDATE),
                                              QStringLiteral(TRANSLATABLE).split(QLatin1Char(';')), path("all.ts"));
        QVERIFY(texts.size() > 500);
        QVERIFY(writePseudoLanguage(texts, path("pseudo.ts")));
        QVERIFY(runTool(QStringLiteral(LRELEASE),
                        {QStringLiteral("-silent"), path("pseudo.ts"), QStringLiteral("-qm"), path("pseudo.qm")}));
        QVERIFY(m_translator.load(path("pseudo.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
    }

    void init()
    {
        m_untranslated.clear();
        m_clipped.clear();
    }

    void tellsTranslatedFromUntranslated_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("expected");

        QTest::newRow("translated") << inPseudoLanguage(QStringLiteral("Add the records")) << QString();
        QTest::newRow("plain") << QStringLiteral("Add the records") << QStringLiteral("Add the records");
        QTest::newRow("technical") << QStringLiteral("clerk.example.com 42 %1 pk_live_x") << QString();
        QTest::newRow("a name") << QStringLiteral("Corner Shop") << QString();
        QTest::newRow("untranslated inside")
            << inPseudoLanguage(QStringLiteral("Stands in %1 now.")).arg(QStringLiteral("the list"))
            << QStringLiteral("the list");
        QTest::newRow("joined") << inPseudoLanguage(QStringLiteral("Add")) + QStringLiteral(" records")
                                << QStringLiteral("records");
    }

    void tellsTranslatedFromUntranslated()
    {
        QFETCH(QString, shown);
        QFETCH(QString, expected);
        QCOMPARE(untranslatedPart(shown, {QStringLiteral("Corner Shop")}), expected);
    }

    void leavesNothingUntranslatedOrCutOnTheWay()
    {
        QSettings settings(QString(), QSettings::IniFormat);
        Preferences preferences(settings);
        const SystemAppearance appearance;
        auto services = practiceServices();
        QVERIFY(services);
        AssembledWindow assembled(**services, preferences, appearance);
        assembled.window().resize(1024, 600);
        assembled.window().show();
        int scenes = 0;
        Tour tour(**services, assembled.window(), path("pictures"));
        connect(&tour, &Tour::showing, this, [&](const QString &scene) {
            ++scenes;
            lookAtEverything(scene, **services, assembled.window());
        });
        tour.start();

        QCOMPARE(QCoreApplication::exec(), 0);
        QVERIFY(scenes >= 10);
        m_untranslated.append(m_clipped);
        compareWithNothing(m_untranslated);
    }

    void translatesThePreferences()
    {
        PreferencesDialog dialog({}, {}, {{QStringLiteral("de"), QStringLiteral("Deutsch")}});
        dialog.show();
        QTest::qWait(50);
        look(QStringLiteral("preferences"), dialog, {QStringLiteral("Deutsch")});
        compareWithNothing(m_untranslated + m_clipped);
    }
};

QTEST_MAIN(TestPseudoTranslation)
#include "tst_pseudotranslation.moc"
