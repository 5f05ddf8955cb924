#include "model/settings/settingkind.h"

#include "model/settings/settingschema.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace golive {
namespace {

/// Words that Clerk uses for its own bookkeeping. Deeper down, keys may be people's own.
bool isMetadata(const QStringList &path, const QJsonValue &value, const SettingSchema &schema)
{
    static const QStringList kept {QStringLiteral("object"), QStringLiteral("id"), QStringLiteral("instance_id"),
                                   QStringLiteral("created_at"), QStringLiteral("updated_at")};
    if (path.size() == 1 && path.constFirst() == QLatin1String("config_version"))
        return true;
    return path.size() <= 2 && !value.isObject() && !schema.isKnown() && kept.contains(path.constLast());
}

bool contains(const QString &text, const char *word)
{
    return text.contains(QLatin1String(word), Qt::CaseInsensitive);
}

bool isNamedAsSecret(const QString &key, const QJsonValue &value)
{
    if (!value.isString() && !value.isObject() && !value.isArray())
        return false; // `client_secret_required`, `token_lifetime`: about one, and not one
    const auto isIn = [&key](const char *word) { return contains(key, word); };
    static constexpr std::array always {"secret", "private_key", "privatekey", "signing_key", "credential"};
    static constexpr std::array asText {"api_key", "apikey", "password", "passphrase", "_token"};
    const auto endsKey = [&key](const char *word) { return key.endsWith(QLatin1String(word), Qt::CaseInsensitive); };
    return std::any_of(always.begin(), always.end(), isIn)
        || (value.isString()
            && (key.compare(QLatin1String("token"), Qt::CaseInsensitive) == 0
                || std::any_of(asText.begin(), asText.end(), endsKey)));
}

/// The keys that Clerk and the common providers hand out, wherever they have strayed to.
bool looksLikeAKey(const QString &text)
{
    if (!text.contains(QLatin1Char('_')) && !text.contains(QLatin1Char('-')))
        return false; // most texts, and this is much the faster look
    static const QRegularExpression key(
        QStringLiteral("\\b(sk_(live|test)_|whsec_|ak_)[A-Za-z0-9+/=_-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY-----"));
    return key.match(text).hasMatch();
}

bool isCredential(const QStringList &path)
{
    static const QStringList keys {QStringLiteral("client_id"), QStringLiteral("team_id"), QStringLiteral("key_id")};
    return path.size() > 1 && isConnectionKey(path.constFirst()) && keys.contains(path.constLast());
}

bool holdsSecret(const QJsonValue &value, const SettingSchema &schema);

bool hasSecretMember(const QJsonObject &object, const SettingSchema &schema)
{
    for (auto each = object.begin(); each != object.end(); ++each)
        if (isNamedAsSecret(each.key(), each.value()) || holdsSecret(each.value(), schema.child(each.key())))
            return true;
    return false;
}

/// Looks into arrays, which are taken as a whole, and into what they hold.
bool holdsSecret(const QJsonValue &value, const SettingSchema &schema)
{
    if (schema.isSensitive())
        return true;
    if (value.isString())
        return isMask(value.toString()) || looksLikeAKey(value.toString());
    if (value.isObject())
        return hasSecretMember(value.toObject(), schema);
    const QJsonArray elements = value.toArray();
    return std::any_of(elements.begin(), elements.end(),
                       [items = schema.items()](const QJsonValue &each) { return holdsSecret(each, items); });
}

} // namespace

SettingKind kindOf(const QStringList &path, const QJsonValue &value, const SettingSchema &schema)
{
    if (isMetadata(path, value, schema))
        return SettingKind::Metadata;
    if (schema.isSensitive() || isNamedAsSecret(path.constLast(), value)
        || (!value.isObject() && holdsSecret(value, schema)))
        return SettingKind::Secret;
    if (schema.isReadOnly())
        return SettingKind::ReadOnly;
    return isCredential(path) ? SettingKind::Credential : SettingKind::Ordinary;
}

bool isMask(const QString &text)
{
    constexpr int fewest = 3; // `*` alone is a wildcard, and `**` is one, too
    static constexpr std::array marks {u'\u2022', u'\u25cf', u'\u2217', u'*'};
    const auto isMark = [](QChar each) { return std::find(marks.begin(), marks.end(), each.unicode()) != marks.end(); };
    if (std::any_of(marks.begin(), marks.end(), [&text](char16_t mark) { return text.contains(QChar(mark)); })) {
        const auto run = std::search_n(text.begin(), text.end(), fewest, true,
                                       [&isMark](QChar each, bool wanted) { return isMark(each) == wanted; });
        return run != text.end();
    }
    static const QStringList words {QStringLiteral("REDACTED"), QStringLiteral("MASKED"), QStringLiteral("FILTERED"),
                                    QStringLiteral("HIDDEN")};
    constexpr qsizetype longestWord = 12; // in brackets of some kind
    if (text.size() > longestWord)
        return false;
    QString letters = text;
    letters.removeIf([](QChar each) { return !each.isLetterOrNumber(); });
    return words.contains(letters);
}

bool isConnectionKey(const QString &topLevelKey)
{
    return topLevelKey.startsWith(QLatin1String("connection"));
}

const QString &customProvidersKey()
{
    static const QString key = QStringLiteral("connections_oauth_custom");
    return key;
}

} // namespace golive
