#include "model/settings/settingsadvice.h"

#include "model/modeldata.h"

#include <QJsonArray>

#include <optional>

namespace golive {
namespace {

using Kind = SettingAdvice::Kind;

struct Rule
{
    Kind kind;
    QStringList path; ///< `*` stands for any one key
    QJsonValue is; ///< harmful when the value is this
    std::optional<double> over; ///< harmful when the value is more than this
    QJsonValue suggested;
};

QString wordFor(Kind kind)
{
    switch (kind) {
    case Kind::NoBotProtection: return QStringLiteral("no_bot_protection");
    case Kind::TestMode: return QStringLiteral("test_mode");
    case Kind::LenientLockout: return QStringLiteral("lenient_lockout");
    case Kind::LongSessions: return QStringLiteral("long_sessions");
    case Kind::SubAddressesAllowed: return QStringLiteral("sub_addresses_allowed");
    case Kind::NoLegalConsent: return QStringLiteral("no_legal_consent");
    }
    Q_UNREACHABLE();
}

const QList<Kind> &allKinds()
{
    static const QList<Kind> all {Kind::NoBotProtection,     Kind::TestMode,
                                  Kind::LenientLockout,      Kind::LongSessions,
                                  Kind::SubAddressesAllowed, Kind::NoLegalConsent};
    return all;
}

QList<Rule> readRules()
{
    QList<Rule> rules;
    const QJsonArray entries = modelData(QStringLiteral("settingsadvice.json"))[QLatin1String("rules")].toArray();
    for (const Kind kind : allKinds())
        for (const auto &entry : entries) {
            if (entry[QLatin1String("advice")] != wordFor(kind))
                continue;
            Rule rule {kind, entry[QLatin1String("path")].toString().split(QLatin1Char('.')),
                       entry[QLatin1String("is")], std::nullopt, entry[QLatin1String("suggested")]};
            if (entry[QLatin1String("over")].isDouble())
                rule.over = entry[QLatin1String("over")].toDouble();
            rules.append(rule);
        }
    return rules;
}

bool isHarmful(const Rule &rule, const QJsonValue &value)
{
    if (rule.over)
        return value.isDouble() && value.toDouble() > *rule.over;
    return !rule.is.isUndefined() && value == rule.is;
}

/// The first place below `value` that the rule is about and finds harmful; `at` is its path then.
bool finds(const Rule &rule, const QJsonValue &value, SettingPath &at)
{
    if (at.size() == rule.path.size())
        return isHarmful(rule, value);
    const QJsonObject object = value.toObject();
    const QString &step = rule.path.at(at.size());
    const QStringList keys = step == QLatin1String("*") ? object.keys() : QStringList {step};
    for (const QString &key : keys) {
        at.append(key);
        if (finds(rule, object.value(key), at))
            return true;
        at.removeLast();
    }
    return false;
}

QJsonValue valueAt(const QJsonObject &settings, const SettingPath &path)
{
    QJsonValue value = settings;
    for (const QString &key : path)
        value = value[key];
    return value;
}

} // namespace

QList<SettingAdvice> adviceOn(const InstanceConfig &config)
{
    static const QList<Rule> rules = readRules();
    QList<SettingAdvice> advice;
    for (const Rule &rule : rules) {
        if (!advice.isEmpty() && advice.constLast().kind == rule.kind)
            continue;
        SettingPath path;
        if (finds(rule, config.settings, path))
            advice.append({rule.kind, path, valueAt(config.settings, path), rule.suggested});
    }
    return advice;
}

} // namespace golive
