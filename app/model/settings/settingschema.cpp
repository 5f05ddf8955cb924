#include "model/settings/settingschema.h"

#include <QJsonArray>
#include <QStringList>

namespace golive {
namespace {

constexpr int mostReferences = 8;
constexpr qsizetype longestTitle = 120;
constexpr qsizetype longestDescription = 600;

/// Where a reference such as `#/$defs/strategies` leads; empty for one that leaves the document.
QJsonObject referred(const QJsonObject &whole, const QString &reference)
{
    if (!reference.startsWith(QLatin1String("#/")))
        return {};
    QJsonValue place = whole;
    const QStringList steps = reference.mid(2).split(QLatin1Char('/'));
    for (QString step : steps) {
        step.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        place = place[step];
    }
    return place.toObject();
}

void addWhatIsNew(QJsonObject &node, const QJsonObject &more)
{
    for (auto each = more.begin(); each != more.end(); ++each)
        if (!node.contains(each.key()))
            node.insert(each.key(), each.value());
}

void foldIn(QJsonObject &node, const QString &combination)
{
    const QJsonArray branches = node.take(combination).toArray();
    for (const auto &branch : branches)
        if (branch[QLatin1String("type")] != QLatin1String("null"))
            addWhatIsNew(node, branch.toObject());
}

QJsonObject resolved(const QJsonObject &whole, QJsonObject node)
{
    static const QStringList combinations {QStringLiteral("allOf"), QStringLiteral("anyOf"), QStringLiteral("oneOf")};
    const QString reference = QStringLiteral("$ref");
    for (int hop = 0; hop < mostReferences; ++hop) {
        for (const QString &combination : combinations)
            if (node.contains(combination))
                foldIn(node, combination);
        if (!node.contains(reference))
            break;
        addWhatIsNew(node, referred(whole, node.take(reference).toString()));
    }
    return node;
}

} // namespace

SettingSchema::SettingSchema(const QJsonObject &whole)
    : SettingSchema(whole, whole)
{
}

SettingSchema::SettingSchema(QJsonObject whole, const QJsonValue &node)
    : m_whole(std::move(whole))
    , m_node(resolved(m_whole, node.toObject()))
{
}

SettingSchema SettingSchema::child(const QString &key) const
{
    const QJsonValue property = m_node[QLatin1String("properties")][key];
    return {m_whole, property.isObject() ? property : m_node[QLatin1String("additionalProperties")]};
}

SettingSchema SettingSchema::items() const
{
    return {m_whole, m_node[QLatin1String("items")]};
}

bool SettingSchema::isSensitive() const
{
    return m_node[QLatin1String("x-clerk-sensitive")].toBool() || m_node[QLatin1String("writeOnly")].toBool();
}

bool SettingSchema::isReadOnly() const
{
    return m_node[QLatin1String("readOnly")].toBool();
}

bool SettingSchema::isSet() const
{
    return m_node[QLatin1String("uniqueItems")].toBool();
}

QString SettingSchema::title() const
{
    return m_node[QLatin1String("title")].toString().left(longestTitle);
}

QString SettingSchema::description() const
{
    return m_node[QLatin1String("description")].toString().left(longestDescription);
}

QString SettingSchema::type() const
{
    const QJsonValue type = m_node[QLatin1String("type")];
    const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray {type};
    for (const auto &each : types)
        if (each.isString() && each != QLatin1String("null"))
            return each.toString().left(longestTitle);
    return {};
}

} // namespace golive
