#include "testkit/clerkatfault.h"
#include "testkit/person.h"
#include "testkit/windowbeforeclerk.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QPushButton>
#include <QToolButton>

#include <array>

using namespace golive;

/// A whole deployment in the window, with a server that refuses one call on every step: what is wrong stays in sight
/// until the person has dealt with it.
class TestErrorsStay : public QObject
{
    Q_OBJECT

    ClerkAtFault m_clerk {QStringLiteral(PRACTICE_SERVER)};
    std::unique_ptr<WindowBeforeClerk> m_program;
    std::unique_ptr<Person> m_person;
    std::size_t m_next = 0; ///< in refusals
    bool m_isPlanned = false;
    QStringList m_faults;

    /// What a step cannot do without. It is refused before the step is entered, where entering asks.
    struct Refusal
    {
        Step step;
        Step plannedAt;
        const char *method;
        const char *path;
    };
    static constexpr std::array refusals {
        Refusal {Step::Connect, Step::Connect, "GET", "platform/applications"},
        Refusal {Step::Application, Step::Application, "GET", "platform/applications/*"},
        Refusal {Step::Settings, Step::Application, "GET", "instances/development/config"},
        Refusal {Step::Create, Step::Create, "POST", "instances"},
        Refusal {Step::Providers, Step::Providers, "PATCH", "config"},
        Refusal {Step::GoLive, Step::Dns, "POST", "dns_check"}, // looked in at while DNS is waited for
        Refusal {Step::Dns, Step::Dns, "POST", "dns_check"},
        Refusal {Step::Compare, Step::Dns, "GET", "config"},
        Refusal {Step::Summary, Step::Summary, "GET", "platform/applications/*"},
    };

    static constexpr int mostTurns = 4'000;
    static constexpr int mostActs = 14; ///< as many as the longest step has actions

    [[nodiscard]] Step step() const { return m_program->assistant().flow().current(); }

    void blame(const QString &fault)
    {
        m_faults.append(QStringLiteral("step %1: %2").arg(static_cast<int>(step())).arg(fault));
    }

    void planRefusal()
    {
        if (m_next >= refusals.size() || refusals[m_next].plannedAt != step() || m_isPlanned)
            return;
        m_clerk.plan({{QStringLiteral("mishap"), QStringLiteral("refusal")},
                      {QStringLiteral("status"), 403},
                      {QStringLiteral("code"), QStringLiteral("authorization_missing_scopes")},
                      {QStringLiteral("method"), QLatin1String(refusals[m_next].method)},
                      {QStringLiteral("path"), QLatin1String(refusals[m_next].path)},
                      {QStringLiteral("times"), 0}});
        m_isPlanned = true;
    }

    void refuseNothing()
    {
        m_clerk.lift();
        m_isPlanned = false;
        ++m_next;
    }

    /// The messages of warnings and problems that are on the page, dismissed ones not among them.
    [[nodiscard]] QStringList problemsInSight() const
    {
        QStringList texts;
        const auto bars = m_program->window().currentPage()->findChildren<NoticeBar *>();
        for (const NoticeBar *bar : bars)
            if (bar->isVisibleTo(&m_program->window()) && bar->notice().tone >= Notice::Tone::Warning)
                texts.append(bar->notice().text);
        texts.sort();
        return texts;
    }

    [[nodiscard]] bool isThrough() const { return m_next == refusals.size() && m_person->isThrough(); }

