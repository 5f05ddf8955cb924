#include "model/settings/settingstopic.h"

#include "model/modeldata.h"

#include <QHash>
#include <QJsonArray>

namespace golive {
namespace {

struct Catalogue
{
    QList<SettingsTopic> order;
    QHash<SettingsTopic, QString> titles;
    QHash<QString, SettingsTopic> keys;
    QList<std::pair<QString, SettingsTopic>> beginnings; ///< the longest first
};

std::optional<SettingsTopic> topicFrom(const QString &word)
{
    static const QList<SettingsTopic> all {
        SettingsTopic::EmailAndPhone,
        SettingsTopic::Passwords,
        SettingsTopic::SecondFactors,
        SettingsTopic::AttackProtection,
        SettingsTopic::Sessions,
        SettingsTopic::Organizations,
        SettingsTopic::Billing,
        SettingsTopic::Branding,
        SettingsTopic::Legal,
        SettingsTopic::Paths,
        SettingsTopic::SocialConnections,
        SettingsTopic::CustomProviders,
        SettingsTopic::Other,
    };
    for (const SettingsTopic each : all)
        if (word == topicWord(each))
            return each;
    return std::nullopt;
}

void file(Catalogue &catalogue, SettingsTopic topic, const QString &pattern)
{
    if (pattern.endsWith(QLatin1Char('*')))
        catalogue.beginnings.append({pattern.chopped(1), topic});
    else
        catalogue.keys.insert(pattern, topic);
}

Catalogue readCatalogue()
{
    Catalogue catalogue;
    const QJsonArray entries = modelData(QStringLiteral("settingstopics.json"))[QLatin1String("topics")].toArray();
    for (const auto &entry : entries) {
        const auto topic = topicFrom(entry[QLatin1String("topic")].toString());
        if (!topic)
            continue;
        catalogue.order.append(*topic);
        catalogue.titles.insert(*topic, entry[QLatin1String("title")].toString());
        const QJsonArray keys = entry[QLatin1String("keys")].toArray();
        for (const auto &key : keys)
            file(catalogue, *topic, key.toString());
    }
    std::sort(catalogue.beginnings.begin(), catalogue.beginnings.end(),
              [](const auto &left, const auto &right) { return left.first.size() > right.first.size(); });
    return catalogue;
}

const Catalogue &catalogue()
{
    static const Catalogue all = readCatalogue();
    return all;
}

} // namespace

const QList<SettingsTopic> &settingsTopics()
{
    return catalogue().order;
}

SettingsTopic topicOf(const QString &topLevelKey)
{
    const auto exact = catalogue().keys.constFind(topLevelKey);
    if (exact != catalogue().keys.cend())
        return *exact;
    for (const auto &[beginning, topic] : catalogue().beginnings)
        if (topLevelKey.startsWith(beginning))
            return topic;
    return SettingsTopic::Other;
}

QString topicTitle(SettingsTopic topic)
{
    return catalogue().titles.value(topic);
}

QString topicWord(SettingsTopic topic)
{
    switch (topic) {
    case SettingsTopic::EmailAndPhone: return QStringLiteral("email_and_phone");
    case SettingsTopic::Passwords: return QStringLiteral("passwords");
    case SettingsTopic::SecondFactors: return QStringLiteral("second_factors");
    case SettingsTopic::AttackProtection: return QStringLiteral("attack_protection");
    case SettingsTopic::Sessions: return QStringLiteral("sessions");
    case SettingsTopic::Organizations: return QStringLiteral("organizations");
    case SettingsTopic::Billing: return QStringLiteral("billing");
    case SettingsTopic::Branding: return QStringLiteral("branding");
    case SettingsTopic::Legal: return QStringLiteral("legal");
    case SettingsTopic::Paths: return QStringLiteral("paths");
    case SettingsTopic::SocialConnections: return QStringLiteral("social_connections");
    case SettingsTopic::CustomProviders: return QStringLiteral("custom_providers");
    case SettingsTopic::Other: return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

} // namespace golive
