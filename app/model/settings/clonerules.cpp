#include "model/settings/clonerules.h"

#include "model/modeldata.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace golive {
namespace {

using Fate = CloneRule::Fate;
using Way = CloneRule::Way;

const QHash<QString, LeftBehind> &entryWords()
{
    static const QHash<QString, LeftBehind> words {
        {QStringLiteral("users"), LeftBehind::Users},
        {QStringLiteral("social_credentials"), LeftBehind::SocialCredentials},
        {QStringLiteral("custom_connections"), LeftBehind::CustomConnections},
        {QStringLiteral("enterprise_connections"), LeftBehind::EnterpriseConnections},
        {QStringLiteral("integrations"), LeftBehind::Integrations},
        {QStringLiteral("paths"), LeftBehind::Paths},
        {QStringLiteral("webhooks"), LeftBehind::Webhooks},
        {QStringLiteral("redirect_urls"), LeftBehind::RedirectUrls},
        {QStringLiteral("jwt_templates"), LeftBehind::JwtTemplates},
        {QStringLiteral("allowed_subdomains"), LeftBehind::AllowedSubdomains},
        {QStringLiteral("native_applications"), LeftBehind::NativeApplications},
        {QStringLiteral("email_templates"), LeftBehind::EmailTemplates},
    };
    return words;
}

Fate fateFrom(const QString &word)
{
    if (word == QLatin1String("taken"))
        return Fate::Taken;
    return word == QLatin1String("left") ? Fate::Left : Fate::Uncertain;
}

Way wayFrom(const QString &word)
{
    static const QHash<QString, Way> words {
        {QStringLiteral("nothing"), Way::Nothing},  {QStringLiteral("patch"), Way::Patch},
        {QStringLiteral("own_call"), Way::OwnCall}, {QStringLiteral("credentials"), Way::Credentials},
        {QStringLiteral("never"), Way::Never},
    };
    return words.value(word, Way::Dashboard);
}

QList<CloneRule> readRules()
{
    QList<CloneRule> rules;
    const QJsonArray entries = modelData(QStringLiteral("clonerules.json"))[QLatin1String("rules")].toArray();
    for (const auto &entry : entries) {
        CloneRule rule;
        rule.what = entry[QLatin1String("what")].toString();
        if (entryWords().contains(rule.what))
            rule.entry = entryWords().value(rule.what);
        rule.fate = fateFrom(entry[QLatin1String("fate")].toString());
        rule.way = wayFrom(entry[QLatin1String("way")].toString());
        rule.page = entry[QLatin1String("page")].toString();
        const QJsonArray keys = entry[QLatin1String("keys")].toArray();
        for (const auto &key : keys)
            rule.keys.append(key.toString());
        rules.append(rule);
    }
    return rules;
}

} // namespace

bool CloneRule::covers(const QString &topLevelKey) const
{
    return std::any_of(keys.begin(), keys.end(), [&topLevelKey](const QString &key) {
        return key.endsWith(QLatin1Char('*')) ? topLevelKey.startsWith(key.chopped(1)) : topLevelKey == key;
    });
}

QUrl CloneRule::pageOn(const QUrl &dashboard) const
{
    if (page.isEmpty())
        return {};
    QUrl url = dashboard;
    url.setPath(page);
    return url;
}

const QList<CloneRule> &cloneRules()
{
    static const QList<CloneRule> rules = readRules();
    return rules;
}

CloneRule::Fate cloneFateOf(const QString &topLevelKey)
{
    for (const CloneRule &rule : cloneRules())
        if (rule.covers(topLevelKey))
            return rule.fate;
    return Fate::Taken;
}

} // namespace golive
