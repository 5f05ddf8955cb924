#include "clerk/applicationjson.h"
#include "clerk/clerkerror.h"
#include "clerk/configjson.h"
#include "clerk/domainjson.h"
#include "clerk/entryjson.h"
#include "clerk/publishedfile.h"

#include <QDir>
#include <QTest>

using namespace golive;

/// Answers as Clerk's description has them are understood to the last field.
class TestPublished : public QObject
{
    Q_OBJECT

    static QJsonDocument document(const char *name)
    {
        return QJsonDocument::fromJson(publishedFile(QString::fromLatin1(name)));
    }
    static QJsonObject object(const char *name) { return document(name).object(); }

private Q_SLOTS:
    void applications()
    {
        const auto all = applicationsFrom(document("applications.json"));

        QVERIFY(all);
        QCOMPARE(all->size(), 2);
        const Application shop = all->constFirst();
        QCOMPARE(shop.id, QStringLiteral("app_shop"));
        QCOMPARE(shop.name, QStringLiteral("Shop"));
        QCOMPARE(shop.instances.size(), 2);
        QCOMPARE(shop.instanceOf(Environment::Production)->id, QStringLiteral("ins_live"));
        QCOMPARE(shop.instanceOf(Environment::Production)->publishableKey,
                 QStringLiteral("pk_live_Y2xlcmsuc2hvcC5leGFtcGxlJA"));
        QCOMPARE(shop.instanceOf(Environment::Development)->id, QStringLiteral("ins_dev"));
        QCOMPARE(all->constLast().displayName(), QStringLiteral("app_blog"));
        QVERIFY(applicationFrom(object("application.json")));
    }

    void keys()
    {
        const auto keys = keysFrom(object("applicationwithkeys.json"));

        QVERIFY(keys);
        QCOMPARE(keys->size(), 2);
        QVERIFY(keys->constLast().environment == Environment::Production);
        QCOMPARE(keys->constLast().instanceId, QStringLiteral("ins_live"));
        QCOMPARE(keys->constLast().publishableKey, QStringLiteral("pk_live_shop"));
        QCOMPARE(keys->constLast().secretKey.reveal(), QByteArrayLiteral("sk_live_published"));
        QCOMPARE(keys->constFirst().secretKey.reveal(), QByteArrayLiteral("sk_test_published"));
    }

    void aNewInstance()
    {
        const auto created = createdInstanceFrom(object("createdinstance.json"));

        QVERIFY(created);
        QCOMPARE(created->id, QStringLiteral("ins_live"));
        QCOMPARE(created->publishableKey, QStringLiteral("pk_live_published"));
        QCOMPARE(created->secretKey.reveal(), QByteArrayLiteral("sk_live_published"));
        QVERIFY(created->domain.has_value());
        QCOMPARE(created->domain->id, QStringLiteral("dmn_1"));
        QCOMPARE(created->domain->frontendApiUrl, QUrl(QStringLiteral("https://clerk.shop.example")));
        QCOMPARE(created->domain->accountsPortalUrl, QUrl(QStringLiteral("https://accounts.shop.example")));
        const DnsRecord key {QStringLiteral("clk._domainkey.shop.example"),
                             QStringLiteral("dkim1.a1b2c3d4e5f6.clerk.services"), false};
        QCOMPARE(created->domain->records.size(), 3);
        QCOMPARE(created->domain->records.constLast(), key);
        QVERIFY(created->domain->records.constFirst().required);
    }

    void domains()
    {
        const auto all = domainsFrom(document("domains.json"));
        QVERIFY(all);
        QCOMPARE(all->size(), 2);
        QVERIFY(!all->constFirst().isSatellite);
        QVERIFY(all->constLast().isSatellite);
        QVERIFY(all->constLast().accountsPortalUrl.isEmpty());

        const auto provider = domainFrom(object("domain.json"));
        QVERIFY(provider && provider->isProviderDomain);
        QCOMPARE(provider->proxyUrl, QUrl(QStringLiteral("https://shop.vercel.app/__clerk")));

        const auto found = domainPageFrom(document("workspacedomains.json"));
        QVERIFY(found);
        QCOMPARE(found->total, 1);
        QCOMPARE(found->entries.constFirst().applicationId, QStringLiteral("app_shop"));
    }

