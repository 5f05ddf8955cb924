#include "model/hostlayout.h"

#include <QTest>

using namespace golive;

class TestHostLayout : public QObject
{
    Q_OBJECT

    const DomainName m_site = *DomainName::parse(QStringLiteral("www.example.co.uk"));

private Q_SLOTS:
    void seesHowTheHostsStand_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("relation");

        const auto row = [](const char *title, const char *typed, const char *host, HostRelation relation) {
            QTest::newRow(title) << QString::fromUtf8(typed) << QString::fromLatin1(host) << int(relation);
        };
        row("same", "www.example.co.uk", "www.example.co.uk", HostRelation::SameOrigin);
        row("same, pasted", "https://WWW.example.co.uk./api", "www.example.co.uk", HostRelation::SameOrigin);
        row("root", "example.co.uk", "example.co.uk", HostRelation::SameRoot);
        row("subdomain", "api.example.co.uk", "api.example.co.uk", HostRelation::SameRoot);
        row("below the site", "api.www.example.co.uk", "api.www.example.co.uk", HostRelation::SameRoot);
        row("same suffix only", "example2.co.uk", "example2.co.uk", HostRelation::OtherRoot);
        row("elsewhere", "api.other.com:8443", "api.other.com", HostRelation::OtherRoot);
        row("at a hosting provider", "shop-api.fly.dev", "shop-api.fly.dev", HostRelation::OtherRoot);
        row("international", "api.bücher.de", "api.xn--bcher-kva.de", HostRelation::OtherRoot);
    }

    void seesHowTheHostsStand()
    {
        QFETCH(QString, typed);
        QFETCH(QString, host);
        QFETCH(int, relation);
        const auto backend = backendHostFrom(typed, m_site);
        QVERIFY(backend);
        QCOMPARE(*backend, (BackendHost {host, HostRelation(relation)}));
    }

    void refusesWhatIsNoHost_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        using Kind = DomainProblem::Kind;

        QTest::newRow("nothing") << QString() << int(Kind::Empty);
        QTest::newRow("localhost") << QStringLiteral("localhost:8080") << int(Kind::SingleLabel);
        QTest::newRow("address") << QStringLiteral("10.0.0.1") << int(Kind::IpAddress);
        QTest::newRow("suffix") << QStringLiteral("co.uk") << int(Kind::PublicSuffix);
        QTest::newRow("underscore") << QStringLiteral("my_api.example.co.uk") << int(Kind::BadLabel);
    }

    void refusesWhatIsNoHost()
    {
        QFETCH(QString, typed);
        const auto backend = backendHostFrom(typed, m_site);
        QVERIFY(!backend);
        const int kind = int(backend.error().kind);
        QTEST(kind, "kind");
    }
};

QTEST_APPLESS_MAIN(TestHostLayout)
#include "tst_hostlayout.moc"
