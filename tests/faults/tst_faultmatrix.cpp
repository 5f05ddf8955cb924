#include "faults/deploymentatfault.h"
#include "faults/faultlists.h"
#include "faults/plainsentence.h"
#include "testkit/testauthority.h"

#include <QNetworkProxy>
#include <QSet>
#include <QTest>

#include <cstdio>

using namespace golive;

namespace {

using End = DeploymentAtFault::End;

/// How the program meets the fault.
enum class Manner {
    GoingOn, ///< the fault passes, and the person tries again
    StartingAgain, ///< the program ends once it is quiet, and is started again when the fault has passed
    Killed, ///< the program ends while the call is under way
};

QByteArray wordFor(Manner manner)
{
    switch (manner) {
    case Manner::GoingOn: return "going on";
    case Manner::StartingAgain: return "starting again";
    case Manner::Killed: return "killed meanwhile";
    }
    Q_UNREACHABLE();
}

DeploymentAtFault::Fault::Until untilFor(Manner manner)
{
    using Until = DeploymentAtFault::Fault::Until;
    switch (manner) {
    case Manner::GoingOn: return Until::Told;
    case Manner::StartingAgain: return Until::Quiet;
    case Manner::Killed: return Until::UnderWay;
    }
    Q_UNREACHABLE();
}

} // namespace

/// Every call of a deployment (a row) with everything that can go wrong with it (a column).
class TestFaultMatrix : public QObject
{
    Q_OBJECT

    TestAuthority m_authority;
    std::unique_ptr<ClerkAtFault> m_plain;
    std::unique_ptr<ClerkAtFault> m_tls;
    QList<FaultRow> m_rows;
    int m_cells = 0;
    int m_survived = 0;

    static QString program() { return QStringLiteral(PRACTICE_SERVER); }

    ClerkAtFault &clerkFor(const FaultColumn &column)
    {
        return column.way == FaultColumn::Way::Tls ? *m_tls : *m_plain;
    }

    /// Nothing that is said may be untrue. Empty when all of it is true.
    static QString untrueClaim(DeploymentAtFault &deployment, ClerkAtFault &clerk)
    {
        Assistant &assistant = deployment.assistant();
        const QString id = assistant.deployment().plan().applicationId;
        if (id.isEmpty())
            return {};
        const QJsonDocument truth = clerk.truth(QStringLiteral("applications/%1?include_secret_keys=true").arg(id));
        const QJsonValue production = truth[QLatin1String("instances")][1];
        const QString instance = production[QLatin1String("instance_id")].toString();
        const auto &create = assistant.create.state();
        if (create.phase == CreateViewModel::Phase::Exists && instance.isEmpty())
            return QStringLiteral("says that the instance exists");
        if (create.outcome.text.startsWith(QLatin1String("Nothing was created")) && !instance.isEmpty())
            return QStringLiteral("says that nothing was created");
        const auto &facts = assistant.deployment().facts();
        if (facts.production() && facts.production()->id != instance)
            return QStringLiteral("knows another production instance");
        const QByteArray key = deployment.kept(secretname::instanceSecretKey(instance));
        if (facts.secretKeyKept && key != production[QLatin1String("secret_key")].toString().toUtf8())
            return QStringLiteral("says that the key is kept");
        if (instance.isEmpty())
            return {};
        const QJsonDocument config = clerk.truth(QStringLiteral("applications/%1/instances/production/config").arg(id));
        if (facts.providersKnown && facts.providers.size() != 4)
            return QStringLiteral("knows %1 providers").arg(facts.providers.size());
        for (const auto &card : assistant.providers.state().cards)
            if (card.standing == ProvidersViewModel::Standing::Saved
                && config[QStringLiteral("connection_oauth_") + card.slug][QLatin1String("client_id")].toString()
                    != QStringLiteral("the-client-id-of-") + card.slug)
                return QStringLiteral("says that %1 is saved").arg(card.slug);
        if (assistant.goLive.state().complete || assistant.summary.state().finished) {
            const QString domain = facts.domain ? facts.domain->id : QString();
            const QJsonDocument status
                = clerk.truth(QStringLiteral("applications/%1/domains/%2/status").arg(id, domain));
            if (status[QLatin1String("status")].toString() != QLatin1String("complete"))
                return QStringLiteral("says that all is complete");
        }
        return {};
    }

    /// At the end: one instance, its key kept, every provider as it was typed.
    static QString whatIsMissing(DeploymentAtFault &deployment, ClerkAtFault &clerk)
    {
        if (const QString untrue = untrueClaim(deployment, clerk); !untrue.isEmpty())
            return untrue;
        if (ClerkAtFault::count(clerk.effects(), QStringLiteral("POST"), QStringLiteral("/instances")) != 1)
            return QStringLiteral("not one instance was created");
        const auto production = deployment.assistant().deployment().facts().production();
        if (!production)
            return QStringLiteral("there is no production instance");
        if (deployment.kept(secretname::instanceSecretKey(production->id)).isEmpty())
            return QStringLiteral("the key is lost");
        for (const auto &card : deployment.assistant().providers.state().cards)
            if (deployment.wish(clerk).providers.contains(card.slug)
                && card.standing != ProvidersViewModel::Standing::Saved)
                return QStringLiteral("%1 is not saved").arg(card.slug);
        return {};
    }

    /// Everything that was read, for the figures at the end.
    static QSet<QString> &sentences()
    {
        static QSet<QString> all;
        return all;
    }

    static QString place(DeploymentAtFault &deployment)
    {
        return QStringLiteral("step %1: %2")
            .arg(static_cast<int>(deployment.assistant().flow().current()))
            .arg(deployment.person().told());
    }

