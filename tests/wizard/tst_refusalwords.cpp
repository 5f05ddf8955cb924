#include "clerk/clerkerror.h"
#include "wizard/errortext.h"
#include "wizard/refusalwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace golive;

namespace {

/// As Clerk's catalogue has it: status, code and, where `field` says so, the input at fault.
Error refusal(int status, const char *code, const char *field)
{
    QJsonObject error {{QStringLiteral("code"), QString::fromLatin1(code)},
                       {QStringLiteral("message"), QStringLiteral("no")}};
    if (*field != '\0')
        error.insert(QStringLiteral("meta"), QJsonObject {{QStringLiteral("param_name"), QString::fromLatin1(field)}});
    const QJsonObject envelope {{QStringLiteral("errors"), QJsonArray {error}}};
    return clerkError(status, QJsonDocument(envelope).toJson());
}

} // namespace

class TestRefusalWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRefusalOfADomainLandsOnTheFieldWithAWayOn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("words");

        const auto row = [](int status, const char *code, const char *words, const char *field = "") {
            QTest::newRow(code) << status << QString::fromLatin1(field) << QString::fromUtf8(words);
        };
        row(422, "home_url_taken", "remove it from that application first");
        row(422, "known_hosting_domain", "Connect a domain of your own");
        row(422, "reserved_domain", "Type a domain that you own");
        row(422, "reserved_subdomain", "Choose another subdomain, or example.com");
        row(403, "provider_domain_operation_not_allowed", "Connect a domain of your own");
        row(400, "provider_domain_operation_not_allowed_for_api", "Connect a domain of your own");
        row(422, "proxy_url_required_for_provider_domain", "Type a domain that you own");
        row(422, "invalid_proxy_configuration", "hand its proxy path on");
        row(403, "feature_requires_custom_domain", "Type a domain that you own");
        row(422, "form_param_format_invalid", "Check its spelling", "domain");
        row(422, "form_param_value_invalid", "Check its spelling", "home_url");
        row(422, "form_param_missing", "Type it once more", "domain");
        row(422, "form_param_duplicate", "Choose a different domain", "domain");
        row(422, "form_param_unknown", "newer version");
        row(422, "form_conditional_param_missing", "Check its spelling");
        row(422, "form_already_exists", "Choose a different domain");
        row(422, "insecure_url", "Check its spelling");
        row(422, "invalid_url_scheme", "Check its spelling");
        row(422, "domain_mismatch", "Look in Clerk’s Dashboard which one");
        row(422, "primary_domain_already_exists", "Go to the next step");
        row(400, "domain_update_forbidden", "Look in Clerk’s Dashboard");
        row(403, "operation_not_allowed_on_primary_domain", "Look in Clerk’s Dashboard");
        row(403, "operation_not_allowed_on_satellite_domain", "Look in Clerk’s Dashboard");
    }

    void everyRefusalOfADomainLandsOnTheFieldWithAWayOn()
    {
        QFETCH(int, status);
        QFETCH(QString, field);
        QFETCH(QString, words);
        const Error error = refusal(status, QTest::currentDataTag(), qPrintable(field));
        QVERIFY(RefusalWords::isAboutDomain(error));
        const QString sentence = RefusalWords::sentence(error, *DomainName::parse(QStringLiteral("app.example.com")));
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
    }

    void whatIsNotAboutTheDomainStaysAway_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const auto row = [](int status, const char *code, const char *field = "") {
            QTest::newRow(code) << status << QString::fromLatin1(field);
        };
        row(402, "unsupported_subscription_plan_features");
        row(400, "production_instance_exists");
        row(403, "authorization_missing_scopes");
        row(403, "quota_exceeded");
        row(409, "resource_locked");
        row(429, "too_many_requests");
        row(422, "form_param_value_invalid", "clone_instance_id");
        row(404, "resource_not_found");
        row(409, "user_settings_invalid");
    }

    void whatIsNotAboutTheDomainStaysAway()
    {
        QFETCH(int, status);
        QFETCH(QString, field);
        QVERIFY(!RefusalWords::isAboutDomain(refusal(status, QTest::currentDataTag(), qPrintable(field))));
    }

    void namesTheDomainAndItsRoot()
    {
        const auto domain = DomainName::parse(QStringLiteral("app.bücher.example"));
        const QString taken = RefusalWords::sentence(refusal(422, "home_url_taken", ""), *domain);
        QVERIFY2(taken.contains(QStringLiteral("uses bücher.example")), qPrintable(taken));
        QVERIFY2(!taken.contains(QStringLiteral("subdomain")), "nobody knows whether a subdomain would be taken");
        const QString unknown = RefusalWords::sentence(refusal(422, "reserved_domain", ""), std::nullopt);
        QVERIFY2(unknown.contains(QStringLiteral("this domain")), qPrintable(unknown));
    }
};

QTEST_APPLESS_MAIN(TestRefusalWords)
#include "tst_refusalwords.moc"
