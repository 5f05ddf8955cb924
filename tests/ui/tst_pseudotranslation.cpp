#include "assembledwindow.h"
#include "composition.h"
#include "handover/framework.h"
#include "handover/hostingplace.h"
#include "model/providercatalogue.h"
#include "systemappearance.h"
#include "testkit/clipping.h"
#include "testkit/mnemonics.h"
#include "testkit/pseudolanguage.h"
#include "testkit/showntexts.h"
#include "tour.h"
#include "ui/shell/page.h"
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
/// is cut has no room for one. Then once more in German.
class TestPseudoTranslation : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QTranslator m_pseudo;
    QTranslator m_german;
    bool m_findUntranslated = false;
    QStringList m_faults;

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    /// What comes from data files, from the server or from the person, and is the same in every language.
    static QStringList namesOf(const Services &services)
    {
        QStringList names {QStringLiteral("Golive"), QStringLiteral("Clerk"), QStringLiteral("CNAME"),
                           QStringLiteral("English"), QStringLiteral("Deutsch")};
        for (const Framework &framework : frameworks())
            names.append(framework.name);
        for (const HostingPlace &place : hostingPlaces())
            names.append(place.name);
        names << namesOfSettings(services.assistant->settings.state().rows)
              << namesOfSettings(services.assistant->comparison.state().rows);
        // What the practice workspace calls its own things: token templates and DNS labels.
        names << QStringLiteral("warehouse") << QStringLiteral("database") << QStringLiteral("clkmail")
              << QStringLiteral("accounts") << QStringLiteral("clerk") << QStringLiteral("ak_")
              << QStringLiteral("Authorization: Bearer");
        for (const auto &row : services.assistant->application.state().rows)
            names.append(row.name);
        for (const QString &slug : cataloguedProviders()) {
            const ProviderGuide guide = guideFor(slug);
            names << guide.name << guide.idWord << guide.secretWord << guide.redirectPlace;
            names.append(QString(guide.redirectPlace).replace(QLatin1Char('>'), QChar(0x203a))); // as it is shown
        }
        for (const auto &card : services.assistant->providers.state().cards)
            for (const auto &field : card.fields)
                names << field.hint << field.label << field.choices;
        names.removeAll(QString());
        std::sort(names.begin(), names.end(),
                  [](const QString &one, const QString &other) { return one.size() > other.size(); });
        return names;
    }

    /// Clerk's schema names and explains settings, in English; values are whatever the workspace holds.
    static QStringList namesOfSettings(const QList<SettingRow> &rows)
    {
        QStringList names;
        for (const SettingRow &row : rows)
            if (row.kind == SettingRow::Kind::Value)
                names << row.title << row.explanation << row.first << row.second;
        return names;
    }

    void look(const QString &place, const QWidget &root, const QStringList &names)
    {
        QStringList faults = clippedTexts(root) + clashingMnemonics(root);
        if (m_findUntranslated)
            for (const QString &text : shownTexts(root))
                if (const QString rest = untranslatedPart(text, names); !rest.isEmpty())
                    faults.append(QStringLiteral("untranslated “%1” in “%2”").arg(rest, text));
        for (const QString &fault : std::as_const(faults))
            m_faults.append(QStringLiteral("%1: %2").arg(place, fault));
    }

    void lookAtEverything(const QString &scene, const Services &services, AssistantWindow &window)
    {
        for (auto *part : window.currentPage()->findChildren<Disclosure *>())
            part->setOpen(true);
        for (const bool help : {false, true}) {
            window.showHelp(help);
            (void)QTest::qWaitFor([&window] { return clippedTexts(window).isEmpty(); }, 500);
            look(help ? scene + QStringLiteral(" with help") : scene, window, namesOf(services));
        }
        window.showHelp(false);
    }

    /// One message each: a single one would be too long for QtTest.
    void reportFaults()
    {
        m_faults.removeDuplicates();
        for (const QString &fault : std::as_const(m_faults))
            qInfo("%s", qPrintable(fault));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const auto texts = collectSourceTexts(QStringLiteral(LUPDATE),
                                              QStringLiteral(TRANSLATABLE).split(QLatin1Char('|')), path("all.ts"));
        QVERIFY(texts.size() > 500);
        QVERIFY(writePseudoLanguage(texts, path("pseudo.ts")));
        QVERIFY(runTool(QStringLiteral(LRELEASE),
                        {QStringLiteral("-silent"), path("pseudo.ts"), QStringLiteral("-qm"), path("pseudo.qm")}));
        QVERIFY(m_pseudo.load(path("pseudo.qm")));
        QVERIFY(m_german.load(QStringLiteral(GERMAN)));
    }

    void init()
    {
        m_faults.clear();
        m_findUntranslated = true;
        QVERIFY(QCoreApplication::installTranslator(&m_pseudo));
    }

    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_pseudo);
        QCoreApplication::removeTranslator(&m_german);
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

    void findsClashingKeys()
    {
        QWidget window;
        const QPushButton one(QStringLiteral("&Save"), &window);
        const QPushButton other(QStringLiteral("&Stop"), &window);
        window.show();
        QCOMPARE(clashingMnemonics(window).size(), 1);
    }

    void isCompleteOnTheWay_data()
    {
        QTest::addColumn<bool>("german");
        QTest::newRow("made-up language") << false;
        QTest::newRow("German") << true;
    }

    void isCompleteOnTheWay()
    {
        QFETCH(bool, german);
        if (german) {
            QVERIFY(QCoreApplication::removeTranslator(&m_pseudo));
            QVERIFY(QCoreApplication::installTranslator(&m_german));
            m_findUntranslated = false;
        }
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
        reportFaults();
        QCOMPARE(m_faults.size(), 0);
    }

    void isCompleteInThePreferences()
    {
        PreferencesDialog dialog({}, {}, {{QStringLiteral("de"), QStringLiteral("Deutsch")}});
        dialog.show();
        QTest::qWait(50);
        look(QStringLiteral("preferences"), dialog, {QStringLiteral("Deutsch")});
        reportFaults();
        QCOMPARE(m_faults.size(), 0);
    }
};

QTEST_MAIN(TestPseudoTranslation)
#include "tst_pseudotranslation.moc"
