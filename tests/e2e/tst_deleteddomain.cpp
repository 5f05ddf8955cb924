#include "testkit/clerkatfault.h"
#include "testkit/person.h"
#include "testkit/windowbeforeclerk.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QLabel>

#include <algorithm>

using namespace golive;

/// A production domain that somebody deletes in the Dashboard while Golive waits for its records: the window says so,
/// claims nothing that was true before, and goes on when there is a domain again.
class TestDeletedDomain : public QObject
{
    Q_OBJECT

    ClerkAtFault m_clerk {QStringLiteral(PRACTICE_SERVER)};
    std::unique_ptr<WindowBeforeClerk> m_program;

    /// Goes on until `step` is on the screen and quiet.
    void walkTo(Step step)
    {
        Person person(m_program->assistant(), *m_program->watch,
                      {QString::fromLatin1(m_clerk.key),
                       QStringLiteral("Corner Shop"),
                       QStringLiteral("corner-shop.example"),
                       {QStringLiteral("google")},
                       [this] { m_clerk.enterAllRight(); },
                       true});
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < 40'000) {
            QTest::qWait(1);
            if (m_program->isAsking() || person.mustWait())
                continue;
            if (m_program->assistant().flow().current() == step)
                return;
            (void)person.act();
        }
        QFAIL("the step is not reached");
    }

    [[nodiscard]] QString shown(const char *name) const
    {
        const auto all = m_program->window().findChildren<QLabel *>(QString::fromLatin1(name)); // a page has each
        const auto found = std::find_if(all.cbegin(), all.cend(), [](const QLabel *each) { return each->isVisible(); });
        return found == all.cend() ? QString() : (*found)->text();
    }

    void takePictures(const QString &name)
    {
        const QString folder = qEnvironmentVariable("GOLIVE_PICTURES");
        if (folder.isEmpty())
            return;
        for (const bool isDark : {true, false}) {
            applyTheme(*qApp, isDark ? ThemeChoice::Dark : ThemeChoice::Light, false);
            QTest::qWait(100);
            m_program->window().grab().save(
                QStringLiteral("%1/%2-%3.png").arg(folder, name, QLatin1String(isDark ? "dark" : "light")));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_clerk.startAnew();
        m_program = std::make_unique<WindowBeforeClerk>(m_clerk.url);
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
    }

    void cleanup() { m_program.reset(); }

    void isToldWhereItsRecordsAreWaitedFor()
    {
        walkTo(Step::Dns);
        QVERIFY(m_program->assistant().deployment().facts().domain.has_value());

        m_clerk.deleteDomain(QStringLiteral("corner-shop.example"));
        m_program->assistant().dns.leave();
        m_program->assistant().dns.enter(); // as when the person comes back to the step

        QTRY_COMPARE_WITH_TIMEOUT(shown("headline"),
                                  QStringLiteral("Clerk does not list corner-shop.example any more."), 20'000);
        QVERIFY(shown("advice").contains(QStringLiteral("Dashboard")));
        const DnsState &state = m_program->assistant().dns.state();
        QVERIFY(state.link && state.link->address.host() == QLatin1String("dashboard.clerk.com"));
        QVERIFY(state.rows.isEmpty()); // nobody is asked to add records for it
        takePictures(QStringLiteral("domain-deleted"));
    }

    void nothingIsLiveWithoutOne()
    {
        walkTo(Step::GoLive);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->assistant().goLive.state().complete, 20'000);

        m_clerk.deleteDomain(QStringLiteral("corner-shop.example"));
        m_program->assistant().goLive.checkNow();

        QTRY_VERIFY_WITH_TIMEOUT(!m_program->assistant().goLive.state().complete, 20'000);
        QVERIFY(m_program->assistant().deployment().next() == Action::WaitForDomain);
        QCOMPARE(m_program->assistant().goLive.state().headline,
                 QStringLiteral("Clerk does not list corner-shop.example any more"));
        QVERIFY(m_program->assistant().goLive.state().outlook == GoLiveOutlook::Trouble);
        takePictures(QStringLiteral("domain-deleted-golive"));
    }
};

QTEST_MAIN(TestDeletedDomain)
#include "tst_deleteddomain.moc"