    static void prepare(ClerkAtFault &clerk, const FaultRow &row, const FaultColumn &column)
    {
        clerk.startAnew();
        const QNetworkProxy itself(QNetworkProxy::HttpProxy, clerk.url.host(), static_cast<quint16>(clerk.url.port()));
        QNetworkProxy::setApplicationProxy(column.way == FaultColumn::Way::Proxy ? itself : QNetworkProxy::NoProxy);
        for (const QJsonObject &accident : accidentsFor(row, column))
            clerk.plan(accident);
    }

    /// Empty when the deployment survives; else what is wrong.
    static QString run(ClerkAtFault &clerk, const FaultRow &row, const FaultColumn &column, Manner manner)
    {
        prepare(clerk, row, column);
        const int before = row.isForALostKey() ? 1 : 0;
        DeploymentAtFault deployment(clerk);
        const auto hasHappened
            = [&] { return column.atTheDoor ? deployment.network().unreachable > 0 : clerk.mishaps() > before; };
        const End end = deployment.goOn(DeploymentAtFault::Fault {hasHappened, column.holds, untilFor(manner)});
        if (end == End::Stuck)
            return QStringLiteral("neither goes on nor says why, at ") + place(deployment);
        if (end == End::Through && !hasHappened())
            return QStringLiteral("was never reached");
        if (end == End::Stopped && manner != Manner::Killed) {
            if (const QString untrue = untrueClaim(deployment, clerk); !untrue.isEmpty())
                return untrue + QStringLiteral(": ") + deployment.person().told();
        }
        if (end == End::Stopped && manner == Manner::GoingOn) {
            if (const QString poor = poorSentence(deployment.person().told()); !poor.isEmpty())
                return QStringLiteral("%1: %2").arg(poor, deployment.person().told());
            sentences().insert(deployment.person().told());
        }
        if (manner != Manner::GoingOn)
            deployment.stop();
        deployment.clock().advance(std::chrono::minutes(column.minutes));
        clerk.lift();
        if (manner != Manner::GoingOn)
            deployment.start();
        if (deployment.goOn() != End::Through)
            return QStringLiteral("does not reach the end, at ") + place(deployment);
        return whatIsMissing(deployment, clerk);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_authority.issue(QStringLiteral("right"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("20200101"),
                          QStringLiteral("20990101"));
        m_authority.issue(QStringLiteral("other"), QStringLiteral("DNS:elsewhere.example"), QStringLiteral("20200101"),
                          QStringLiteral("20990101"));
        QSslConfiguration::setDefaultConfiguration(m_authority.clientSide());
        m_plain = std::make_unique<ClerkAtFault>(program());
        m_tls = std::make_unique<ClerkAtFault>(
            program(),
            QStringList {QStringLiteral("--certificate"), m_authority.path(QStringLiteral("right")),
                         QStringLiteral("--other-certificate"), m_authority.path(QStringLiteral("other"))});

        DeploymentAtFault flawless(*m_plain);
        QVERIFY(flawless.goOn() == End::Through);
        QCOMPARE(whatIsMissing(flawless, *m_plain), QString());
        m_rows = rowsFrom(m_plain->requests());
        m_plain->startAnew();
        m_plain->plan(lostCreation());
        DeploymentAtFault withoutKey(*m_plain);
        QVERIFY(withoutKey.goOn() == End::Through);
        for (const FaultRow &each : rowsFrom(m_plain->requests()))
            if (each.isForALostKey())
                m_rows.append(each);
    }

    void knowsEveryCall()
    {
        QStringList known;
        for (const FaultRow &row : std::as_const(m_rows))
            known.append(row.name().section(QLatin1String(" #"), 0, 0));
        for (const QString &call : indispensableCalls())
            QVERIFY2(known.contains(call), qPrintable(call));
    }

    void survives_data()
    {
        QTest::addColumn<FaultColumn>("column");
        // Three processes share the work, so that none takes longer than a test may.
        constexpr int parts = 3;
        const int part = qEnvironmentVariableIntValue("GOLIVE_FAULTS_PART");
        const QList<FaultColumn> columns = faultColumns();
        for (int i = 0; i < columns.size(); ++i)
            if (part == 0 || i % parts + 1 == part)
                QTest::newRow(qPrintable(columns.at(i).name)) << columns.at(i);
    }

    void survives()
    {
        QFETCH(FaultColumn, column);
        QStringList problems;
        for (const FaultRow &row : std::as_const(m_rows))
            for (const Manner manner : {Manner::GoingOn, Manner::StartingAgain, Manner::Killed}) {
                if ((manner == Manner::Killed && !column.holds)
                    || (manner == Manner::StartingAgain && column.isCertain))
                    continue;
                ++m_cells;
                const QString problem = run(clerkFor(column), row, column, manner);
                if (problem.isEmpty())
                    ++m_survived;
                else
                    problems.append(
                        QStringLiteral("%1, %2: %3").arg(row.name(), QString::fromLatin1(wordFor(manner)), problem));
            }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    }

    void cleanupTestCase()
    {
        std::printf("fault matrix: %lld calls, %d cells run, %d survived, %lld ways to say what is wrong\n",
                    static_cast<long long>(m_rows.size()), m_cells, m_survived,
                    static_cast<long long>(sentences().size()));
        if (qEnvironmentVariableIsSet("GOLIVE_FAULTS_SENTENCES")) // for whoever wants to read them
            for (const QString &each : std::as_const(sentences()))
                std::printf("---\n%s\n", qPrintable(each));
    }
};

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_faultmatrix.moc"
