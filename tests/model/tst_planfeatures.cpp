#include "model/modeldata.h"
#include "model/settings/planfeatures.h"
#include "testkit/settingsseed.h"

#include <QJsonArray>
#include <QTest>

using namespace golive;

class TestPlanFeatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheSettingThatUsesAFeature_data()
    {
        QTest::addColumn<QString>("feature");
        QTest::addColumn<QString>("paths");
        QTest::newRow("a plain name") << QStringLiteral("organizations")
                                      << QStringLiteral("organization_settings.enabled");
        QTest::newRow("with hyphens") << QStringLiteral("passkeys-sign-in")
                                      << QStringLiteral("auth_passkey.used_for_sign_in");
        QTest::newRow("with a hump") << QStringLiteral("customSession")
                                     << QStringLiteral(
                                            "session_settings.maximum_lifetime.enabled "
                                            "session_settings.maximum_lifetime.duration_seconds session.claims");
        QTest::newRow("only what is on") << QStringLiteral("phone_numbers")
                                         << QStringLiteral("auth_phone.used_for_second_factor");
        QTest::newRow("the closer rule")
            << QStringLiteral("multi_factor_backup_code")
            << QStringLiteral("auth_multi_factor.authenticator_app.enabled auth_multi_factor.backup_code.enabled "
                              "auth_phone.used_for_second_factor");
        QTest::newRow("nothing is on") << QStringLiteral("web3_wallets") << QString();
        QTest::newRow("no rule, but a word of a path")
            << QStringLiteral("autofill") << QStringLiteral("auth_passkey.allow_autofill");
        QTest::newRow("in no configuration") << QStringLiteral("saml") << QString();
        QTest::newRow("nothing to read") << QStringLiteral("★★★") << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("endless") << QString(100'000, QLatin1Char('x')) << QString();
    }

    void findsTheSettingThatUsesAFeature()
    {
        QFETCH(QString, feature);
        QFETCH(QString, paths);
        QStringList found;
        for (const SettingPath &path : settingsUsing(feature, seedConfig()))
            found.append(path.join(QLatin1Char('.')));
        QCOMPARE(found.join(QLatin1Char(' ')), paths);
    }

    void everyRuleCanBeFollowed()
    {
        const QJsonArray rules = modelData(QStringLiteral("planfeatures.json"))[QLatin1String("features")].toArray();
        QVERIFY(rules.size() > 10);
        for (const auto &rule : rules) {
            QVERIFY(!rule[QLatin1String("words")].toArray().isEmpty());
            QVERIFY(!rule[QLatin1String("paths")].toArray().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanFeatures)
#include "tst_planfeatures.moc"
