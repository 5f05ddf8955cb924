#include "testkit/applicationworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using Standing = ApplicationViewModel::Standing;

class TestApplicationList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsApplicationsByName()
    {
        ApplicationWorld world;
        world.list({shop, application(QStringLiteral("app_10"), QStringLiteral("Item 10")),
                    application(QStringLiteral("app_2"), QStringLiteral("item 2")), blog,
                    application(QStringLiteral("app_none"), QString())});

        world.enter();

        QCOMPARE(world.shown(),
                 QStringList({QStringLiteral("app_none"), QStringLiteral("blog"), QStringLiteral("item 2"),
                              QStringLiteral("Item 10"), QStringLiteral("Shop")}));
        QCOMPARE(world.state().total, 5);
        QVERIFY(world.state().selectedId.isEmpty());
        QVERIFY(world.state().rows.constFirst().standing == Standing::NoProduction);
    }

    void searchesNamesAndIdsWhateverTheCase()
    {
        ApplicationWorld world;
        world.list({shop, blog, live});
        world.enter();

        world.viewModel.setFilter(QStringLiteral(" SHOP "));
        QCOMPARE(world.shown(), QStringList(QStringLiteral("Shop")));
        world.viewModel.setFilter(QStringLiteral("app_bl"));
        QCOMPARE(world.shown(), QStringList(QStringLiteral("blog")));
        QVERIFY(world.state().countText.contains(QStringLiteral("1 of 3")));
        world.viewModel.setFilter(QStringLiteral("nothing like it"));
        QVERIFY(world.shown().isEmpty());
        QVERIFY(world.state().emptyText.contains(QStringLiteral("nothing like it")));
        world.viewModel.setFilter({});
        QCOMPARE(world.shown().size(), 3);
        QVERIFY(world.state().emptyText.isEmpty());
    }

    void tellsInProgressFromLive()
    {
        ApplicationWorld world;
        world.list({application(QStringLiteral("app_a"), QStringLiteral("a"), With::Both),
                    application(QStringLiteral("app_b"), QStringLiteral("b"), With::Both),
                    application(QStringLiteral("app_c"), QStringLiteral("c"), With::Both), shop});
        world.api.domains.once(QList<Domain> {domain(QStringLiteral("a.example"))});
        world.api.domains.once(QList<Domain> {domain(QStringLiteral("b.example"))});
        world.api.domains.once(failure(Error::Kind::ServerFault));
        world.api.status.once(status(true));
        world.api.status.once(status(false));

        world.enter();

        QTRY_VERIFY(world.state().rows.at(1).standing == Standing::InProgress);
        settle();
        QVERIFY(world.state().rows.at(0).standing == Standing::Live);
        QCOMPARE(world.state().rows.at(0).detail, QStringLiteral("a.example"));
        QCOMPARE(world.state().rows.at(1).detail, QStringLiteral("b.example"));
        QVERIFY(world.state().rows.at(2).standing == Standing::HasProduction);
        QVERIFY(world.state().rows.at(3).standing == Standing::NoProduction);
        QCOMPARE(world.api.domains.calls(), 3);
        QVERIFY(world.state().notice.isEmpty());
    }

    void anInstanceWhoseDomainIsNotListedYetIsInProgress()
    {
        ApplicationWorld world;
        world.list({live});

        world.enter();

        QTRY_VERIFY(world.state().rows.constFirst().standing == Standing::InProgress);
        QCOMPARE(world.api.status.calls(), 0);
    }

    void asksFourAtATimeAndNotForEver()
    {
        ApplicationWorld world;
        QList<Application> many;
        for (int i = 0; i < 200; ++i)
            many.append(application(QStringLiteral("app_%1").arg(i), QStringLiteral("n%1").arg(i), With::Both));
        world.list(many);
        world.api.domains = Result<QList<Domain>>(QList<Domain> {domain(QStringLiteral("a.example"))});
        world.api.status = Result<DomainStatus>(status(true));
        world.api.domains.hold();

        world.enter();
        settle();
        QCOMPARE(world.api.domains.calls(), 4);

        world.api.domains.release();
        settle();
        QTRY_COMPARE(world.api.status.calls(), 30);
        settle();
        QCOMPARE(world.api.domains.calls(), 30);
    }

    void asksNoMoreWhenClerkWantsFewerRequests()
    {
        ApplicationWorld world;
        QList<Application> many;
        for (int i = 0; i < 20; ++i)
            many.append(application(QStringLiteral("app_%1").arg(i), QStringLiteral("n%1").arg(i), With::Both));
        world.list(many);
        world.api.domains = Result<QList<Domain>>(failure(Error::Kind::RateLimited));

        world.enter();
        settle();
        world.viewModel.setFilter(QStringLiteral("n1"));
        settle();

        QCOMPARE(world.api.domains.calls(), 4);
    }

    void asksNothingMoreOnceThePageIsLeft()
    {
        ApplicationWorld world;
        QList<Application> many;
        for (int i = 0; i < 20; ++i)
            many.append(application(QStringLiteral("app_%1").arg(i), QStringLiteral("n%1").arg(i), With::Both));
        world.list(many);
        world.api.domains.hold();
        world.enter();

        world.viewModel.leave();
        world.api.domains.release();
        settle();

        QCOMPARE(world.api.domains.calls(), 4);
    }

    void explainsAnEmptyWorkspace()
    {
        ApplicationWorld world;
        world.enter();
        QVERIFY(world.state().emptyText.contains(QStringLiteral("Dashboard")));

        world.viewModel.goForward();
        QCOMPARE(world.finished.count(), 0);
    }

    void staysUsableWithAHostileList()
    {
        ApplicationWorld world;
        QList<Application> hostile;
        for (int i = 0; i < 10'000; ++i)
            hostile.append(application(QStringLiteral("app_%1").arg(i % 9'000), QStringLiteral("Name %1").arg(i)));
        hostile.append(application(QString(), QStringLiteral("no id")));
        hostile.append(application(QStringLiteral("app_huge"), QString(1'000'000, QLatin1Char('h'))));
        hostile.append(application(QStringLiteral("app_turned"), QStringLiteral("\u202eevil\n\u2066name")));
        world.list(hostile);

        world.enter();
        QCOMPARE(world.state().total, 9'002);
        for (const ApplicationViewModel::Row &row : world.state().rows)
            QVERIFY(!row.name.isEmpty() && row.name.size() <= 100 && !row.name.contains(QLatin1Char('\n')));

        world.viewModel.setFilter(QStringLiteral("app_turned"));
        QCOMPARE(world.shown(), QStringList(QStringLiteral("evil name")));
        world.viewModel.select(QStringLiteral("app_turned"));
        QCOMPARE(world.state().selectedId, QStringLiteral("app_turned"));
    }

    void showsATroubledListAndTriesAgain()
    {
        ApplicationWorld world;
        world.api.applications.once(failure(Error::Kind::Offline));
        world.list({shop});
        world.viewModel.enter();
        QTRY_VERIFY(world.state().notice.tone == Notice::Tone::Problem);
        QVERIFY(!world.state().loaded);
        QVERIFY(world.state().emptyText.isEmpty());

        world.viewModel.reload();
        world.viewModel.reload();

        QTRY_VERIFY(world.state().loaded);
        QVERIFY(world.state().notice.isEmpty());
        QCOMPARE(world.api.applications.calls(), 2);
    }

    void showsWhatWasBegunOnThisComputer()
    {
        ApplicationWorld world;
        JournalEntry entry;
        entry.clerkHost = clerkHost;
        entry.plan.applicationId = shop.id;
        entry.plan.domain = QStringLiteral("shop.example");
        QVERIFY(world.journal.save(entry));
        world.list({shop, blog});

        world.enter();

        QVERIFY(world.state().rows.at(1).detail.contains(QStringLiteral("shop.example")));
        QVERIFY(world.state().rows.at(0).detail.isEmpty());
    }

    void readsTheListAgainOnlyWhenItIsOld()
    {
        ApplicationWorld world;
        world.list({shop});
        world.enter();
        world.viewModel.enter();
        settle();
        QCOMPARE(world.api.applications.calls(), 1);

        world.clock.advance(std::chrono::minutes(1));
        world.viewModel.enter();
        settle();
        QCOMPARE(world.api.applications.calls(), 2);
    }

    void forgetsTheListOfAnotherKey()
    {
        ApplicationWorld world;
        world.list({shop, live});
        world.enter();
        world.viewModel.select(shop.id);

        world.viewModel.reset();

        QVERIFY(world.state().rows.isEmpty());
        QVERIFY(!world.state().loaded);
        QVERIFY(world.state().emptyText.isEmpty());
        world.list({blog, live});
        world.enter();
        QVERIFY(world.state().selectedId.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestApplicationList)
#include "tst_applicationlist.moc"
