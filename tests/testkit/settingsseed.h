#pragma once

#include "model/instanceconfig.h"

#include <QJsonDocument>

namespace golive {

inline QJsonObject jsonObject(const QByteArray &text)
{
    const auto document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        qFatal("not a JSON object: %s", text.constData());
    return document.object();
}

inline InstanceConfig configFromJson(const QByteArray &text)
{
    QJsonObject settings = jsonObject(text);
    const QString version = settings.take(QStringLiteral("config_version")).toString();
    return {version, settings};
}

/// A development instance with something under every key that Clerk's configuration is known to have.
inline InstanceConfig seedConfig()
{
    return configFromJson(R"({
        "config_version": "v1_0a1b2c3d",
        "auth_email": {"used_for_sign_in": true, "used_for_sign_up": true, "required_for_sign_up": true,
            "verify_at_sign_up": true, "sign_in_strategies": ["email_code", "email_link"],
            "verification_strategies": ["email_code"], "immutable": false},
        "auth_phone": {"used_for_sign_in": false, "used_for_second_factor": true, "sign_in_strategies": [],
            "second_factor_strategies": ["phone_code"]},
        "auth_username": {"used_for_sign_in": false, "min_length": 4, "max_length": 64},
        "auth_web3": {"used_for_sign_in": false, "sign_in_strategies": []},
        "auth_password": {"enabled": true, "required": true, "min_length": 12, "disable_hibp": false,
            "device_trust": {"enabled": false}},
        "auth_passkey": {"used_for_sign_in": true, "allow_autofill": true, "satisfies_second_factor": true},
        "auth_multi_factor": {"authenticator_app": {"enabled": true}, "backup_code": {"enabled": true},
            "required_for_sign_in": false},
        "auth_attack_protection": {"bot_protection": {"captcha_enabled": true, "captcha_widget_type": "smart"},
            "user_lockout": {"enabled": true, "max_attempts": 100}, "enumeration_protection": "off"},
        "auth_access_control": {"block_disposable_email_domains": true, "block_email_subaddresses": true},
        "session": {"lifetime": 60, "allowed_clock_skew": 5, "claims": {"plan": "{{user.public_metadata.plan}}"}},
        "session_settings": {"multi_session_enabled": false,
            "maximum_lifetime": {"enabled": true, "duration_seconds": 604800}},
        "user_model": {"first_name": {"enabled": true, "required": false}, "last_name": {"enabled": false}},
        "paths": {"home": "/", "sign_in": "/sign-in", "sign_up": "/join", "after_sign_out_all": "", "waitlist": ""},
        "organization_settings": {"enabled": true, "max_allowed_memberships": 5, "domains_enabled": false,
            "domains_enrollment_modes": ["manual_invitation", "automatic_suggestion"],
            "force_organization_selection": false, "slug_disabled": true},
        "billing": {"organization_enabled": false, "user_enabled": true},
        "branding": {"primary_color": "#335577", "show_footer": true},
        "compliance": {"legal_consent": {"enabled": true, "terms_url": "https:\/\/shop.example/terms"}},
        "connection_oauth_google": {"enabled": true, "authenticatable": true, "block_email_subaddresses": true,
            "show_account_selector_prompt": true, "client_id": "", "client_secret": ""},
        "connection_oauth_apple": {"enabled": true, "authenticatable": true, "client_id": "com.example.dev",
            "client_secret": "••••••••", "team_id": "T1", "key_id": "K1", "bundle_id": ""},
        "connection_oauth_linear": {"enabled": false, "client_id": "", "client_secret": "", "actor": "application"},
        "connections_oauth_custom": {"acme": {"name": "Acme", "enabled": true, "client_id": "dev",
            "client_secret": "REDACTED", "discovery_url": "https:\/\/id.acme.example/.well-known/openid-configuration",
            "token_url": "https:\/\/id.acme.example/token", "base_scopes": ["openid", "email"]}}
    })");
}

/// A schema that describes the seed, in the shapes that schemas come in.
inline QJsonObject seedSchema()
{
    return jsonObject(R"({
        "$schema": "https:\/\/json-schema.org/draft/2020-12/schema",
        "type": "object",
        "$defs": {"strategies": {"type": "array", "uniqueItems": true, "items": {"type": "string"}},
                  "secret": {"type": "string", "x-clerk-sensitive": true}},
        "properties": {
            "auth_email": {"type": "object", "description": "Email addresses", "properties": {
                "used_for_sign_in": {"type": "boolean", "title": "Sign in with email",
                    "description": "People may sign in with their email address"},
                "sign_in_strategies": {"$ref": "#/$defs/strategies"},
                "verification_strategies": {"allOf": [{"$ref": "#/$defs/strategies"}]}}},
            "auth_password": {"type": "object", "properties": {
                "min_length": {"type": ["null", "integer"], "minimum": 8, "maximum": 72}}},
            "session": {"type": "object", "properties": {"lifetime": {"type": "integer"},
                "claims": {"type": "object", "additionalProperties": true}}},
            "paths": {"type": "object", "properties": {
                "home": {"type": "string", "pattern": "^[/?#]"},
                "hosted_at": {"type": "string", "readOnly": true}}},
            "branding": {"type": "object", "properties": {"partner_word": {"$ref": "#/$defs/secret"}}},
            "organization_settings": {"type": "object", "properties": {
                "domains_enrollment_modes": {"type": "array", "items": {"type": "string"}}}},
            "connection_oauth_google": {"type": "object", "properties": {
                "enabled": {"type": "boolean"}, "authenticatable": {"type": "boolean"},
                "block_email_subaddresses": {"type": "boolean"},
                "show_account_selector_prompt": {"type": "boolean"},
                "client_id": {"type": "string"}, "client_secret": {"$ref": "#/$defs/secret"}}},
            "connection_oauth_discord": {"type": "object", "properties": {
                "enabled": {"type": "boolean"}, "client_id": {"type": "number"}}},
            "connections_oauth_custom": {"type": "object", "additionalProperties": {"type": "object", "properties": {
                "name": {"type": "string"}, "enabled": {"type": "boolean"}, "client_id": {"type": "string"},
                "client_secret": {"$ref": "#/$defs/secret"}, "token_url": {"type": "string"}}}}
        }
    })");
}

/// What Clerk makes of a patch: objects are merged, everything else is replaced.
inline QJsonObject deepMerge(QJsonObject settings, const QJsonObject &patch)
{
    for (auto each = patch.begin(); each != patch.end(); ++each) {
        const QJsonValue before = settings.value(each.key());
        const bool goesDeeper = each.value().isObject() && before.isObject();
        settings.insert(each.key(),
                        goesDeeper ? QJsonValue(deepMerge(before.toObject(), each.value().toObject()))
                                   : QJsonValue(each.value()));
    }
    return settings;
}

} // namespace golive
