#include "model/settings/settingscomparison.h"

#include "model/providercatalogue.h"
#include "model/settings/settingkind.h"
#include "model/settings/settingschema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace golive {
namespace {

using State = ComparedSetting::State;
using Obstacle = ComparedSetting::Obstacle;

constexpr int deepest = 64;
constexpr qsizetype mostSettings = 50'000;

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

bool isGroupOrAbsent(const QJsonValue &value)
{
    return value.isObject() || isAbsent(value);
}

QSet<QByteArray> elementsOf(const QJsonArray &array)
{
    QSet<QByteArray> elements;
    for (const auto &each : array)
        elements.insert(QJsonDocument(QJsonArray {each}).toJson(QJsonDocument::Compact));
    return elements;
}

bool areSame(const QJsonValue &left, const QJsonValue &right, bool asSets)
{
    if (asSets && left.isArray() && right.isArray())
        return elementsOf(left.toArray()) == elementsOf(right.toArray());
    return left == right;
}

State stateOf(const QJsonValue &development, const QJsonValue &production, bool asSets)
{
    if (isAbsent(production))
        return State::MissingInProduction;
    if (isAbsent(development))
        return State::OnlyInProduction;
    return areSame(development, production, asSets) ? State::Same : State::Differs;
}

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return QStringLiteral("boolean");
    case QJsonValue::Double: return QStringLiteral("number");
    case QJsonValue::String: return QStringLiteral("string");
    case QJsonValue::Array: return QStringLiteral("array");
    case QJsonValue::Object: return QStringLiteral("object");
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return {};
}

/// The keys of both, each once, in alphabetical order.
QStringList allKeys(const QJsonObject &left, const QJsonObject &right)
{
    QStringList keys = left.keys();
    const qsizetype before = keys.size();
    for (auto each = right.begin(); each != right.end(); ++each)
        if (!left.contains(each.key()))
            keys.append(each.key());
    if (keys.size() > before)
        keys.sort();
    return keys;
}

/// True when production could not switch the connection on: a field that the schema knows, or that
/// there is no schema for, is empty. A mask counts as a value.
bool lacksCredentials(const QJsonObject &connection, const SettingSchema &schema)
{
    for (const QString &key : {QStringLiteral("client_id"), QStringLiteral("client_secret")}) {
        const bool expected = !schema.isKnown() || schema.child(key).isKnown();
        if (expected && connection.value(key).toVariant().toString().trimmed().isEmpty())
            return true;
    }
    return false;
}

class Comparison
{
public:
    Comparison(QJsonObject production, const QJsonObject &schema)
        : m_production(std::move(production))
        , m_schema(schema)
    {
    }

    SettingsComparison of(const QJsonObject &development)
    {
        QStringList keys = allKeys(development, m_production);
        const QList<SettingsTopic> &order = settingsTopics();
        std::stable_sort(keys.begin(), keys.end(), [&order](const QString &left, const QString &right) {
            return order.indexOf(topicOf(left)) < order.indexOf(topicOf(right));
        });
        for (const QString &key : std::as_const(keys)) {
            m_topic = topicOf(key);
            compare(key, development.value(key), m_production.value(key), m_schema.child(key));
        }
        return std::move(m_result);
    }

private:
    void compare(const QString &key, const QJsonValue &development, const QJsonValue &production,
                 const SettingSchema &schema)
    {
        m_path.append(key);
        if (m_path.size() > deepest || m_result.settings.size() >= mostSettings)
            m_result.complete = false;
        else
            look(development, production, schema);
        m_path.removeLast();
    }

    void look(const QJsonValue &development, const QJsonValue &production, const SettingSchema &schema)
    {
        const SettingKind kind = std::max(kindOf(m_path, development, schema), kindOf(m_path, production, schema));
        if (kind >= SettingKind::Credential)
            m_result.withheld.append(m_path);
        if (kind != SettingKind::Ordinary || (isAbsent(development) && isAbsent(production)))
            return;
        if (isGroupOrAbsent(development) && isGroupOrAbsent(production)) {
            const QJsonObject left = development.toObject();
            const QJsonObject right = production.toObject();
            const QStringList keys = allKeys(left, right);
            for (const QString &key : keys)
                compare(key, left.value(key), right.value(key), schema.child(key));
        } else {
            note(development, production, schema);
        }
    }

    void note(const QJsonValue &development, const QJsonValue &production, const SettingSchema &schema)
    {
        ComparedSetting setting;
        setting.path = m_path;
        setting.development = isAbsent(development) ? QJsonValue(QJsonValue::Undefined) : development;
        setting.production = isAbsent(production) ? QJsonValue(QJsonValue::Undefined) : production;
        setting.state = stateOf(development, production, schema.isSet());
        setting.topic = m_topic;
        setting.title = schema.title().isEmpty() ? titleCased(m_path.constLast()) : schema.title();
        setting.description = schema.description();
        const QString type = typeOf(isAbsent(development) ? production : development);
        setting.type = schema.type().isEmpty() ? type : schema.type();
        setting.obstacle = obstacleTo(setting);
        m_result.settings.append(setting);
    }

    [[nodiscard]] Obstacle obstacleTo(const ComparedSetting &setting) const
    {
        if (setting.state == State::Same)
            return Obstacle::None;
        if (setting.state == State::OnlyInProduction)
            return Obstacle::OnlyInProduction;
        if (setting.state == State::Differs && setting.development.isObject() != setting.production.isObject())
            return Obstacle::KindDiffers;
        return waitsForCredentials(setting) ? Obstacle::NeedsCredentials : Obstacle::None;
    }

    [[nodiscard]] bool waitsForCredentials(const ComparedSetting &setting) const
    {
        const QString &section = setting.path.constFirst();
        if (!isConnectionKey(section))
            return false;
        const bool isCustom = section == customProvidersKey() && setting.path.size() > 1;
        QJsonValue connection = m_production.value(section);
        SettingSchema schema = m_schema.child(section);
        if (isCustom) {
            connection = connection[setting.path.at(1)];
            schema = schema.child(setting.path.at(1));
        }
        if (!lacksCredentials(connection.toObject(), schema))
            return false;
        // Clerk looks at a connection as a whole: while it is on without a client, it takes no change
        // but being switched off.
        if (setting.path.constLast() == QLatin1String("enabled"))
            return setting.development.toBool();
        return connection[QLatin1String("enabled")].toBool() || (isCustom && !connection.isObject());
    }

    QJsonObject m_production;
    SettingSchema m_schema;
    SettingPath m_path;
    SettingsTopic m_topic = SettingsTopic::Other;
    SettingsComparison m_result;
};

} // namespace

QList<ComparedSetting> SettingsComparison::carried(const QSet<SettingPath> &ticked) const
{
    QList<ComparedSetting> chosen;
    for (const ComparedSetting &setting : settings)
        if (setting.canBeCarried() && ticked.contains(setting.path))
            chosen.append(setting);
    return chosen;
}

QSet<SettingPath> SettingsComparison::carriable() const
{
    QSet<SettingPath> paths;
    for (const ComparedSetting &setting : settings)
        if (setting.canBeCarried())
            paths.insert(setting.path);
    return paths;
}

SettingsComparison compareSettings(const InstanceConfig &development, const InstanceConfig &production,
                                   const QJsonObject &schema)
{
    return Comparison(production.settings, schema).of(development.settings);
}

} // namespace golive
