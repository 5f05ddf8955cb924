#include "clerk/clerkerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace golive;
using Kind = Error::Kind;

class TestClerkError : public QObject
{
    Q_OBJECT

    static QByteArray envelope(const QString &code, const QByteArray &meta = "{}")
    {
        const QJsonObject error {{QStringLiteral("code"), code},
                                 {QStringLiteral("message"), QStringLiteral("short")},
                                 {QStringLiteral("long_message"), QStringLiteral("A longer sentence.")},
                                 {QStringLiteral("meta"), QJsonDocument::fromJson(meta).object()}};
        return QJsonDocument(QJsonObject {{QStringLiteral("errors"), QJsonArray {error}},
                                          {QStringLiteral("clerk_trace_id"), QStringLiteral("trace_1")}})
            .toJson();
    }

private Q_SLOTS:
    void theCodeDecides_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<Kind>("kind");

        const auto row = [](const char *code, std::initializer_list<int> statuses, Kind kind) {
            for (const int status : statuses)
                QTest::addRow("%s %d", code, status) << QString::fromLatin1(code) << status << kind;
        };
        row("unsupported_subscription_plan_features", {402, 403}, Kind::PlanTooSmall);
        row("quota_exceeded", {403}, Kind::PlanTooSmall);
        row("production_instance_exists", {400, 409}, Kind::AlreadyExists);
        row("home_url_taken", {422, 400}, Kind::DomainTaken);
        row("known_hosting_domain", {422}, Kind::DomainRefused);
        row("reserved_domain", {422}, Kind::DomainRefused);
        row("reserved_subdomain", {422}, Kind::DomainRefused);
        row("provider_domain_operation_not_allowed", {403}, Kind::DomainRefused);
        row("provider_domain_operation_not_allowed_for_api", {400}, Kind::DomainRefused);
        row("proxy_url_required_for_provider_domain", {422}, Kind::DomainRefused);
        row("invalid_proxy_configuration", {422}, Kind::DomainRefused);
        row("feature_requires_custom_domain", {403}, Kind::DomainRefused);
        for (const char *code :
             {"form_param_format_invalid", "form_param_value_invalid", "form_param_missing", "form_param_duplicate",
              "form_param_unknown", "form_param_of_next_year", "form_conditional_param_missing", "form_already_exists"})
            row(code, {422, 409}, Kind::Rejected);
        for (const char *code :
             {"insecure_url", "invalid_url_scheme", "domain_mismatch", "redirect_url_too_long", "invalid_redirect_url",
              "prohibited_redirect_url", "redirect_url_domain_mismatch", "primary_domain_already_exists"})
            row(code, {422}, Kind::Rejected);
        row("operation_not_allowed_on_primary_domain", {403}, Kind::Rejected);
        row("operation_not_allowed_on_satellite_domain", {403}, Kind::Rejected);
        for (const char *code :
             {"domain_update_forbidden", "domain_intent_invalid", "domain_intent_completed", "domain_intent_canceled",
              "domain_create_intent_name_mismatch", "config_key_body_invalid", "missing_config_keys",
              "destructive_operation_not_allowed", "", "oauth_shared_credentials_not_supported", "oauth_config_missing",
              "misconfigured_oauth_provider", "oauth_unsupported_provider", "redirect_uri_mismatch",
              "too_many_secret_keys", "instance_key_required", "last_instance_key",
              "origin_authorization_headers_conflict"})
            row(code, {400}, Kind::Rejected);
        row("unknown_config_key", {400, 404}, Kind::Rejected);
        row("config_validation_error", {422, 409}, Kind::Rejected);
        row("user_settings_invalid", {409}, Kind::Rejected);
        row("conflict", {409}, Kind::Busy);
        row("resource_locked", {409}, Kind::Busy);
        row("config_version_conflict", {409, 412}, Kind::VersionConflict);
        row("resource_not_found", {404}, Kind::NotFound);
        for (const char *code :
             {"authorization_header_format_invalid", "could_not_authenticate_request", "clerk_key_invalid",
              "platform_api_unrecognized_credential", "platform_oauth_access_token_invalid"})
            row(code, {401, 400}, Kind::Unauthorized);
        for (const char *code :
             {"authorization_invalid", "authorization_missing_scopes", "platform_api_auth_strategy_not_allowed"})
            row(code, {403, 401}, Kind::Forbidden);
        row("too_many_requests", {429, 400}, Kind::RateLimited);
        row("internal_clerk_error", {500}, Kind::ServerFault);
        row("service_unavailable", {503}, Kind::ServerFault);
        row("gateway_timeout", {504}, Kind::ServerFault);
    }

    void theCodeDecides()
    {
        QFETCH(QString, code);
        QFETCH(int, status);
        QFETCH(Kind, kind);

        const Error error = clerkError(status, envelope(code));

        QVERIFY(error.kind == kind);
        QCOMPARE(error.code, code);
        QCOMPARE(error.detail, QStringLiteral("A longer sentence."));
        QCOMPARE(error.traceId, QStringLiteral("trace_1"));
    }

    void theStatusDecidesWhenTheCodeIsNew_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Kind>("kind");

        const QList<std::pair<int, Kind>> kinds {
            {400, Kind::Rejected},    {401, Kind::Unauthorized},    {402, Kind::PlanTooSmall}, {403, Kind::Forbidden},
            {404, Kind::NotFound},    {407, Kind::ProxyRefused},    {408, Kind::TimedOut},     {409, Kind::Busy},
            {410, Kind::NotFound},    {412, Kind::VersionConflict}, {413, Kind::Rejected},     {422, Kind::Rejected},
            {423, Kind::Busy},        {429, Kind::RateLimited},     {500, Kind::ServerFault},  {502, Kind::ServerFault},
            {599, Kind::ServerFault}, {302, Kind::UnexpectedReply},
        };
        for (const auto &[status, kind] : kinds)
            QTest::addRow("%d", status) << status << kind;
    }

    void theStatusDecidesWhenTheCodeIsNew()
    {
        QFETCH(int, status);
        QFETCH(Kind, kind);

        QVERIFY(clerkError(status, envelope(QStringLiteral("a_code_of_next_year"))).kind == kind);
    }

    void neverTakesSomebodyElsesRefusalForClerks_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");

        const QByteArray page = "\n<!DOCTYPE html><HTML><title>Sign in to the guest network</title></HTML>";
        for (const int status : {302, 307, 401, 403, 404, 410})
            for (const QByteArray &body :
                 {page, QByteArray("no JSON"), QByteArray(), QByteArray(R"({"message": "no"})")})
                QTest::addRow("%d %s", status, body.left(12).trimmed().constData()) << status << body << Kind::NotClerk;
        for (const int status : {400, 402, 409, 422, 451})
            QTest::addRow("%d page", status) << status << page << Kind::NotClerk;
        QTest::newRow("a proxy's own demand") << 407 << page << Kind::ProxyRefused;
        QTest::newRow("too much") << 429 << page << Kind::RateLimited;
        QTest::newRow("Clerk's front servers") << 502 << page << Kind::ServerFault;
        QTest::newRow("refused without a page") << 422 << QByteArray("no JSON") << Kind::Rejected;
        QTest::newRow("XML") << 422 << QByteArray("<Error/>") << Kind::Rejected;
    }

    void neverTakesSomebodyElsesRefusalForClerks()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QTEST(clerkError(status, body).kind, "kind");
        QVERIFY(clerkError(status, body).detail.startsWith(QStringLiteral("HTTP %1").arg(status)));
    }

    void namesTheInputAtFault_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("meta");
        QTest::addColumn<QString>("field");

        const auto row = [](const char *title, const char *code, const char *meta, const char *field) {
            QTest::newRow(title) << QString::fromLatin1(code) << QByteArray(meta) << QString::fromLatin1(field);
        };
        row("parameter", "form_param_missing", R"({"param_name": "domain"})", "domain");
        row("none", "form_param_missing", "{}", "");
        row("wrong type", "form_param_missing", R"({"param_name": ["domain"]})", "");
        row("section", "config_validation_error", R"({"config_key": "session"})", "session");
        row("section and parameter", "config_validation_error",
            R"({"config_key": "connection_oauth_google", "param_name": "client_id", "schema_path": "/whatever"})",
            "connection_oauth_google.client_id");
        row("parameter with its section", "config_validation_error",
            R"({"config_key": "session", "param_name": "session.lifetime"})", "session.lifetime");
        row("parameter that is the section", "config_validation_error",
            R"({"config_key": "session", "param_name": "session"})", "session");
        row("path", "config_validation_error", R"({"schema_path": "#/properties/session/properties/lifetime"})",
            "session.lifetime");
        row("path below the section", "config_validation_error",
            R"({"config_key": "session", "schema_path": "/properties/lifetime"})", "session.lifetime");
        row("path with the section", "config_validation_error",
            R"({"config_key": "session", "schema_path": "session.lifetime"})", "session.lifetime");
        row("path in pieces", "config_validation_error", R"({"schema_path": ["properties", "session", "lifetime"]})",
            "session.lifetime");
    }

    void namesTheInputAtFault()
    {
        QFETCH(QString, code);
        QFETCH(QByteArray, meta);
        QFETCH(QString, field);

        QCOMPARE(clerkError(422, envelope(code, meta)).field, field);
    }

    void namesWhatIsMissing_data()
    {
        QTest::addColumn<QByteArray>("meta");

        QTest::newRow("features") << QByteArrayLiteral(R"({"features": ["one", "two"]})");
        QTest::newRow("unsupported features") << QByteArrayLiteral(R"({"unsupported_features": ["one", "two"]})");
        QTest::newRow("both") << QByteArrayLiteral(R"({"features": ["one"], "unsupported_features": ["one", "two"]})");
        QTest::newRow("objects") << QByteArrayLiteral(R"({"features": [{"name": "one"}, {"slug": "two"}, {}]})");
        QTest::newRow("scopes") << QByteArrayLiteral(R"({"scopes": ["one", 7, "two", null]})");
        QTest::newRow("suggestions") << QByteArrayLiteral(R"({"suggestions": ["one", "two"]})");
        QTest::newRow("missing keys") << QByteArrayLiteral(R"({"missing_keys": ["one", "two"]})");
    }

    void namesWhatIsMissing()
    {
        QFETCH(QByteArray, meta);

        QCOMPARE(clerkError(402, envelope(QStringLiteral("any"), meta)).names,
                 QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    }

    void oneNameNeedNotBeAList()
    {
        QCOMPARE(clerkError(400, envelope(QStringLiteral("any"), R"({"suggestions": "one"})")).names,
                 QStringList(QStringLiteral("one")));
    }

    void theEnvelopesOwnMetaIsTheFallback()
    {
        const Error error
            = clerkError(402, R"({"errors": [{"code": "any"}], "meta": {"features": ["one"]}, "clerk_trace_id": "t"})");

        QCOMPARE(error.names, QStringList(QStringLiteral("one")));
    }

    void everySentenceIsKept()
    {
        const Error error = clerkError(422, R"({"errors": [
            {"code": "form_param_missing", "message": "First.", "long_message": " ", "meta": {"param_name": "a"}},
            {"code": "home_url_taken", "message": "x", "long_message": "Second.", "meta": {"param_name": "b"}}]})");

        QCOMPARE(error.detail, QStringLiteral("First.\nSecond."));
        QCOMPARE(error.field, QStringLiteral("a"));
        QVERIFY(error.kind == Kind::Rejected);
    }

    void anythingElseIsTextOfAtMost200Characters_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");

        const auto row = [](const char *title, const QByteArray &body, const QString &detail) {
            QTest::newRow(title) << body << detail;
        };
        row("empty", "", QStringLiteral("HTTP 502"));
        row("only space", " \r\n\t", QStringLiteral("HTTP 502"));
        row("a page", "<h1>Bad\r\n gateway</h1>", QStringLiteral("HTTP 502: <h1>Bad gateway</h1>"));
        row("control characters",
            "a\x1b[31mb\x07"
            "c\x7f",
            QStringLiteral("HTTP 502: a [31mb c"));
        row("turned around",
            "a\xe2\x80\xae"
            "b",
            QStringLiteral("HTTP 502: a b"));
        row("long", QByteArray(5000, 'x'), QStringLiteral("HTTP 502: ") + QString(200, QLatin1Char('x')));
        row("other JSON", "[1]", QStringLiteral("HTTP 502: [1]"));
        row("no errors", R"({"errors": []})", QStringLiteral("HTTP 502: {\"errors\": []}"));
        row("errors of another kind", R"({"errors": "x"})", QStringLiteral("HTTP 502: {\"errors\": \"x\"}"));
        row("invalid UTF-8", "a\xff", QStringLiteral("HTTP 502: a\uFFFD"));
        row("a key", "for sk_live_abcDEF123 and ak_1", QStringLiteral("HTTP 502: for sk_live_… and ak_…"));
    }

    void anythingElseIsTextOfAtMost200Characters()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, detail);

        const Error error = clerkError(502, body);

        QCOMPARE(error.detail, detail);
        QVERIFY(error.kind == Kind::ServerFault && error.code.isEmpty());
    }

    void aTraceSurvivesWithoutErrors()
    {
        QCOMPARE(clerkError(500, R"({"clerk_trace_id": "trace_2"})").traceId, QStringLiteral("trace_2"));
    }

    void sizesAreBounded()
    {
        const QString endless(100'000, QLatin1Char('x'));
        QJsonArray many {endless};
        for (int index = 0; index < 1000; ++index)
            many.append(QString::number(index));
        const QByteArray meta
            = QJsonDocument(QJsonObject {{QStringLiteral("param_name"), endless}, {QStringLiteral("features"), many}})
                  .toJson();

        const Error error = clerkError(422, envelope(endless, meta));

        QCOMPARE(error.code.size(), 200);
        QCOMPARE(error.field.size(), 200);
        QCOMPARE(error.names.constFirst().size(), 200);
        QCOMPARE(error.names.size(), 50);
    }
};

QTEST_APPLESS_MAIN(TestClerkError)
#include "tst_clerkerror.moc"
