#include "wizard/settings/settingrowwords.h"

#include "model/provider.h"
#include "model/settings/settingkind.h"
#include "wizard/displaytext.h"
#include "wizard/settingswords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace golive {
namespace {

constexpr qsizetype longestTitle = 120;

/// "Max allowed memberships" for `max_allowed_memberships`.
QString sentenceCased(const QString &key)
{
    QString words = key;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

QString oauthPrefix()
{
    return QStringLiteral("connection_oauth_");
}

/// Sections that are a topic of their own: their heading says it already.
bool saysItself(const QString &section)
{
    static const QStringList all {QStringLiteral("paths"),      QStringLiteral("billing"),
                                  QStringLiteral("branding"),   QStringLiteral("organization_settings"),
                                  QStringLiteral("compliance"), QStringLiteral("auth_multi_factor")};
    return all.contains(section);
}

bool isInSeconds(const SettingPath &path)
{
    const QString &key = path.constLast();
    return key.endsWith(QLatin1String("_seconds"))
        || (path.constFirst() == QLatin1String("session") && key == QLatin1String("lifetime"));
}

} // namespace

QString SettingRowWords::topic(SettingsTopic topic)
{
    switch (topic) {
    case SettingsTopic::EmailAndPhone: return tr("Email, phone and names");
    case SettingsTopic::Passwords: return tr("Passwords and passkeys");
    case SettingsTopic::SecondFactors: return tr("Second factors");
    case SettingsTopic::AttackProtection: return tr("Attack protection and access");
    case SettingsTopic::Sessions: return tr("Sessions");
    case SettingsTopic::Organizations: return tr("Organizations");
    case SettingsTopic::Billing: return tr("Billing");
    case SettingsTopic::Branding: return tr("Branding");
    case SettingsTopic::Legal: return tr("Legal consent");
    case SettingsTopic::Paths: return tr("Paths");
    case SettingsTopic::SocialConnections: return tr("Social connections");
    case SettingsTopic::CustomProviders: return tr("Custom providers");
    case SettingsTopic::Other: return tr("Other settings");
    }
    Q_UNREACHABLE();
}

/// What the top-level key is about, in front of the setting's own name.
QString SettingRowWords::section(const SettingPath &path)
{
    const QString &key = path.constFirst();
    if (key.startsWith(oauthPrefix()))
        return providerName(key.mid(oauthPrefix().size()));
    if (key == customProvidersKey())
        return path.size() > 1 ? path.at(1) : QString();
    return sentenceCased(key.startsWith(QLatin1String("auth_")) ? key.mid(5) : key);
}

QString SettingRowWords::ownName(const SettingPath &path)
{
    QStringList words;
    for (qsizetype at = path.constFirst() == customProvidersKey() ? 2 : 1; at < path.size(); ++at)
        words.append(sentenceCased(path.at(at)));
    return words.join(QStringLiteral(" › "));
}

QString SettingRowWords::title(const SettingPath &path)
{
    const QString own = ownName(path);
    return saysItself(path.constFirst()) && !own.isEmpty() ? displayText(own, longestTitle) : titleAlone(path);
}

QString SettingRowWords::titleAlone(const SettingPath &path)
{
    const QString own = ownName(path);
    const QString group = section(path);
    return displayText(own.isEmpty() ? group : QStringLiteral("%1: %2").arg(group, own), longestTitle);
}

QString SettingRowWords::plain(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? tr("on") : tr("off");
    case QJsonValue::Double: return QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String: return value.toString().isEmpty() ? tr("empty") : value.toString();
    case QJsonValue::Object: return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Array: break;
    case QJsonValue::Null:
    case QJsonValue::Undefined: return tr("not set");
    }
    QStringList words;
    const QJsonArray elements = value.toArray();
    for (const auto &each : elements)
        words.append(plain(each));
    return words.isEmpty() ? tr("none") : words.join(QStringLiteral(", "));
}

QString SettingRowWords::value(const SettingPath &path, const QJsonValue &value, qsizetype longest)
{
    constexpr double longestDuration = 1e9; // thirty years; beyond it the number says more
    if (value.isDouble() && isInSeconds(path) && value.toDouble() >= 1 && value.toDouble() < longestDuration)
        return SettingsWords::duration(static_cast<qint64>(value.toDouble()));
    return displayText(plain(value), longest);
}

QString SettingRowWords::state(const ComparedSetting &setting, bool productionFirst)
{
    switch (setting.state) {
    case ComparedSetting::State::Same: return tr("same");
    case ComparedSetting::State::Differs: return tr("differs");
    case ComparedSetting::State::MissingInProduction:
        return productionFirst ? tr("only in development") : tr("missing");
    case ComparedSetting::State::OnlyInProduction: return productionFirst ? tr("missing") : tr("only in production");
    }
    Q_UNREACHABLE();
}

QString SettingRowWords::state(const ComparedEntry &entry, bool /*productionFirst*/)
{
    switch (entry.state) {
    case ComparedEntry::State::Same: return tr("same");
    case ComparedEntry::State::Differs: return tr("differs");
    case ComparedEntry::State::MissingInProduction: return tr("missing");
    }
    Q_UNREACHABLE();
}

QString SettingRowWords::obstacle(const ComparedSetting &setting)
{
    if (setting.state == ComparedSetting::State::Same)
        return {};
    switch (setting.obstacle) {
    case ComparedSetting::Obstacle::None: return {};
    case ComparedSetting::Obstacle::OnlyInProduction:
        return tr("Development has no such value. Golive takes nothing away from production; if it should not be "
                  "there, change it in Clerk’s Dashboard.");
    case ComparedSetting::Obstacle::NeedsCredentials:
        return tr("Clerk takes this only once the connection has credentials of its own in production. Enter them in "
                  "the step “Sign-in providers”, or in Clerk’s Dashboard, then compare again.");
    case ComparedSetting::Obstacle::KindDiffers:
        return tr("It is a group of settings on one side and a single value on the other, so it cannot be carried "
                  "over. Change it in Clerk’s Dashboard.");
    }
    Q_UNREACHABLE();
}

QString SettingRowWords::obstacle(const ComparedEntry &entry)
{
    if (entry.state == ComparedEntry::State::Differs)
        return tr("Production has one of this name with other contents. Golive does not overwrite it; change it in "
                  "Clerk’s Dashboard.");
    if (entry.hasOwnKey && entry.state == ComparedEntry::State::MissingInProduction)
        return tr("It is signed with a key of its own, which cannot be read. Make it anew in Clerk’s Dashboard.");
    return {};
}

} // namespace golive
