#include "model/settings/planfeatures.h"

#include "model/modeldata.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype mostSettings = 8; ///< more would name everything and say nothing
constexpr qsizetype shortestWord = 4; ///< that is looked for among the paths

struct Rule
{
    QList<QStringList> words; ///< each as the words it is made of
    QList<SettingPath> paths;
};

/// "Custom-Session lifetimes" as its words, without their plural.
QStringList wordsOf(const QString &name)
{
    static const QRegularExpression gap(QStringLiteral("[^a-z0-9]+"));
    static const QRegularExpression hump(QStringLiteral("([a-z0-9])([A-Z])"));
    QString text = name.left(longestName);
    text.replace(hump, QStringLiteral("\\1 \\2"));
    QStringList words = text.toLower().split(gap, Qt::SkipEmptyParts);
    for (QString &word : words)
        if (word.size() > shortestWord && word.endsWith(QLatin1Char('s')) && !word.endsWith(QLatin1String("ss")))
            word.chop(1);
    return words;
}

QList<Rule> readRules()
{
    QList<Rule> rules;
    const QJsonArray entries = modelData(QStringLiteral("planfeatures.json"))[QLatin1String("features")].toArray();
    for (const auto &entry : entries) {
        Rule rule;
        const QJsonArray words = entry[QLatin1String("words")].toArray();
        for (const auto &each : words)
            rule.words.append(wordsOf(each.toString()));
        const QJsonArray paths = entry[QLatin1String("paths")].toArray();
        for (const auto &each : paths)
            rule.paths.append(each.toString().split(QLatin1Char('.')));
        rules.append(rule);
    }
    return rules;
}

/// How many words of the rule's best name are all in `words`; 0 when there is none.
qsizetype fitOf(const Rule &rule, const QStringList &words)
{
    qsizetype best = 0;
    for (const QStringList &name : rule.words)
        if (std::all_of(name.begin(), name.end(), [&words](const QString &word) { return words.contains(word); }))
            best = qMax(best, name.size());
    return best;
}

bool isInUse(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool();
    case QJsonValue::Double: return value.toDouble() != 0;
    case QJsonValue::String: return !value.toString().isEmpty();
    case QJsonValue::Array: return !value.toArray().isEmpty();
    case QJsonValue::Object: return !value.toObject().isEmpty();
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return false;
}

QList<SettingPath> byRule(const QStringList &words, const InstanceConfig &development)
{
    static const QList<Rule> rules = readRules();
    const Rule *best = nullptr;
    qsizetype fit = 0;
    for (const Rule &rule : rules)
        if (const qsizetype found = fitOf(rule, words); found > fit) {
            best = &rule;
            fit = found;
        }
    QList<SettingPath> paths;
    if (best != nullptr)
        std::copy_if(best->paths.begin(), best->paths.end(), std::back_inserter(paths),
                     [&development](const SettingPath &path) { return isInUse(settingAt(development, path)); });
    return paths;
}

QList<SettingPath> byPath(const QStringList &words, const InstanceConfig &development)
{
    QList<SettingPath> paths;
    const SettingsComparison all = compareSettings(development, {}, {});
    for (const ComparedSetting &each : all.settings) {
        const QStringList inPath = wordsOf(each.path.join(QLatin1Char(' ')));
        const bool fits = std::any_of(words.begin(), words.end(), [&inPath](const QString &word) {
            return word.size() >= shortestWord && inPath.contains(word);
        });
        if (fits && each.development.isBool() && each.development.toBool() && paths.size() < mostSettings)
            paths.append(each.path);
    }
    return paths;
}

} // namespace

QList<SettingPath> settingsUsing(const QString &feature, const InstanceConfig &development)
{
    const QStringList words = wordsOf(feature);
    const QList<SettingPath> paths = byRule(words, development);
    return paths.isEmpty() ? byPath(words, development) : paths;
}

QJsonValue settingAt(const InstanceConfig &config, const SettingPath &path)
{
    QJsonValue value = config.settings;
    for (const QString &key : path)
        value = value[key];
    return value;
}

} // namespace golive
