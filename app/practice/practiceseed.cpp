#include "practice/practiceseed.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace golive::practiceseed {
namespace {

constexpr char settings[] = R"({
    "auth_access_control": {"allowlist_blocklist_enforced_on_sign_in": false, "block_disposable_email_domains": false,
        "block_email_subaddresses": false},
    "auth_attack_protection": {"bot_protection": {"captcha_enabled": true, "captcha_widget_type": "smart"},
        "email_link_require_same_client": false, "user_lockout": {"enabled": true, "max_attempts": 100}},
    "auth_email": {"immutable": false, "required_for_sign_up": true, "sign_in_strategies": ["email_code"],
        "used_for_sign_in": true, "used_for_sign_up": true, "verification_strategies": ["email_code"],
        "verify_at_sign_up": true},
    "auth_multi_factor": {"authenticator_app": {"enabled": false}, "backup_code": {"enabled": false},
        "required_for_sign_in": false, "required_for_sign_up": false},
    "auth_passkey": {"allow_autofill": true, "satisfies_second_factor": true, "show_sign_in_button": true,
        "used_for_sign_in": false},
    "auth_password": {"device_trust": {"enabled": false}, "disable_hibp": false, "enabled": true,
        "enforce_hibp_on_sign_in": true, "min_length": 8, "required": true},
    "auth_phone": {"required_for_sign_up": false, "second_factor_strategies": [], "sign_in_strategies": [],
        "used_for_second_factor": false, "used_for_sign_in": false, "used_for_sign_up": false,
        "verification_strategies": [], "verify_at_sign_up": false},
    "auth_username": {"max_length": 64, "min_length": 4, "required_for_sign_up": false, "used_for_sign_in": false,
        "used_for_sign_up": false},
    "billing": {"organization_enabled": false, "user_enabled": false},
    "connections_oauth_custom": {},
    "organization_settings": {"domains_enabled": false, "domains_enrollment_modes": ["manual_invitation"],
        "enabled": false, "force_organization_selection": false, "max_allowed_memberships": 5, "slug_disabled": true},
    "paths": {"after_sign_out_all": "", "home": "", "oauth_consent": "", "sign_in": "", "sign_up": "",
        "unauthorized_sign_in": "", "waitlist": ""},
    "session": {"allowed_clock_skew": 5, "claims": {}, "lifetime": 60},
    "session_settings": {"maximum_lifetime": {"duration_seconds": 604800, "enabled": true},
        "multi_session_enabled": false},
    "user_model": {"first_name": {"enabled": true, "required": false}, "last_name": {"enabled": true, "required": false}}
})";

// What the schema says of these settings, in the same places.
constexpr char descriptions[] = R"({
    "auth_access_control": {"block_disposable_email_domains": "Refuse addresses of throw-away mail services",
        "block_email_subaddresses": "Refuse addresses with a part after a plus sign"},
    "auth_attack_protection": {"bot_protection": {"captcha_enabled": "Show a challenge to visitors that look like bots"},
        "user_lockout": {"enabled": "Lock an account after too many wrong attempts",
            "max_attempts": "Wrong attempts before an account is locked"}},
    "auth_email": {"required_for_sign_up": "Nobody signs up without an email address",
        "sign_in_strategies": "How people prove that the address is theirs when they sign in",
        "used_for_sign_in": "People may sign in with their email address",
        "verify_at_sign_up": "Addresses are verified before the account is made"},
    "auth_multi_factor": {"authenticator_app": {"enabled": "Codes of an authenticator app as a second factor"},
        "backup_code": {"enabled": "Codes to write down, for those who lost their second factor"}},
    "auth_passkey": {"used_for_sign_in": "People may sign in with a passkey"},
    "auth_password": {"disable_hibp": "Accept passwords that are known from leaks",
        "min_length": "Fewest characters of a password"},
    "organization_settings": {"enabled": "People may belong to organizations",
        "force_organization_selection": "Everybody has to choose an organization after signing in",
        "max_allowed_memberships": "Most members of an organization"},
    "paths": {"after_sign_out_all": "Where people go after signing out", "home": "Start page of the application",
        "sign_in": "Page with the sign-in form", "sign_up": "Page with the sign-up form"},
    "session": {"claims": "What is added to every session token", "lifetime": "Life of a session token, in seconds"},
    "session_settings": {"maximum_lifetime": {"duration_seconds": "Longest life of a session, in seconds"},
        "multi_session_enabled": "Several accounts can be signed in at once"}
})";