    void aDomainStatus()
    {
        const auto status = domainStatusFrom(object("domainstatus.json"));

        QVERIFY(status);
        QVERIFY(!status->complete);
        QVERIFY(status->dns.state == ComponentState::InProgress);
        QCOMPARE(status->records.size(), 3);
        const RecordStatus accounts = status->records.constFirst();
        QCOMPARE(accounts.key, QStringLiteral("accounts"));
        QCOMPARE(accounts.from, QStringLiteral("accounts.shop.example"));
        QCOMPARE(accounts.to, QStringLiteral("accounts.clerk.services"));
        QVERIFY(!accounts.verified && accounts.required);
        QCOMPARE(accounts.actual, QStringList(QStringLiteral("shop.hosting.example")));
        QCOMPARE(accounts.hints.constFirst().code, QStringLiteral("wrong_target"));
        QCOMPARE(accounts.hints.constFirst().message, QStringLiteral("The record points elsewhere."));
        QVERIFY(status->records.at(1).verified);
        QVERIFY(status->ssl.state == ComponentState::InProgress);
        QVERIFY(status->sslHosts.value(QStringLiteral("clerk.shop.example")).isDone());
        const Component failed = status->sslHosts.value(QStringLiteral("accounts.shop.example"));
        QVERIFY(failed.state == ComponentState::Failed);
        QCOMPARE(failed.hints.size(), 1);
        QVERIFY(status->mail && !status->mail->isDone());
        QVERIFY(status->proxy && status->proxy->isDone());
        QVERIFY(!status->lastRunAt);
    }

    void theSmallestDomainStatus()
    {
        const auto status = domainStatusFrom(object("domainstatussmall.json"));

        QVERIFY(status);
        QVERIFY(status->complete && status->dns.isDone() && status->ssl.isDone());
        QVERIFY(status->records.isEmpty() && !status->mail && !status->proxy);
    }

    void aDnsCheck()
    {
        const auto checked = domainStatusFrom(object("dnscheck.json"));
        QVERIFY(checked);
        QCOMPARE(checked->lastRunAt, QDateTime(QDate(2026, 5, 25), QTime(20, 0), Qt::UTC));
        const auto first = domainStatusFrom(object("dnscheckfirst.json"));
        QVERIFY(first && !first->lastRunAt);
    }

    void settings()
    {
        const auto config = configFrom(object("config.json"));
        QVERIFY(config);
        QCOMPARE(config->version, QStringLiteral("v1_1f2e3d4c"));
        QCOMPARE(config->settings.keys(),
                 QStringList({QStringLiteral("auth_email"), QStringLiteral("connection_oauth_google")}));

        const auto change = configChangeFrom(object("configchange.json"));
        QVERIFY(change && !change->dryRun);
        QCOMPARE(change->version, QStringLiteral("v1_5a6b7c8d"));
        const QLatin1String google("connection_oauth_google");
        QVERIFY(!change->before[google].toObject()[QLatin1String("enabled")].toBool(true));
        QVERIFY(change->after[google].toObject()[QLatin1String("enabled")].toBool());
    }

    void entries()
    {
        const auto urls = redirectUrlPageFrom(document("redirecturls.json"));
        QVERIFY(urls);
        QCOMPARE(urls->total, 2);
        QCOMPARE(urls->entries.constFirst().url, QStringLiteral("shop-app://callback"));
        QCOMPARE(redirectUrlFrom(object("redirecturl.json"))->id, QStringLiteral("ru_3"));

        const auto templates = jwtTemplatesFrom(document("jwttemplates.json"));
        QVERIFY(templates);
        const JwtTemplate first = templates->constFirst();
        QCOMPARE(first.name, QStringLiteral("database"));
        QCOMPARE(first.claims.value(QStringLiteral("role")).toString(), QStringLiteral("authenticated"));
        QCOMPARE(first.lifetime, 120);
        QCOMPARE(first.allowedClockSkew, 10);
        QVERIFY(first.hasCustomSigningKey);
        QVERIFY(!jwtTemplateFrom(object("jwttemplate.json"))->hasCustomSigningKey);
    }

    void aRefusal()
    {
        const Error error = clerkError(402, publishedFile(QStringLiteral("plantoosmall.json")));

        QVERIFY(error.kind == Error::Kind::PlanTooSmall);
        QCOMPARE(error.names,
                 QStringList({QStringLiteral("satellite_domains"), QStringLiteral("custom_session_duration")}));
        QCOMPARE(error.detail, QStringLiteral("The plan does not include these features."));
        QCOMPARE(error.traceId, QStringLiteral("trace_published"));
    }

    void everyFileIsHeldAgainstTheDescription()
    {
        QStringList listed;
        for (const QJsonObject &line : publishedCalls(QStringLiteral("answers.jsonl")))
            listed.append(line.value(QStringLiteral("file")).toString());
        listed.sort();
        QCOMPARE(listed,
                 QDir(QStringLiteral(PUBLISHED)).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name));
    }
};

QTEST_APPLESS_MAIN(TestPublished)
#include "tst_published.moc"
