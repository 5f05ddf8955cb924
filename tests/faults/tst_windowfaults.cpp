#include "faults/faultlists.h"
#include "faults/plainsentence.h"
#include "faults/windowatfault.h"
#include "testkit/testauthority.h"

#include <cstdio>

using namespace golive;

/// The matrix in front of the person: the program itself and its window, over HTTP. Every column once, each at another
/// call, and everything that can go wrong with the one call that cannot be taken back.
class TestWindowFaults : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring;
    TestAuthority m_authority;
    std::unique_ptr<ClerkAtFault> m_plain;
    std::unique_ptr<ClerkAtFault> m_tls;
    QList<FaultRow> m_rows;
    int m_cells = 0;
    int m_survived = 0;

    static QString server() { return QStringLiteral(PRACTICE_SERVER); }

    static QProcessEnvironment environmentFor(const FaultColumn &column, const QUrl &clerk)
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "no_proxy"})
            variables.remove(QString::fromLatin1(name));
        if (column.way == FaultColumn::Way::Proxy)
            variables.insert(QStringLiteral("http_proxy"), clerk.toString());
        return variables;
    }

    static bool isCreation(const FaultRow &row)
    {
        return row.method == QLatin1String("POST") && row.path.endsWith(QLatin1String("/instances"));
    }

    static bool isThrough(WindowAtFault &window)
    {
        return window.person().place() == PersonAtWindow::placeOf("SummaryPage");
    }

    /// Nothing that the page says may be untrue.
    static QString untrueClaim(WindowAtFault &window, const QString &told)
    {
        const bool exists = !window.production().isUndefined();
        if (exists && told.contains(QLatin1String("Nothing was created")))
            return QStringLiteral("says that nothing was created");
        if (!exists && window.program().ask("shows created") == "yes")
            return QStringLiteral("says that the instance exists");
        return {};
    }

    /// Empty when the window shows a sentence with a way on and, once the fault has passed, gets to the next step:
    /// by itself, or after it was closed and opened again.
    QString run(const FaultRow &row, const FaultColumn &column, bool startsAgain)
    {
        const bool isTls = column.way == FaultColumn::Way::Tls;
        ClerkAtFault &clerk = isTls ? *m_tls : *m_plain;
        clerk.startAnew();
        for (const QJsonObject &accident : accidentsFor(row, column))
            clerk.plan(accident);
        WindowAtFault window(clerk, environmentFor(column, clerk.url),
                             isTls ? m_authority.path(QStringLiteral("ca.pem")) : QString());
        if (const QString problem = problemWhileItLasts(window, clerk, row); !problem.isEmpty())
            return problem;
        const qsizetype place = window.person().place();
        window.pass(60 * column.minutes);
        clerk.lift();
        if (startsAgain)
            window.start();
        const qsizetype next = std::min(place + 1, PersonAtWindow::pages().size() - 1);
        if (!window.goOn([&] { return window.person().place() >= next; }))
            return QStringLiteral("does not get beyond step %1: %2").arg(place).arg(window.person().told());
        return place >= PersonAtWindow::placeOf("CreatePage") ? window.whatIsLost() : QString();
    }

    static QString problemWhileItLasts(WindowAtFault &window, ClerkAtFault &clerk, const FaultRow &row)
    {
        const int before = row.isForALostKey() ? 1 : 0; // the creation has failed first
        const auto hasHappened = [&] { return clerk.mishaps() > before; };
        QString told;
        const auto isTold = [&] {
            told = hasHappened() && !window.person().isBusy() ? window.person().told() : QString();
            return !told.isEmpty() || (hasHappened() && isThrough(window)); // what is not needed is not missed
        };
        if (!window.goOn(isTold, hasHappened))
            return QStringLiteral("says nothing, at step %1").arg(window.person().place());
        if (told.isEmpty())
            return isCreation(row) ? QStringLiteral("says nothing of it") : QString();
        const QString poor = poorSentence(told);
        const QString problem = poor.isEmpty() ? untrueClaim(window, told) : poor;
        if (!problem.isEmpty())
            return problem + QStringLiteral(": ") + told;
        if (window.person().ways().isEmpty())
            return QStringLiteral("leaves nothing to press: ") + told;
        return window.creations() > 1 ? QStringLiteral("more than one instance was created") : QString();
    }

    void expectSurvival(const FaultRow &row, const FaultColumn &column, bool startsAgain)
    {
        ++m_cells;
        const QString problem = run(row, column, startsAgain);
        QVERIFY2(problem.isEmpty(), qPrintable(row.name() + QStringLiteral(": ") + problem));
        ++m_survived;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_authority.issue(QStringLiteral("right"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("20200101"),
                          QStringLiteral("20990101"));
        m_authority.issue(QStringLiteral("other"), QStringLiteral("DNS:elsewhere.example"), QStringLiteral("20200101"),
                          QStringLiteral("20990101"));
        m_plain = std::make_unique<ClerkAtFault>(server());
        m_tls = std::make_unique<ClerkAtFault>(
            server(),
            QStringList {QStringLiteral("--certificate"), m_authority.path(QStringLiteral("right")),
                         QStringLiteral("--other-certificate"), m_authority.path(QStringLiteral("other"))});
    }

    void reachesTheEndWithoutAny()
    {
        WindowAtFault window(*m_plain, environmentFor({}, {}));
        QVERIFY2(window.goOn([&] { return isThrough(window); }), qPrintable(window.person().told()));
        QCOMPARE(window.whatIsLost(), QString());

        QStringList known;
        m_rows = rowsFrom(m_plain->requests());
        for (const FaultRow &row : std::as_const(m_rows))
            known.append(row.name().section(QLatin1String(" #"), 0, 0));
        for (const QString &call : indispensableCalls())
            if (!call.contains(QLatin1String("include_secret_keys"))) // of a creation that was lost on its way
                QVERIFY2(known.contains(call), qPrintable(call));
    }

    void losesNoKeyWithTheCreation()
    {
        m_plain->startAnew();
        m_plain->plan(lostCreation());
        WindowAtFault window(*m_plain, environmentFor({}, {}));
        const auto isBeyond = [&] { return window.person().place() > PersonAtWindow::placeOf("CreatePage"); };
        QVERIFY2(window.goOn(isBeyond), qPrintable(window.person().told()));
        QCOMPARE(window.whatIsLost(), QString());
        for (const FaultRow &each : rowsFrom(m_plain->requests()))
            if (each.isForALostKey())
                m_rows.append(each);
    }

    void survivesEveryColumn_data()
    {
        QTest::addColumn<int>("number");
        const QList<FaultColumn> columns = faultColumns();
        for (int i = 0; i < columns.size(); ++i)
            QTest::newRow(qPrintable(columns.at(i).name)) << i;
    }

    void survivesEveryColumn()
    {
        QFETCH(int, number);
        const QList<FaultColumn> columns = faultColumns();
        QVERIFY(m_rows.size() > columns.size());
        // From the first call to the last.
        const auto place = number * (m_rows.size() - 1) / (columns.size() - 1);
        expectSurvival(m_rows.at(place), columns.at(number), false);
    }

    void survivesWhateverHappensToTheCreation_data()
    {
        QTest::addColumn<FaultColumn>("column");
        QTest::addColumn<bool>("startsAgain");
        for (const FaultColumn &column : faultColumns()) {
            QTest::newRow(qPrintable(column.name)) << column << false;
            if (!column.isCertain)
                QTest::newRow(qPrintable(column.name + QStringLiteral(", opened again"))) << column << true;
        }
    }

    void survivesWhateverHappensToTheCreation()
    {
        QFETCH(FaultColumn, column);
        QFETCH(bool, startsAgain);
        const auto creation = std::find_if(m_rows.cbegin(), m_rows.cend(), isCreation);
        QVERIFY(creation != m_rows.cend());
        expectSurvival(*creation, column, startsAgain);
    }

    void cleanupTestCase()
    {
        std::printf("faults at the window: %lld calls, %d cells run, %d survived\n",
                    static_cast<long long>(m_rows.size()), m_cells, m_survived);
    }
};

QTEST_GUILESS_MAIN(TestWindowFaults)
#include "tst_windowfaults.moc"