// One line per value of a connection: its schema. Discord's is unusable on purpose: nothing in it
// can be typed in, so it has to be left to the Dashboard.
constexpr char connections[] = R"({
    "connection_oauth_apple": {
        "client_id": {"type": "string", "description": "Apple Services ID"},
        "client_secret": {"type": "string", "description": "Apple private key", "x-clerk-sensitive": true},
        "team_id": {"type": "string", "description": "Apple team ID"},
        "key_id": {"type": "string", "description": "Apple key ID"},
        "bundle_id": {"type": "string", "description": "Bundle ID of the iOS application, native sign-in only"}},
    "connection_oauth_discord": {
        "client_id": {"type": "number", "description": "Discord application number"}},
    "connection_oauth_github": {
        "client_id": {"type": "string", "description": "Client ID of the GitHub OAuth app"},
        "client_secret": {"type": "string", "description": "Client secret of the GitHub OAuth app",
            "x-clerk-sensitive": true},
        "block_email_subaddresses": {"type": "boolean", "default": false}},
    "connection_oauth_google": {
        "client_id": {"type": "string", "description": "Client ID of the Google web client"},
        "client_secret": {"type": "string", "description": "Client secret of the Google web client",
            "x-clerk-sensitive": true},
        "block_email_subaddresses": {"type": "boolean", "default": false},
        "show_account_selector_prompt": {"type": "boolean", "default": false}},
    "connection_oauth_linear": {
        "client_id": {"type": "string", "description": "Client ID of the Linear OAuth application"},
        "client_secret": {"type": "string", "description": "Client secret of the Linear OAuth application",
            "x-clerk-sensitive": true},
        "actor": {"type": "string", "enum": ["user", "application"], "default": "user",
            "description": "In whose name the application acts in Linear"}},
    "connection_oauth_linkedin_oidc": {
        "client_id": {"type": "string", "description": "Client ID of the LinkedIn app"},
        "client_secret": {"type": "string", "description": "Primary client secret of the LinkedIn app",
            "x-clerk-sensitive": true}},
    "connection_oauth_microsoft": {
        "client_id": {"type": "string", "description": "Application (client) ID of the Entra registration"},
        "client_secret": {"type": "string", "description": "Value of the client secret", "x-clerk-sensitive": true}}
})";

/// Connections that want nothing but an id and a secret.
constexpr std::array plainConnections {"atlassian", "box",   "dropbox", "facebook", "gitlab", "hubspot", "huggingface",
                                       "notion",    "slack", "spotify", "tiktok",   "twitch", "x"};

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

/// By configuration key: what each connection's values look like.
QJsonObject allConnections()
{
    QJsonObject all = parsed(connections);
    for (const char *slug : plainConnections)
        all.insert(QStringLiteral("connection_oauth_") + QLatin1String(slug),
                   parsed(R"({"client_id": {"type": "string"},
                              "client_secret": {"type": "string", "x-clerk-sensitive": true}})"));
    return all;
}

QJsonObject connectionSchema(const QJsonObject &credentials)
{
    QJsonObject properties {
        {QStringLiteral("enabled"),
         QJsonObject {{QStringLiteral("type"), QStringLiteral("boolean")}, {QStringLiteral("default"), false}}},
        {QStringLiteral("authenticatable"),
         QJsonObject {{QStringLiteral("type"), QStringLiteral("boolean")}, {QStringLiteral("default"), true}}}};
    for (auto each = credentials.begin(); each != credentials.end(); ++each)
        properties.insert(each.key(), each.value());
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("description"), QStringLiteral("Social connection")},
            {QStringLiteral("properties"), properties}};
}

QJsonValue emptyValue(const QJsonObject &schema)
{
    if (schema.contains(QLatin1String("default")))
        return schema.value(QLatin1String("default"));
    if (schema.value(QLatin1String("type")).toString() == QLatin1String("number"))
        return 0;
    return QString();
}

QJsonObject unusedConnection(const QJsonObject &credentials)
{
    QJsonObject connection {{QStringLiteral("enabled"), false}, {QStringLiteral("authenticatable"), true}};
    for (auto each = credentials.begin(); each != credentials.end(); ++each)
        connection.insert(each.key(), emptyValue(each.value().toObject()));
    return connection;
}

QJsonObject schemaOf(const QJsonValue &value, const QJsonValue &said);

QJsonObject schemaOfObject(const QJsonObject &object, const QJsonValue &said)
{
    QJsonObject properties;
    for (auto each = object.begin(); each != object.end(); ++each)
        properties.insert(each.key(), schemaOf(each.value(), said[each.key()]));
    QJsonObject schema {{QStringLiteral("type"), QStringLiteral("object")}};
    if (properties.isEmpty())
        schema.insert(QStringLiteral("additionalProperties"), true);
    else
        schema.insert(QStringLiteral("properties"), properties);
    return schema;
}

QJsonObject schemaOfArray()
{
    return {{QStringLiteral("type"), QStringLiteral("array")},
            {QStringLiteral("uniqueItems"), true}, // all of them are sets
            {QStringLiteral("items"), QJsonObject {{QStringLiteral("type"), QStringLiteral("string")}}}};
}

/// The type of a value, as a schema: an empty object stands for anything. `said` is its description.
QJsonObject schemaOf(const QJsonValue &value, const QJsonValue &said)
{
    QJsonObject schema {{QStringLiteral("type"), QStringLiteral("string")}};
    if (value.isObject())
        schema = schemaOfObject(value.toObject(), said);
    else if (value.isArray())
        schema = schemaOfArray();
    else if (value.isBool())
        schema.insert(QStringLiteral("type"), QStringLiteral("boolean"));
    else if (value.isDouble())
        schema.insert(QStringLiteral("type"), QStringLiteral("integer"));
    if (said.isString())
        schema.insert(QStringLiteral("description"), said);
    return schema;
}

} // namespace

QJsonObject defaultConfig()
{
    QJsonObject config = parsed(settings);
    const QJsonObject all = allConnections();
    for (auto each = all.begin(); each != all.end(); ++each)
        config.insert(each.key(), unusedConnection(each.value().toObject()));
    return config;
}

QJsonObject schema()
{
    QJsonObject properties;
    const QJsonObject plain = parsed(settings);
    const QJsonObject said = parsed(descriptions);
    for (auto each = plain.begin(); each != plain.end(); ++each)
        properties.insert(each.key(), schemaOf(each.value(), said.value(each.key())));
    const QJsonObject all = allConnections();
    for (auto each = all.begin(); each != all.end(); ++each)
        properties.insert(each.key(), connectionSchema(each.value().toObject()));
    return properties;
}

} // namespace golive::practiceseed
