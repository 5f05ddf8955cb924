#include "assembledwindow.h"
#include "composition.h"
#include "systemappearance.h"
#include "testkit/applekey.h"
#include "ui/theme/theme.h"
#include "wizard/preferences.h"

#include <QApplication>
#include <QClipboard>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

/// A deployment with more than twelve providers in the real window, by keyboard alone. What happens outside of the
/// program (copying a file's content, entering records at the DNS provider) is done beside it.
class TestTwelveProviders : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Preferences> m_preferences;
    SystemAppearance m_appearance;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<AssembledWindow> m_assembled;

    QWidget &window() { return m_assembled->window(); }
    Assistant &assistant() { return *m_services->assistant; }
    Step step() { return assistant().flow().current(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window(), key, modifiers);
    }

    void type(const QString &text)
    {
        QVERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClicks(QApplication::focusWidget(), text);
    }

    static QString focusName()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus != nullptr ? focus->objectName() : QString();
    }

    /// Forward with Tab, as often as anybody would stand. Qt shows what is new in a layout a moment after it was put
    /// there, so nothing is missing before the events have been dealt with.
    bool tabTo(const QString &name)
    {
        return QTest::qWaitFor([&] {
            for (int presses = 0; presses < 120 && focusName() != name; ++presses)
                press(Qt::Key_Tab);
            return focusName() == name;
        });
    }

    void forward() { press(Qt::Key_N, Qt::AltModifier); }

    static QString idOf(const QString &slug)
    {
        return slug == QLatin1String("google") ? QStringLiteral("1-a.apps.googleusercontent.com")
                                               : QStringLiteral("0123456789abcdef");
    }

    /// For whoever wants to look: GOLIVE_PICTURES names a folder.
    void takePictures(const QString &name)
    {
        const QString folder = qEnvironmentVariable("GOLIVE_PICTURES");
        if (folder.isEmpty())
            return;
        const QSize size = window().size();
        const auto take = [&](const char *variant, ThemeChoice theme, QSize as, Qt::LayoutDirection direction) {
            applyTheme(*qApp, theme, false);
            QGuiApplication::setLayoutDirection(direction);
            window().resize(as);
            QTest::qWait(100);
            window().grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, QString::fromLatin1(variant)));
        };
        take("dark", ThemeChoice::Dark, size, Qt::LeftToRight);
        take("small", ThemeChoice::Light, QSize(1024, 600), Qt::LeftToRight);
        take("rtl", ThemeChoice::Light, size, Qt::RightToLeft);
        take("light", ThemeChoice::Light, size, Qt::LeftToRight);
    }

    void fillApple()
    {
        QVERIFY(tabTo(QStringLiteral("apple.client_id")));
        type(QStringLiteral("com.example.web"));
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("apple.team_id"));
        type(QStringLiteral("EF34CD12AB"));
        press(Qt::Key_Tab);
        type(QStringLiteral("AB12CD34EF"));
        QGuiApplication::clipboard()->setText(QString::fromUtf8(samplePrivateKey()));
        QVERIFY(tabTo(QStringLiteral("apple.client_secret.paste")));
        press(Qt::Key_Space);
    }

    void fill(const QString &slug)
    {
        if (slug == QLatin1String("apple")) {
            fillApple();
            return;
        }
        QVERIFY(tabTo(slug + QStringLiteral(".client_id")));
        type(idOf(slug));
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), slug + QStringLiteral(".client_secret"));
        type(QStringLiteral("a-secret-of-") + slug);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("a.conf")), QSettings::IniFormat);
        m_preferences = std::make_unique<Preferences>(*m_settings);
        m_services = practiceServices().value();
        m_assembled = std::make_unique<AssembledWindow>(*m_services, *m_preferences, m_appearance);
        window().show();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void getsToTheProviders()
    {
        forward();
        QTRY_VERIFY(step() == Step::Connect);
        QTRY_COMPARE(focusName(), QStringLiteral("platformKey"));
        type(m_services->practiceKey);
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(step() == Step::Application, 15'000);
        QTRY_VERIFY(assistant().application.state().rows.size() >= 4);
        type(QStringLiteral("Market"));
        QTRY_COMPARE(assistant().application.state().rows.size(), 1);
        press(Qt::Key_Down);
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(step() == Step::Settings, 15'000);
        QTRY_VERIFY(tabTo(QStringLiteral("copyDevelopment")));
        press(Qt::Key_Space);
        forward();
        QTRY_VERIFY(step() == Step::Domain);
        QTRY_COMPARE(focusName(), QStringLiteral("domain"));
        type(QStringLiteral("market-hall.example"));
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(step() == Step::Create, 15'000);
        QVERIFY(tabTo(QStringLiteral("createProductionInstance")));
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(assistant().create.state().phase == CreateViewModel::Phase::Exists, 15'000);
        forward();
        QTRY_VERIFY(step() == Step::Providers);
    }

    void savesThirteenProviders()
    {
        QTRY_VERIFY(assistant().providers.state().known);
        QTRY_COMPARE(assistant().providers.state().cards.size(), 13);
        for (int saved = 0; saved < 13; ++saved) {
            const QString slug = assistant().providers.state().openSlug;
            QVERIFY(!slug.isEmpty());
            // The focus is on the provider's line or in its first field: what to register comes before.
            QVERIFY(tabTo(slug + QStringLiteral(".confirmed")) || focusName().startsWith(slug));
            press(Qt::Key_Space);
            takePictures(slug + QStringLiteral("-above"));
            fill(slug);
            takePictures(slug);
            QVERIFY(tabTo(slug + QStringLiteral(".save")));
            press(Qt::Key_Space);
            QTRY_COMPARE_WITH_TIMEOUT(assistant().deployment().facts().providers.value(slug), ProviderState::Configured,
                                      10'000);
            QTRY_VERIFY(assistant().providers.state().openSlug != slug);
        }
        QCOMPARE(assistant().deployment().plan().confirmedRedirects.size(), 13);
        QCOMPARE(assistant().providers.state().headline,
                 QStringLiteral("Every provider has its production credentials."));
        QCOMPARE(assistant().providers.state().custom.size(), 1);
        takePictures(QStringLiteral("saved"));
    }

    void goesLive()
    {
        forward();
        QTRY_VERIFY(step() == Step::Dns);
        for (const PracticeRecord &record : m_services->practiceControls->records())
            m_services->practiceControls->enter(record.host, PracticeEntry::Right);
        QVERIFY(tabTo(QStringLiteral("checkNow")));
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(recordsAreSeenByClerk(assistant().deployment().facts()), 30'000);
        forward();
        QTRY_VERIFY(step() == Step::Compare);
        forward();
        QTRY_VERIFY(step() == Step::GoLive);
        QTRY_VERIFY_WITH_TIMEOUT(assistant().goLive.state().complete, 60'000);
    }

    void seesThatTheLivePageOffersAllOfThem()
    {
        const auto proof = [this] { return assistant().signInProof.state(); };
        QTRY_COMPARE_WITH_TIMEOUT(proof().rows.size(), 13, 15'000);
        QVERIFY(proof().tone == Notice::Tone::Success);
        for (const auto &row : proof().rows)
            QVERIFY2(row.finding == SignInProof::Finding::Offered, qPrintable(row.slug));
        QVERIFY(tabTo(QStringLiteral("tried.google")));
        press(Qt::Key_Space);
        takePictures(QStringLiteral("proof"));
        QCOMPARE(assistant().deployment().plan().triedProviders, QStringList {QStringLiteral("google")});
    }
};

QTEST_MAIN(TestTwelveProviders)
#include "tst_twelveproviders.moc"
