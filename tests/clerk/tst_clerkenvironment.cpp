#include "clerk/clerkenvironment.h"

#include <QProcessEnvironment>
#include <QTest>

using namespace golive;

class TestClerkEnvironment : public QObject
{
    Q_OBJECT

    static QProcessEnvironment with(const char *name, const QString &value)
    {
        QProcessEnvironment variables;
        variables.insert(QString::fromLatin1(name), value);
        return variables;
    }

private Q_SLOTS:
    void isClerksOwnWhenNothingIsSet()
    {
        const auto found = ClerkEnvironment::from(QProcessEnvironment());

        QVERIFY(found);
        QCOMPARE(found->platformApi, QUrl(QStringLiteral("https://api.clerk.com")));
        QCOMPARE(found->dashboard, QUrl(QStringLiteral("https://dashboard.clerk.com")));
    }

    void takesWhatIsSet()
    {
        QProcessEnvironment variables = with("CLERK_PLATFORM_API_URL", QStringLiteral(" https://platform.example/v1 "));
        variables.insert(QStringLiteral("CLERK_DASHBOARD_URL"), QStringLiteral("https://dashboard.example/"));

        const auto found = ClerkEnvironment::from(variables);

        QVERIFY(found);
        QCOMPARE(found->platformApi, QUrl(QStringLiteral("https://platform.example/v1")));
        QCOMPARE(found->dashboard, QUrl(QStringLiteral("https://dashboard.example/")));
    }

    void aVariableThatNothingHereUsesStopsNobody()
    {
        QVERIFY(ClerkEnvironment::from(with("CLERK_BACKEND_API_URL", QStringLiteral("no address"))));
    }

    void anEmptyVariableCountsAsUnset()
    {
        QCOMPARE(ClerkEnvironment::from(with("CLERK_PLATFORM_API_URL", QStringLiteral(" ")))->platformApi,
                 QUrl(QStringLiteral("https://api.clerk.com")));
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<Error::Kind>("kind");

        QTest::newRow("a name") << QStringLiteral("api.clerk.com") << Error::Kind::Rejected;
        QTest::newRow("no host") << QStringLiteral("https:///v1") << Error::Kind::Rejected;
        QTest::newRow("a space") << QStringLiteral("https://api clerk.com") << Error::Kind::Rejected;
        QTest::newRow("another scheme") << QStringLiteral("ftp://api.clerk.com") << Error::Kind::Rejected;
        QTest::newRow("a password") << QStringLiteral("https://me:secret@api.clerk.com") << Error::Kind::Rejected;
        QTest::newRow("a query") << QStringLiteral("https://api.clerk.com?a=b") << Error::Kind::Rejected;
        QTest::newRow("plain http") << QStringLiteral("http://api.clerk.com") << Error::Kind::InsecureConnection;
    }

    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, value);
        QFETCH(Error::Kind, kind);
        for (const char *name : {"CLERK_PLATFORM_API_URL", "CLERK_DASHBOARD_URL"}) {
            const auto found = ClerkEnvironment::from(with(name, value));

            QVERIFY(!found);
            QVERIFY(found.error().kind == kind);
            QCOMPARE(found.error().field, QString::fromLatin1(name));
            QVERIFY(!found.error().detail.contains(QStringLiteral("secret")));
        }
    }

    void thePreferredAddressYieldsToTheVariable()
    {
        const PreferredAddress preferred {QStringLiteral(" https://clerk.test/ "),
                                          QStringLiteral("clerk/platformApiUrl")};
        QCOMPARE(ClerkEnvironment::from(QProcessEnvironment(), preferred)->platformApi,
                 QUrl(QStringLiteral("https://clerk.test/")));
        QCOMPARE(ClerkEnvironment::from(with("CLERK_PLATFORM_API_URL", QStringLiteral(" ")), preferred)->platformApi,
                 QUrl(QStringLiteral("https://clerk.test/")));
        QCOMPARE(ClerkEnvironment::from(with("CLERK_PLATFORM_API_URL", QStringLiteral("https://other.test")), preferred)
                     ->platformApi,
                 QUrl(QStringLiteral("https://other.test")));
    }

    void aPreferredAddressThatIsNoneIsNotReplaced()
    {
        for (const char *text : {"https://[", "clerk.test", "http://clerk.test", "https://me:pw@clerk.test"}) {
            const auto found = ClerkEnvironment::from(QProcessEnvironment(),
                                                      {QString::fromLatin1(text), QStringLiteral("the setting")});
            QVERIFY2(!found, text);
            QCOMPARE(found.error().field, QStringLiteral("the setting"));
        }
    }

    void leadsIntoTheDashboard()
    {
        const QUrl dashboard(QStringLiteral("https://dashboard.clerk.com/"));
        const QString app = QStringLiteral("app_1");

        QCOMPARE(domainsPage(dashboard, app, QStringLiteral("ins_1")).toString(),
                 QStringLiteral("https://dashboard.clerk.com/apps/app_1/instances/ins_1/domains"));
        QCOMPARE(instancePage(dashboard, app, QStringLiteral("a/../b?c")).toString(QUrl::FullyEncoded),
                 QStringLiteral("https://dashboard.clerk.com/apps/app_1/instances/a%2F..%2Fb%3Fc"));
        QCOMPARE(dashboardPage(dashboard, DashboardPage::ApiKeys).toString(),
                 QStringLiteral("https://dashboard.clerk.com/~/api-keys"));
        QCOMPARE(dashboardPage(dashboard, DashboardPage::SocialConnections).toString(),
                 QStringLiteral("https://dashboard.clerk.com/~/user-authentication/sso-connections"));
    }
};

QTEST_APPLESS_MAIN(TestClerkEnvironment)
#include "tst_clerkenvironment.moc"
