#include "testkit/comparedshop.h"

#include <QTest>

using namespace golive;
using Phase = ComparisonViewModel::Phase;
using Standing = SettingRow::Standing;

/// What goes wrong between looking and writing: nothing wrong is claimed, and nothing is sent twice.
class TestComparisonAccidents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsNothingWhenSomebodyElseChangedProduction()
    {
        ComparedShop shop;
        shop.tick(QStringLiteral("Home"));
        shop.comparison.preview();
        shop.wait(Phase::Previewed);
        shop.becomes(R"({"paths": {"home": "/elsewhere"}})");
        const QJsonObject config = shop.production().config;

        shop.comparison.carryOver();
        shop.wait(Phase::Carried);

        QCOMPARE(shop.production().config, config);
        QCOMPARE(shop.row(QStringLiteral("Home"))->state, QStringLiteral("not in place"));
        QCOMPARE(shop.state().notice.tone, Notice::Tone::Warning);
        shop.comparison.compare();
        shop.wait(Phase::Choosing);
        QCOMPARE(shop.row(QStringLiteral("Home"))->second, QStringLiteral("/elsewhere"));
        QCOMPARE(shop.state().ticked, 1); // looked at again, it can be done
        shop.carryOver();
        QCOMPARE(shop.state().notice.tone, Notice::Tone::Success);
    }

    void readsAgainWhenThePreviewFindsAnotherVersion()
    {
        ComparedShop shop;
        shop.tick(QStringLiteral("Home"));
        shop.becomes(R"({"paths": {"home": "/elsewhere"}})");

        shop.comparison.preview();

        QTRY_VERIFY(shop.row(QStringLiteral("Home"))
                    && shop.row(QStringLiteral("Home"))->second == QLatin1String("/elsewhere"));
        QCOMPARE(shop.state().notice.tone, Notice::Tone::Warning);
        QCOMPARE(shop.state().ticked, 1);
    }

    void saysWhichLeafClerkRefuses()
    {
        ComparedShop shop;
        // Production wants another kind of value there, as a schema of another age may.
        QJsonObject paths = shop.production().schema.value(QLatin1String("paths")).toObject();
        paths = deepMerge(paths, jsonObject(R"({"properties": {"sign_up": {"type": "integer"}}})"));
        shop.production().schema.insert(QStringLiteral("paths"), paths);
        shop.tick(QStringLiteral("Paths"));

        shop.comparison.preview();
        shop.wait(Phase::Previewed);
        QCOMPARE(shop.row(QStringLiteral("Sign up"))->standing, Standing::Bad);
        QCOMPARE(shop.row(QStringLiteral("Sign in"))->standing, Standing::Good);
        shop.comparison.carryOver();
        shop.wait(Phase::Carried);

        QCOMPARE(shop.row(QStringLiteral("Sign up"))->state, QStringLiteral("refused"));
        QVERIFY(shop.row(QStringLiteral("Sign up"))->explanation.contains(QLatin1String("sign_up")));
        QCOMPARE(shop.row(QStringLiteral("Sign in"))->state, QStringLiteral("in place"));
        QCOMPARE(shop.state().notice.tone, Notice::Tone::Warning);
        QVERIFY(shop.state().notice.text.contains(QLatin1String("Not carried over: 1")));
    }

    void claimsNothingAfterALostConnection_data()
    {
        QTest::addColumn<PracticeServer::Drop>("drop");
        QTest::addColumn<QString>("state");
        QTest::newRow("after it had an effect") << PracticeServer::Drop::AfterEffect << QStringLiteral("in place");
        QTest::newRow("before it had one") << PracticeServer::Drop::BeforeEffect << QStringLiteral("not in place");
    }

    void claimsNothingAfterALostConnection()
    {
        QFETCH(PracticeServer::Drop, drop);
        QFETCH(QString, state);
        ComparedShop shop;
        shop.tick(QStringLiteral("Home"));
        shop.tick(QStringLiteral("warehouse"));
        shop.comparison.preview();
        shop.wait(Phase::Previewed);
        const int sent = shop.writes();
        shop.clerk.server.dropNext(drop, QStringLiteral("/config"));

        shop.comparison.carryOver();
        shop.wait(Phase::Carried);

        QCOMPARE(shop.writes(), sent + 1);
        QCOMPARE(shop.row(QStringLiteral("Home"))->state, state);
        QCOMPARE(shop.row(QStringLiteral("warehouse"))->state, QStringLiteral("not added")); // its turn never came
        QCOMPARE(shop.state().notice.tone, Notice::Tone::Warning);
    }

    void aFailedReadingSaysSoAndCanBeRepeated()
    {
        ComparedShop shop;
        shop.clerk.server.failNext(403, QStringLiteral("authorization_missing_scopes"), {}, QStringLiteral("/config"));
        shop.comparison.compare();
        QTRY_COMPARE(shop.state().notice.tone, Notice::Tone::Warning);
        QCOMPARE(shop.state().phase, Phase::Choosing); // what was read before is still there
        shop.comparison.compare();
        QTRY_VERIFY(shop.state().notice.isEmpty() && shop.state().phase == Phase::Choosing);
    }

    void comparesTheSettingsAloneWhenTheRestCannotBeRead()
    {
        ComparedShop shop;
        shop.clerk.server.failNext(403, QStringLiteral("authorization_missing_scopes"), {},
                                   QStringLiteral("/jwt_templates"));
        shop.comparison.compare();
        QTRY_COMPARE(shop.state().notice.tone, Notice::Tone::Information);
        QVERIFY(shop.row(QStringLiteral("Home")));
        QVERIFY(!shop.row(QStringLiteral("Redirect URLs")));
    }
};

QTEST_GUILESS_MAIN(TestComparisonAccidents)
#include "tst_comparisonaccidents.moc"
