#include "model/modeldata.h"
#include "model/settings/clonerules.h"
#include "model/settings/settingsadvice.h"
#include "model/settings/settingscomparison.h"
#include "testkit/settingsseed.h"

#include <QJsonArray>
#include <QTest>

using namespace golive;
using Advice = SettingAdvice::Kind;

namespace {

QJsonArray entriesOf(const char *file, const char *list)
{
    return modelData(QString::fromLatin1(file))[QLatin1String(list)].toArray();
}

} // namespace

/// The data files that say what a setting is about, what a clone does with it and what is harmful.
class TestSettingsData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTopicHasAPlaceAndATitle()
    {
        const QJsonArray entries = entriesOf("settingstopics.json", "topics");
        QCOMPARE(settingsTopics().size(), entries.size());
        QCOMPARE(settingsTopics().size(), int(SettingsTopic::Other) + 1);
        QCOMPARE(settingsTopics().constLast(), SettingsTopic::Other);
        QSet<QString> titles;
        for (const SettingsTopic topic : settingsTopics()) {
            QVERIFY(!topicTitle(topic).isEmpty());
            titles.insert(topicTitle(topic));
        }
        QCOMPARE(titles.size(), settingsTopics().size());
    }

    void noKeyIsFiledTwice()
    {
        QSet<QString> seen;
        for (const QJsonValue &entry : entriesOf("settingstopics.json", "topics"))
            for (const QJsonValue &key : entry[QLatin1String("keys")].toArray()) {
                QVERIFY2(!seen.contains(key.toString()), qPrintable(key.toString()));
                seen.insert(key.toString());
            }
        QVERIFY(seen.size() > 12);
    }

    void everyKnownKeyHasATopic()
    {
        QStringList keys = seedConfig().settings.keys();
        keys += seedSchema()[QLatin1String("properties")].toObject().keys();
        for (const QString &key : std::as_const(keys))
            QVERIFY2(topicOf(key) != SettingsTopic::Other, qPrintable(key));
        QSet<SettingsTopic> met;
        for (const QString &key : std::as_const(keys))
            met.insert(topicOf(key));
        QCOMPARE(met.size(), settingsTopics().size() - 1); // and no topic is without a key
    }

    void filesAKeyUnderItsTopic_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<SettingsTopic>("topic");
        QTest::newRow("exact") << QStringLiteral("auth_email") << SettingsTopic::EmailAndPhone;
        QTest::newRow("beginning") << QStringLiteral("connection_oauth_new") << SettingsTopic::SocialConnections;
        QTest::newRow("exact before a beginning")
            << QStringLiteral("connections_oauth_custom") << SettingsTopic::CustomProviders;
        QTest::newRow("session settings") << QStringLiteral("session_settings") << SettingsTopic::Sessions;
        QTest::newRow("stranger") << QStringLiteral("brand_new") << SettingsTopic::Other;
        QTest::newRow("nothing") << QString() << SettingsTopic::Other;
    }

    void filesAKeyUnderItsTopic()
    {
        QFETCH(QString, key);
        QFETCH(SettingsTopic, topic);
        QCOMPARE(topicOf(key), topic);
    }

    void theSeedNeedsNoAdvice() { QVERIFY(adviceOn(seedConfig()).isEmpty()); }

    void anUnknownSettingGivesNoAdvice() { QVERIFY(adviceOn({}).isEmpty()); }

    void advisesOnWhatHurts_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<Advice>("kind");
        QTest::addColumn<QString>("path");

        QTest::newRow("bots") << QByteArray(
            R"({"auth_attack_protection": {"bot_protection": {"captcha_enabled": false}}})")
                              << Advice::NoBotProtection
                              << QStringLiteral("auth_attack_protection.bot_protection.captcha_enabled");
        QTest::newRow("test mode") << QByteArray(R"({"test_mode": true})") << Advice::TestMode
                                   << QStringLiteral("test_mode");
        QTest::newRow("test mode inside") << QByteArray(R"({"a": {"b": 1}, "instance": {"test_mode": true}})")
                                          << Advice::TestMode << QStringLiteral("instance.test_mode");
        QTest::newRow("no lockout") << QByteArray(R"({"auth_attack_protection": {"user_lockout":
                                       {"enabled": false, "max_attempts": 1000}}})")
                                    << Advice::LenientLockout
                                    << QStringLiteral("auth_attack_protection.user_lockout.enabled");
        QTest::newRow("late lockout") << QByteArray(
            R"({"auth_attack_protection": {"user_lockout": {"enabled": true, "max_attempts": 101}}})")
                                      << Advice::LenientLockout
                                      << QStringLiteral("auth_attack_protection.user_lockout.max_attempts");
        QTest::newRow("endless sessions")
            << QByteArray(R"({"session_settings": {"maximum_lifetime": {"enabled": false}}})") << Advice::LongSessions
            << QStringLiteral("session_settings.maximum_lifetime.enabled");
        QTest::newRow("long sessions") << QByteArray(
            R"({"session_settings": {"maximum_lifetime": {"duration_seconds": 31536000}}})")
                                       << Advice::LongSessions
                                       << QStringLiteral("session_settings.maximum_lifetime.duration_seconds");
        QTest::newRow("sub-addresses") << QByteArray(R"({"auth_access_control": {"block_email_subaddresses": false}})")
                                       << Advice::SubAddressesAllowed
                                       << QStringLiteral("auth_access_control.block_email_subaddresses");
        QTest::newRow("consent") << QByteArray(R"({"compliance": {"legal_consent": {"enabled": false}}})")
                                 << Advice::NoLegalConsent << QStringLiteral("compliance.legal_consent.enabled");
    }

    void advisesOnWhatHurts()
    {
        QFETCH(QByteArray, settings);
        QFETCH(Advice, kind);
        QFETCH(QString, path);
        const auto advice = adviceOn(configFromJson(settings));
        QCOMPARE(advice.size(), 1);
        QCOMPARE(advice.constFirst().kind, kind);
        QCOMPARE(advice.constFirst().path.join(QLatin1Char('.')), path);
        QVERIFY(!advice.constFirst().value.isUndefined());
        QVERIFY(!advice.constFirst().suggested.isUndefined());
        // What is suggested is well, or the advice would never end.
        QJsonObject patch {{advice.constFirst().path.constLast(), advice.constFirst().suggested}};
        for (qsizetype i = advice.constFirst().path.size() - 2; i >= 0; --i)
            patch = {{advice.constFirst().path.at(i), patch}};
        const InstanceConfig followed {QString(), deepMerge(configFromJson(settings).settings, patch)};
        for (const SettingAdvice &still : adviceOn(followed))
            QVERIFY(still.path != advice.constFirst().path);
    }

    void everyAdviceRuleIsUsable()
    {
        const QJsonArray rules = entriesOf("settingsadvice.json", "rules");
        QCOMPARE(rules.size(), 9);
        for (const QJsonValue &rule : rules) {
            QVERIFY(rule[QLatin1String("path")].toString().size() > 3);
            QVERIFY(rule[QLatin1String("is")].isUndefined() != rule[QLatin1String("over")].isUndefined());
            QVERIFY(!rule[QLatin1String("suggested")].isUndefined());
        }
    }

    void everyEntryThatACloneLosesHasARule()
    {
        QSet<int> covered;
        QSet<QString> words;
        for (const CloneRule &rule : cloneRules()) {
            QVERIFY2(!words.contains(rule.what), qPrintable(rule.what));
            words.insert(rule.what);
            if (rule.entry)
                covered.insert(int(*rule.entry));
            const bool hasPage = rule.way == CloneRule::Way::Dashboard || rule.way == CloneRule::Way::OwnCall;
            if (hasPage)
                QVERIFY2(rule.page.startsWith(QLatin1String("/~")), qPrintable(rule.what));
            QCOMPARE(rule.fate == CloneRule::Fate::Taken, rule.way == CloneRule::Way::Nothing);
        }
        QCOMPARE(covered.size(), int(LeftBehind::EmailTemplates) + 1);
    }

    void saysWhatBecomesOfAKey_data()
    {
        using Fate = CloneRule::Fate;
        QTest::addColumn<QString>("key");
        QTest::addColumn<Fate>("fate");
        QTest::newRow("sign-in") << QStringLiteral("auth_email") << Fate::Taken;
        QTest::newRow("paths") << QStringLiteral("paths") << Fate::Left;
        QTest::newRow("provider") << QStringLiteral("connection_oauth_google") << Fate::Left;
        QTest::newRow("custom") << QStringLiteral("connections_oauth_custom") << Fate::Left;
        QTest::newRow("branding") << QStringLiteral("branding") << Fate::Uncertain;
        QTest::newRow("stranger") << QStringLiteral("brand_new") << Fate::Taken;
    }

    void saysWhatBecomesOfAKey()
    {
        QFETCH(QString, key);
        QFETCH(CloneRule::Fate, fate);
        QCOMPARE(cloneFateOf(key), fate);
    }

    void linksToThePageOfTheDashboard()
    {
        const QUrl dashboard(QStringLiteral("https://dashboard.clerk.com"));
        for (const CloneRule &rule : cloneRules())
            if (rule.what == QLatin1String("webhooks"))
                QCOMPARE(rule.pageOn(dashboard), QUrl(QStringLiteral("https://dashboard.clerk.com/~/webhooks")));
            else if (rule.what == QLatin1String("users"))
                QVERIFY(rule.pageOn(dashboard).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSettingsData)
#include "tst_settingsdata.moc"
