#include "testkit/clipping.h"
#include "testkit/movedclock.h"
#include "ui/samplepages.h"
#include "ui/shell/assistantwindow.h"
#include "ui/shell/steplist.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

/// The window with every sample page: nothing cut on the smallest screen, mirrored where one reads
/// from the right, and with texts that are half as long again.
class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, false); }

    void init()
    {
        QVERIFY(m_folder.isValid());
        m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("x.conf")), QSettings::IniFormat);
        m_settings->clear();
        m_preferences = std::make_unique<Preferences>(*m_settings);
        m_flow = std::make_unique<WizardFlow>();
        fillWithProgress(*m_flow);
        m_window = std::make_unique<AssistantWindow>(*m_flow, *m_preferences);
        addSamplePages(*m_window, m_context);
        m_window->resize(1024, 600);
        m_window->start();
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void cutsNothingOnASmallScreen_data() { situations(); }

    void cutsNothingOnASmallScreen()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(bool, longer);
        QFETCH(bool, help);
        QGuiApplication::setLayoutDirection(direction);
        if (longer)
            lengthen();
        m_window->showHelp(help);
        for (const Step step : allSteps) {
            QVERIFY(m_flow->goTo(step));
            QCOMPARE(m_window->size(), QSize(1024, 600));
            QTRY_COMPARE_WITH_TIMEOUT(clippedTexts(*m_window).join(QLatin1Char('\n')), QString(), 500);
        }
    }

    void findsATextThatIsCut()
    {
        QWidget window;
        auto *label = new QLabel(QStringLiteral("rather a long text"), &window);
        label->setGeometry(0, 0, 30, 20);
        window.show();
        QCOMPARE(clippedTexts(window).size(), 1);
    }

    void mirrorsForThoseWhoReadFromTheRight()
    {
        const int left = m_window->findChild<StepList *>()->mapTo(m_window.get(), QPoint()).x();
        QVERIFY(left < 100);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        QTest::qWait(10);
        const int right = m_window->findChild<StepList *>()->mapTo(m_window.get(), QPoint()).x();
        QVERIFY(right > 700);
    }

    void givesThePageRoomWhileHelpIsOpen()
    {
        auto *steps = m_window->findChild<StepList *>();
        QCOMPARE(steps->width(), StepList::wide);
        m_window->showHelp(true);
        QCOMPARE(steps->width(), StepList::narrow);
        m_window->showHelp(false);
        QCOMPARE(steps->width(), StepList::wide);
    }

    void keepsTargetsLargeEnough()
    {
        for (const Step step : allSteps) {
            m_flow->goTo(step);
            QTest::qWait(100);
            for (const auto *button : m_window->findChildren<QAbstractButton *>()) {
                const bool large = button->width() >= 24 && button->height() >= 24;
                QVERIFY2(large || !button->isVisible(), qPrintable(button->accessibleName() + button->text()));
            }
        }
    }

private:
    static void situations()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<bool>("longer");
        QTest::addColumn<bool>("help");

        QTest::newRow("English") << Qt::LeftToRight << false << false;
        QTest::newRow("English with help") << Qt::LeftToRight << false << true;
        QTest::newRow("long words") << Qt::LeftToRight << true << false;
        QTest::newRow("long words with help") << Qt::LeftToRight << true << true;
        QTest::newRow("from the right") << Qt::RightToLeft << false << false;
        QTest::newRow("from the right, long") << Qt::RightToLeft << true << true;
    }

    void lengthen()
    {
        const auto longer = [](const QString &text) {
            return text.isEmpty() ? text : text + QStringLiteral(" xxxxxxxx").repeated(text.size() / 18 + 1);
        };
        for (auto *label : m_window->findChildren<QLabel *>())
            label->setText(longer(label->text()));
    }

    QTemporaryDir m_folder;
    MovedClock m_clock;
    ClipboardGuard m_clipboard {*QGuiApplication::clipboard(), m_clock};
    PageContext m_context {m_clock, m_clipboard, [](const QUrl &) { return false; }};
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<WizardFlow> m_flow;
    std::unique_ptr<AssistantWindow> m_window;
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