    /// Until the program has nothing to do but wait for the person.
    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                QCoreApplication::processEvents();
                return !m_program->isAsking() && !m_person->mustWait();
            },
            20'000);
    }

    /// Everything that happens around somebody who reads an error and does nothing about it.
    void letTheWorldGoOn()
    {
        AssistantWindow &window = m_program->window();
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(window.windowHandle(), Qt::Key_Tab);
        QTest::keyClick(window.windowHandle(), Qt::Key_Escape);
        QApplication::setActiveWindow(nullptr);
        QApplication::setActiveWindow(&window);
        window.resize(1024, 600);
        applyTheme(*qApp, ThemeChoice::Dark, false);
        window.showHelp(true);
        m_program->watch->see(m_program->watch->view());
        QCoreApplication::processEvents();
        window.showHelp(false);
        applyTheme(*qApp, ThemeChoice::Light, false);
        window.resize(1280, 800);
        (void)settle();
    }

    void expectToStay(const QStringList &before)
    {
        letTheWorldGoOn();
        if (problemsInSight() != before)
            blame(QStringLiteral("“%1” became “%2” by itself")
                      .arg(before.join(QLatin1String("” and “")), problemsInSight().join(QLatin1String("” and “"))));
    }

    void expectToBeThereAfterComingAgain()
    {
        WizardFlow &flow = m_program->assistant().flow();
        const Step here = flow.current();
        auto *back = m_program->window().findChild<QPushButton *>(QStringLiteral("back"));
        if (!back->isVisible() || !back->isEnabled())
            return;
        back->click();
        (void)settle();
        if (!flow.goTo(here) || !settle()) {
            blame(QStringLiteral("nobody can come again"));
            return;
        }
        if (problemsInSight().isEmpty())
            blame(QStringLiteral("the error is gone after Back, and nobody has dealt with it"));
    }

    /// Dismissed, and run into again: it is said again.
    void expectToBeSaidAgain()
    {
        const auto bars = m_program->window().currentPage()->findChildren<NoticeBar *>();
        for (const NoticeBar *bar : bars)
            if (bar->isVisibleTo(&m_program->window()))
                bar->findChild<QToolButton *>()->click();
        if (!problemsInSight().isEmpty())
            blame(QStringLiteral("an error cannot be dismissed"));
        const Step here = step();
        for (int act = 0; act < mostActs && problemsInSight().isEmpty(); ++act) {
            if (!m_person->act())
                pressCheckNow();
            (void)settle();
            if (step() == here)
                continue;
            // It did not stand in the way.
            (void)m_program->assistant().flow().goTo(here);
            (void)settle();
        }
        if (problemsInSight().isEmpty())
            blame(QStringLiteral("the same error is not said a second time"));
    }

    void lookAtTheError()
    {
        const QStringList problems = problemsInSight();
        savePicture();
        for (const QString &text : problems)
            if (text.isEmpty())
                blame(QStringLiteral("an error without words"));
        expectToStay(problems);
        expectToBeThereAfterComingAgain();
        expectToBeSaidAgain();
        refuseNothing();
    }

    /// What somebody does who does not want to wait for the next time Clerk is asked.
    void pressCheckNow()
    {
        for (const char *name : {"checkNow", "askClerkNow"})
            if (auto *button = m_program->window().currentPage()->findChild<QPushButton *>(QLatin1String(name)))
                button->click();
    }

    void savePicture()
    {
        const QString folder = qEnvironmentVariable("GOLIVE_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(500); // until the layout has come to rest
        m_program->window().grab().save(
            QStringLiteral("%1/error-%2.png").arg(folder).arg(static_cast<int>(step()), 2, 10, QLatin1Char('0')));
    }

private Q_SLOTS:
    void theyStayOnEveryStepUntilTheyAreDealtWith()
    {
        m_program = std::make_unique<WindowBeforeClerk>(m_clerk.url);
        QApplication::setActiveWindow(&m_program->window());
        m_person = std::make_unique<Person>(m_program->assistant(), *m_program->watch,
                                            Person::Wish {QString::fromLatin1(m_clerk.key),
                                                          QStringLiteral("Corner Shop"),
                                                          QStringLiteral("corner-shop.example"),
                                                          {QStringLiteral("google")},
                                                          [this] { m_clerk.enterAllRight(); },
                                                          true});

        int acts = 0;
        for (int turn = 0; turn < mostTurns && !isThrough() && acts < mostActs; ++turn) {
            QVERIFY(settle());
            planRefusal();
            if (m_isPlanned && refusals[m_next].step == Step::GoLive) {
                (void)m_program->assistant().flow().goTo(Step::GoLive);
                QVERIFY(settle());
            }
            const Step here = step();
            if (m_isPlanned && here == refusals[m_next].step && !problemsInSight().isEmpty()) {
                lookAtTheError();
                acts = 0;
                if (here == Step::GoLive)
                    (void)m_program->assistant().flow().goTo(Step::Dns);
                continue;
            }
            if (!m_person->act())
                pressCheckNow();
            acts = step() == here ? acts + 1 : 0;
        }

        for (const QString &fault : std::as_const(m_faults))
            qInfo("%s", qPrintable(fault));
        QVERIFY2(isThrough(), qPrintable(QString::number(m_next) + m_person->told()));
        QCOMPARE(m_faults.size(), 0);
    }

    void cleanup()
    {
        m_person.reset();
        m_program.reset();
    }
};

QTEST_MAIN(TestErrorsStay)
#include "tst_errorsstay.moc"
