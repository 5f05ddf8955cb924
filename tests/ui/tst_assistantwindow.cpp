#include "testkit/movedclock.h"
#include "ui/privacy/screensharing.h"
#include "ui/samplepages.h"
#include "ui/shell/assistantwindow.h"
#include "ui/shell/readingorder.h"
#include "ui/shell/steplist.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace golive;

class TestAssistantWindow : public QObject
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
        open();
    }

    void cleanup() { m_window.reset(); }

    void saysOfEachStepHowItStands()
    {
        fillWithProgress(*m_flow);
        const auto said
            = [this](int row) { return steps()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
        QCOMPARE(said(0), QStringLiteral("Step 1 of 12, Before you start, done"));
        QCOMPARE(said(3), QStringLiteral("Step 4 of 12, Settings, done, view only"));
        QCOMPARE(said(6), QStringLiteral("Step 7 of 12, Sign-in providers, needs you"));
        QCOMPARE(said(7), QStringLiteral("Step 8 of 12, DNS records, waiting for DNS"));
        m_flow->setProgress({});
        QCOMPARE(said(0), QStringLiteral("Step 1 of 12, Before you start, now"));
        QCOMPARE(said(11), QStringLiteral("Step 12 of 12, Summary, not yet"));
        const QAccessibleInterface *list = QAccessible::queryAccessibleInterface(steps());
        QCOMPARE(list->child(1)->text(QAccessible::Name), said(1));
    }

    void hasTheSwitchOfScreenSharingInSightOnEveryStep()
    {
        fillWithProgress(*m_flow);
        auto *button = m_window->findChild<QPushButton *>(QStringLiteral("screenSharing"));
        auto *badge = m_window->findChild<QWidget *>(QStringLiteral("screenSharingBadge"));
        for (const QSize size : {QSize(1024, 600), QSize(800, 520)}) {
            m_window->resize(size);
            for (const Step step : allSteps) {
                m_flow->goTo(step);
                QTRY_VERIFY(m_window->rect().contains(QRect(button->mapTo(m_window.get(), QPoint()), button->size())));
                QVERIFY(button->isVisible() && badge->isHidden());
            }
        }
        button->click();
        QVERIFY(m_window->screenSharing().isOn() && badge->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_window->screenSharing().isOn() && !button->isChecked());
    }

    void walksTheListByKeyboard()
    {
        fillWithProgress(*m_flow);
        steps()->setFocus();
        QTest::keyClick(steps(), Qt::Key_End);
        QCOMPARE(m_flow->current(), Step::Summary);
        QTest::keyClick(steps(), Qt::Key_Up);
        QCOMPARE(m_flow->current(), Step::HandOver);
        QTest::keyClick(steps(), Qt::Key_Home);
        QCOMPARE(m_flow->current(), Step::Start);
        QTest::keyClick(steps(), Qt::Key_D);
        QCOMPARE(m_flow->current(), Step::Domain);
        QVERIFY(steps()->hasFocus());
        QCOMPARE(m_window->currentPage(), m_window->page(Step::Domain));
    }

    void passesOverStepsThatAreNotOpen()
    {
        Progress progress;
        progress.started = true;
        m_flow->setProgress(progress);
        steps()->setFocus();
        QTest::keyClick(steps(), Qt::Key_End);
        QCOMPARE(m_flow->current(), Step::Connect);
        QTest::mouseClick(steps()->viewport(), Qt::LeftButton, {},
                          steps()->visualRect(steps()->model()->index(6, 0)).center());
        QCOMPARE(m_flow->current(), Step::Connect);
    }

    void tellsPagesThatTheyComeAndGo()
    {
        QCOMPARE(model(Step::Start).entered, 1);
        fillWithProgress(*m_flow);
        m_flow->goTo(Step::Dns);
        QCOMPARE(model(Step::Start).left, 1);
        QCOMPARE(model(Step::Dns).entered, 1);
    }

    void asksThePageBeforeItGoesForward()
    {
        next()->click();
        QCOMPARE(model(Step::Start).forward, 1);
        QCOMPARE(m_flow->current(), Step::Start); // it is the flow that moves
        fillWithProgress(*m_flow);
        QVERIFY(m_flow->goForward());
        QCOMPARE(m_flow->current(), Step::Connect);
        back()->click();
        QCOMPARE(m_flow->current(), Step::Start);
    }

    void goesOneStepWithADoubleClick()
    {
        QTest::mouseClick(next(), Qt::LeftButton);
        QTest::mouseDClick(next(), Qt::LeftButton);
        QTest::mouseRelease(next(), Qt::LeftButton);
        QCOMPARE(model(Step::Start).forward, 1);
    }

    void leadsWithTabFromThePageToTheButtons()
    {
        fillWithProgress(*m_flow);
        m_flow->goTo(Step::Connect);
        Page *page = m_window->currentPage();
        page->focusFirstField();
        QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
        const auto tab = [this](Qt::Key key) {
            QTest::keyClick(m_window->windowHandle(), key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            return QApplication::focusWidget();
        };
        QWidget *last = nullptr;
        for (QWidget *at = QApplication::focusWidget(); page->isAncestorOf(at); at = tab(Qt::Key_Tab))
            last = at;
        QCOMPARE(QApplication::focusWidget(), button(QStringLiteral("help")));
        QCOMPARE(tab(Qt::Key_Tab), back());
        QCOMPARE(tab(Qt::Key_Tab), next());
        QCOMPARE(tab(Qt::Key_Tab), steps());
        tab(Qt::Key_Backtab);
        tab(Qt::Key_Backtab);
        tab(Qt::Key_Backtab);
        QCOMPARE(tab(Qt::Key_Backtab), last);
    }

    void keepsItsButtonsWhereTheyAre()
    {
        fillWithProgress(*m_flow);
        const auto places = [this] {
            QList<QRect> found;
            for (QPushButton *button : {next(), back(), button(QStringLiteral("help"))})
                found.append(QRect(button->mapTo(m_window.get(), QPoint()), button->size()));
            return found;
        };
        const auto rest = [&places] { // until the layout does not move any more, however slow the computer
            QList<QRect> last;
            while (last != places()) {
                last = places();
                QTest::qWait(50);
            }
        };
        rest();
        const QList<QRect> before = places();
        for (const Step step : allSteps) {
            m_flow->goTo(step);
            rest();
            QCOMPARE(places(), before);
            static_cast<SamplePage *>(m_window->currentPage())
                ->show(Notice {Notice::Tone::Warning, QStringLiteral("Something"), QStringLiteral("x")});
            rest();
            QCOMPARE(places(), before);
        }
        QCOMPARE(next()->text(), QStringLiteral("&Close"));
        m_window->setPracticePanel(new QLabel(QStringLiteral("the provider")));
        for (const int width : {1024, 1400}) { // one where the list of steps gives way to a panel, and one where not
            m_window->resize(width, 700);
            rest();
            const QList<QRect> there = places();
            m_window->showHelp(true);
            rest();
            QCOMPARE(places(), there);
            m_window->showPracticePanel(true);
            rest();
            QCOMPARE(places(), there);
            m_window->showHelp(false);
            m_window->showPracticePanel(false);
        }
    }

    void letsThePagesOwnActStandOut()
    {
        fillWithProgress(*m_flow);
        m_flow->goTo(Step::Domain);
        QVERIFY(next()->property("primary").toBool());
        static_cast<SamplePage *>(m_window->currentPage())->ownActStandsOut = true;
        Q_EMIT model(Step::Domain).stateChanged();
        QVERIFY(!next()->property("primary").toBool());
        m_flow->goTo(Step::Create);
        QVERIFY(next()->property("primary").toBool());
    }

    void goesForwardWithEnterOnlyWhereThePageAllowsIt()
    {
        fillWithProgress(*m_flow);
        m_flow->goTo(Step::Domain);
        auto *field = m_window->currentPage()->findChild<QLineEdit *>();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(model(Step::Domain).forward, 0);
        static_cast<SamplePage *>(m_window->currentPage())->enterIsNext = true;
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(model(Step::Domain).forward, 1);
    }

    void commitsNothingWithEnter()
    {
        fillWithProgress(*m_flow);
        m_flow->goTo(Step::Create);
        const auto buttons = m_window->currentPage()->findChildren<QPushButton *>();
        QVERIFY(!buttons.isEmpty());
        auto *create = buttons.constLast();
        int pressed = 0;
        connect(create, &QPushButton::clicked, this, [&] { ++pressed; });
        QVERIFY(QApplication::focusWidget() != create); // Space would press it
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        create->setFocus();
        QTest::keyClick(create, Qt::Key_Return);
        QCOMPARE(pressed, 0);
        QCOMPARE(m_flow->current(), Step::Create);
    }

    void staysWhenEscapeIsPressed()
    {
        fillWithProgress(*m_flow);
        for (const Step step : allSteps) {
            m_flow->goTo(step);
            for (QWidget *widget :
                 {QApplication::focusWidget(), static_cast<QWidget *>(next()), static_cast<QWidget *>(steps())})
                QTest::keyClick(widget, Qt::Key_Escape);
            QVERIFY(m_window->isVisible());
            QCOMPARE(m_flow->current(), step);
        }
    }

    void focusesTheFirstFieldOnEntering()
    {
        fillWithProgress(*m_flow);
        m_flow->goTo(Step::Domain);
        QCOMPARE(QApplication::focusWidget(), m_window->currentPage()->findChild<QLineEdit *>());
    }

    void leadsToTheFieldThatIsWrong()
    {
        fillWithProgress(*m_flow);
        m_flow->goTo(Step::Connect);
        next()->setFocus();
        Q_EMIT model(Step::Connect).attentionWanted(QStringLiteral("key"));
        QVERIFY(m_window->currentPage()
                    ->findChild<QWidget *>(QStringLiteral("key"))
                    ->isAncestorOf(QApplication::focusWidget()));
    }

    void opensHelpAtTheSamePlaceEverywhere()
    {
        fillWithProgress(*m_flow);
        auto *panel = m_window->findChild<QWidget *>(QStringLiteral("helpPanel"));
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        QVERIFY(panel->isVisible());
        QVERIFY(panel->findChild<QLabel *>(QStringLiteral("helpText"))->text().contains(QLatin1String("CNAME")));
        const int buttonsBegin = next()->parentWidget()->mapTo(m_window->centralWidget(), QPoint()).y();
        const QRect place(m_window->centralWidget()->width() - panel->width(), 0, panel->width(), buttonsBegin);
        QTRY_COMPARE(panel->geometry(), place);
        m_flow->goTo(Step::GoLive);
        QTRY_COMPARE(panel->geometry(), place);
        panel->findChild<QLabel *>(QStringLiteral("helpText"))->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QVERIFY(m_window->isVisible());
    }

    void asksBeforeItClosesOnlyWhenSomethingWouldBeLost()
    {
        QString reason = QStringLiteral("The instance is being created. It will be there all the same.");
        m_window->setReasonToStay([&] { return reason; });
        m_window->close();
        QVERIFY(m_window->isVisible());
        auto *question = m_window->findChild<QMessageBox *>(QStringLiteral("closeQuestion"));
        QVERIFY(question != nullptr);
        QCOMPARE(question->informativeText(), reason);
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(m_window->isVisible());
        reason.clear();
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }

    void closesWhenThePersonInsists()
    {
        m_window->setReasonToStay([] { return QStringLiteral("Something is under way."); });
        m_window->close();
        auto *question = m_window->findChild<QMessageBox *>(QStringLiteral("closeQuestion"));
        for (QAbstractButton *each : question->buttons())
            if (question->buttonRole(each) == QMessageBox::AcceptRole)
                each->click();
        QVERIFY(!m_window->isVisible());
    }

    void saysWhyTheSessionGoesOn()
    {
        m_window->setReasonToStay([] { return QStringLiteral("A key is only in memory."); });
        m_window->close(); // asked before, and not answered
        m_window->explainHeldUpSession();
        const auto questions = m_window->findChildren<QMessageBox *>(QStringLiteral("closeQuestion"));
        QCOMPARE(questions.size(), 1);
        QVERIFY(questions.constFirst()->text().contains(QStringLiteral("signing out")));
        QVERIFY(questions.constFirst()->informativeText().startsWith(QStringLiteral("A key is only in memory.\n")));
        QVERIFY(m_window->isVisible());
    }

    void saysThatPracticeIsNotReal()
    {
        auto *strip = m_window->findChild<QWidget *>(QStringLiteral("practiceStrip"));
        QVERIFY(!strip->isVisible());
        m_window->setPracticeMode(true);
        QVERIFY(strip->isVisible());
        m_window->setPracticePanel(new QLabel(QStringLiteral("the provider")));
        m_window->showPracticePanel(true);
        QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("practicePanel"))->isVisible());
    }

    void opensWhereItWasAndNeverOffTheScreen()
    {
        m_window->resize(800, 560);
        m_window->close();
        open();
        QCOMPARE(m_window->size(), QSize(800, 560));
        m_window->move(5000, 4000);
        m_window->close();
        open();
        QVERIFY(m_window->screen()->availableGeometry().contains(m_window->geometry().topLeft()));
    }

    void tabsPastWhatHasNoHeightYet()
    {
        QWidget root;
        QPushButton flat(&root);
        flat.setGeometry(0, 10, 40, 0);
        QPushButton below(&root);
        below.setGeometry(0, 30, 40, 20);
        root.show();
        QCOMPARE(tabStops(root).size(), 2); // and does not look for the end of a row for ever
    }

private:
    void open()
    {
        m_window = std::make_unique<AssistantWindow>(*m_flow, *m_preferences);
        addSamplePages(*m_window, m_context);
        m_window->start();
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    [[nodiscard]] StepList *steps() const { return m_window->findChild<StepList *>(); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return m_window->findChild<QPushButton *>(name); }
    [[nodiscard]] QPushButton *next() const { return button(QStringLiteral("next")); }
    [[nodiscard]] QPushButton *back() const { return button(QStringLiteral("back")); }
    [[nodiscard]] SampleViewModel &model(Step step) const
    {
        return static_cast<SampleViewModel &>(m_window->page(step)->viewModel());
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

QTEST_MAIN(TestAssistantWindow)
#include "tst_assistantwindow.moc"
