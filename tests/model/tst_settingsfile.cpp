#include "model/settings/entrycomparison.h"
#include "model/settings/settingsfile.h"

#include "testkit/settingsseed.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

namespace {

SettingsRecord record()
{
    SettingsRecord wanted;
    wanted.applicationId = QStringLiteral("app_1");
    wanted.applicationName = QStringLiteral("Corner Shop");
    wanted.instance = QStringLiteral("development");
    wanted.savedAt = QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6), Qt::UTC);
    wanted.config = seedConfig();
    wanted.schema = seedSchema();
    return wanted;
}

JwtTemplate jwtTemplate(const QString &name, int lifetime = 60)
{
    return {QStringLiteral("jtmp_") + name, name, {{QStringLiteral("role"), QStringLiteral("x")}}, lifetime, 5, false};
}

} // namespace

class TestSettingsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItIs()
    {
        const QJsonObject file = jsonObject(settingsFileOf(record()));
        QCOMPARE(file[QLatin1String("format")].toString(), QStringLiteral("golive.settings"));
        QCOMPARE(file[QLatin1String("formatVersion")].toInt(), 1);
        QCOMPARE(file[QLatin1String("application")][QLatin1String("name")].toString(), QStringLiteral("Corner Shop"));
        QCOMPARE(file[QLatin1String("configVersion")].toString(), QStringLiteral("v1_0a1b2c3d"));
        QCOMPARE(file[QLatin1String("savedAt")].toString(), QStringLiteral("2026-02-03T04:05:06Z"));
        QVERIFY(!file.contains(QLatin1String("redirectUrls")));
        QVERIFY(!file.contains(QLatin1String("jwtTemplates")));
    }

    void keepsEverySettingThatIsNoSecret()
    {
        const QJsonObject settings = jsonObject(settingsFileOf(record()))[QLatin1String("settings")].toObject();
        QCOMPARE(settings.keys(), seedConfig().settings.keys());
        QCOMPARE(settings[QLatin1String("session")], seedConfig().settings[QLatin1String("session")]);
        QCOMPARE(settings[QLatin1String("connection_oauth_apple")][QLatin1String("team_id")].toString(),
                 QStringLiteral("T1"));
    }

    void holdsNoSecretAndSaysWhereOneWas()
    {
        SettingsRecord wanted = record();
        wanted.config = configFromJson(R"({"connection_oauth_google": {"client_secret": "hidden1", "enabled": true},
            "brand_new": {"api_secret": "hidden2", "list": ["sk_live_hidden345"], "shown": 1},
            "connections_oauth_custom": {"acme": {"client_secret": "hidden6", "name": "Acme"}}})");
        wanted.jwtTemplates = {jwtTemplate(QStringLiteral("warehouse"))};
        wanted.jwtTemplates->first().claims.insert(QStringLiteral("access_token"), QStringLiteral("hidden7"));
        const QByteArray contents = settingsFileOf(wanted);
        QVERIFY(!contents.contains("hidden"));
        const QJsonArray expected {QStringLiteral("brand_new.api_secret"), QStringLiteral("brand_new.list"),
                                   QStringLiteral("connection_oauth_google.client_secret"),
                                   QStringLiteral("connections_oauth_custom.acme.client_secret"),
                                   QStringLiteral("warehouse.claims.access_token")};
        QCOMPARE(jsonObject(contents)[QLatin1String("withheld")].toArray(), expected);
    }

    void holdsWhatWasReadBesides()
    {
        SettingsRecord wanted = record();
        wanted.redirectUrls = {{QStringLiteral("ru_1"), QStringLiteral("shop://callback")}};
        wanted.jwtTemplates = {jwtTemplate(QStringLiteral("warehouse"), 90)};
        const QJsonObject file = jsonObject(settingsFileOf(wanted));
        QCOMPARE(file[QLatin1String("redirectUrls")].toArray(), QJsonArray {QStringLiteral("shop://callback")});
        QCOMPARE(file[QLatin1String("jwtTemplates")][QLatin1String("warehouse")][QLatin1String("lifetime")].toInt(),
                 90);
    }

    void isWrittenForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QVERIFY(writeSettingsFile(path, "first, and longer"));
        QVERIFY(writeSettingsFile(path, "second"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("second"));
        QVERIFY(!(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

    void saysWhyItCouldNotBeWritten()
    {
        const QTemporaryDir folder;
        const auto written = writeSettingsFile(folder.filePath(QStringLiteral("no/such/folder.json")), "x");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::StorageFailed);
        QVERIFY(written.error().detail.contains(QStringLiteral("folder.json")));
    }

    void comparesRedirectUrlsByUrl()
    {
        using State = ComparedEntry::State;
        const QList<RedirectUrl> development {{QStringLiteral("ru_1"), QStringLiteral("a://b")},
                                              {QStringLiteral("ru_2"), QStringLiteral("c://d")}};
        const QList<ComparedEntry> expected {{QStringLiteral("a://b"), State::MissingInProduction, false},
                                             {QStringLiteral("c://d"), State::Same, false}};
        QCOMPARE(compareEntries(development, QList<RedirectUrl> {{QStringLiteral("ru_9"), QStringLiteral("c://d")}}),
                 expected);
    }

    void comparesTemplatesByNameAndContents()
    {
        using State = ComparedEntry::State;
        JwtTemplate own = jwtTemplate(QStringLiteral("own"));
        own.hasCustomSigningKey = true;
        const auto compared = compareEntries(
            QList<JwtTemplate> {jwtTemplate(QStringLiteral("same")), jwtTemplate(QStringLiteral("other")),
                                jwtTemplate(QStringLiteral("missing")), own},
            QList<JwtTemplate> {jwtTemplate(QStringLiteral("other"), 61), jwtTemplate(QStringLiteral("same"))});
        QCOMPARE(compared.at(0).state, State::Same);
        QCOMPARE(compared.at(1).state, State::Differs);
        QVERIFY(!compared.at(1).canBeCarried());
        QVERIFY(compared.at(2).canBeCarried());
        QCOMPARE(compared.at(3).state, State::MissingInProduction);
        QVERIFY(!compared.at(3).canBeCarried());
    }
};

QTEST_APPLESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
