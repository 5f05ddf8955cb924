#include "model/settingssummary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace golive;

namespace {

InstanceConfig configOf(const char *text)
{
    const auto document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        qFatal("not a JSON object: %s", text);
    return {QString(), document.object()};
}

QString printed(const QList<SettingsSection> &sections)
{
    QStringList lines;
    for (const SettingsSection &section : sections)
        for (const SettingEntry &entry : section.entries) {
            const auto value = QJsonDocument(QJsonArray {entry.value}).toJson(QJsonDocument::Compact);
            lines.append(QStringLiteral("%1 %2 %3").arg(int(section.group)).arg(entry.path, QString::fromUtf8(value)));
        }
    return lines.join(QLatin1Char('\n'));
}

LeftBehindEntry entryOf(const QList<LeftBehindEntry> &entries, LeftBehind what)
{
    for (const LeftBehindEntry &entry : entries)
        if (entry.what == what)
            return entry;
    return {what, -1, {}};
}

} // namespace

class TestSettingsSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsTheLeaves()
    {
        const auto sections = summaryOf(configOf(R"({
            "config_version": "v1_1",
            "auth_password": {"enabled": true, "min_length": 15, "device_trust": {"enabled": false}},
            "auth_email": {"sign_in_strategies": ["email_code"], "immutable": null},
            "brand_new": {"word": "x"}, "session": {"claims": {}},
            "connection_oauth_google": {"enabled": true, "client_id": "id", "client_secret": "hidden"},
            "connection_oauth_github": {"enabled": false},
            "connections_oauth_custom": {"mine": {"client_secret": "hidden"}}})"));
        QCOMPARE(printed(sections), QStringLiteral(R"(0 auth_email.sign_in_strategies [["email_code"]]
1 auth_password.device_trust.enabled [false]
1 auth_password.enabled [true]
1 auth_password.min_length [15]
4 google [true]
14 brand_new.word ["x"])"));
    }

    void neverHoldsACredential()
    {
        const QString text = printed(summaryOf(configOf(R"({
            "connection_oauth_google": {"enabled": true, "client_secret": "hidden1"},
            "connections_oauth_custom": {"a": {"enabled": true, "client_secret": "hidden2"}},
            "brand_new": {"api_secret": "hidden3", "deep": {"access_token": "hidden4"}},
            "some_secret": "hidden5"})")));
        QVERIFY(!text.contains(QStringLiteral("hidden")));
    }

    void isBounded()
    {
        QJsonObject deep {{QStringLiteral("x"), 1}};
        for (int i = 0; i < 200; ++i)
            deep = {{QStringLiteral("d"), deep}};
        QJsonObject wide;
        for (int i = 0; i < 5000; ++i)
            wide.insert(QString::number(i), QString(10'000, QLatin1Char('x')));
        const auto sections = summaryOf({QString(), {{QStringLiteral("deep"), deep}, {QStringLiteral("wide"), wide}}});
        QCOMPARE(sections.size(), 1);
        QCOMPARE(sections.first().entries.size(), 400);
        QCOMPARE(sections.first().entries.last().value.toString().size(), 300);
    }

    void saysWhatACloneLeavesBehind()
    {
        const auto development = configOf(R"({
            "connection_oauth_google": {"enabled": true}, "connection_oauth_apple": {"enabled": true},
            "connections_oauth_custom": {"mine": {}},
            "paths": {"home": "/", "sign_in": "/login", "waitlist": ""}})");
        const auto entries
            = leftBehind(development, QList<RedirectUrl> {{QStringLiteral("ru_1"), QStringLiteral("app://cb")}},
                         QList<JwtTemplate>());

        const LeftBehindEntry social {
            LeftBehind::SocialCredentials, 2, {QStringLiteral("apple"), QStringLiteral("google")}};
        QCOMPARE(entryOf(entries, LeftBehind::SocialCredentials), social);
        const LeftBehindEntry paths {LeftBehind::Paths, 1, {QStringLiteral("sign_in")}};
        QCOMPARE(entryOf(entries, LeftBehind::Paths), paths);
        QCOMPARE(entryOf(entries, LeftBehind::CustomConnections).count, 1);
        QCOMPARE(entryOf(entries, LeftBehind::RedirectUrls).names, QStringList {QStringLiteral("app://cb")});
        QCOMPARE(entryOf(entries, LeftBehind::JwtTemplates).count, -1); // none, so nothing to say
        QVERIFY(!entryOf(entries, LeftBehind::Webhooks).count);
    }

    void saysSoWhenItCouldNotLook()
    {
        const auto entries = leftBehind(configOf("{}"));
        QVERIFY(!entryOf(entries, LeftBehind::RedirectUrls).count);
        QVERIFY(!entryOf(entries, LeftBehind::JwtTemplates).count);
        QCOMPARE(entryOf(entries, LeftBehind::SocialCredentials).count, -1);
    }
};

QTEST_APPLESS_MAIN(TestSettingsSummary)
#include "tst_settingssummary.moc"
