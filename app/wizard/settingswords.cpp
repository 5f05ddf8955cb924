#include "wizard/settingswords.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>

#include <climits>

namespace golive {
namespace {

constexpr qsizetype mostLines = 12; ///< of settings we do not know
constexpr qsizetype longestValue = 60;

/// Groups that read better under one heading.
SettingsGroup headingOf(SettingsGroup group)
{
    return group == SettingsGroup::Passkeys ? SettingsGroup::Passwords : group;
}

bool isLeftBehind(SettingsGroup group)
{
    return group == SettingsGroup::SocialConnections || group == SettingsGroup::Paths;
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestValue ? line.left(longestValue) + QChar(0x2026) : line;
}

} // namespace

/// The entries under one heading, and which of them have been put into words.
class SettingsWords::Values
{
public:
    void add(const QList<SettingEntry> &entries)
    {
        for (const SettingEntry &each : entries)
            m_values.insert(each.path, each.value);
    }

    [[nodiscard]] bool isOn(const QString &path) { return take(path).toBool(); }
    /// Known, and switched off.
    [[nodiscard]] bool isOff(const QString &path)
    {
        const QJsonValue value = take(path);
        return value.isBool() && !value.toBool();
    }
    [[nodiscard]] qint64 number(const QString &path) { return static_cast<qint64>(take(path).toDouble()); }
    [[nodiscard]] QString word(const QString &path) { return take(path).toString(); }
    [[nodiscard]] bool lists(const QString &path, const QString &word)
    {
        return take(path).toArray().contains(QJsonValue(word));
    }
    /// Settings that say nothing as long as what they belong to is off.
    void pass(const QString &beginning)
    {
        for (auto value = m_values.cbegin(); value != m_values.cend(); ++value)
            if (value.key().startsWith(beginning))
                m_said.insert(value.key());
    }
    [[nodiscard]] qsizetype unsaid() const { return m_values.size() - m_said.size(); }

private:
    QJsonValue take(const QString &path)
    {
        const auto found = m_values.constFind(path);
        if (found == m_values.cend())
            return QJsonValue::Undefined;
        m_said.insert(path);
        return *found;
    }

    QMap<QString, QJsonValue> m_values;
    QSet<QString> m_said;
};

QList<SettingsParagraph> SettingsWords::copied(const QList<SettingsSection> &sections)
{
    QMap<SettingsGroup, Values> headings;
    QList<SettingEntry> unknown;
    for (const SettingsSection &section : sections) {
        if (section.group == SettingsGroup::Other)
            unknown = section.entries;
        else if (!isLeftBehind(section.group))
            headings[headingOf(section.group)].add(section.entries);
    }
    QList<SettingsParagraph> paragraphs;
    for (auto heading = headings.begin(); heading != headings.end(); ++heading) {
        SettingsParagraph paragraph {title(heading.key()), lines(heading.key(), *heading)};
        if (const auto more = static_cast<int>(heading->unsaid()); more > 0)
            paragraph.lines.append(paragraph.lines.isEmpty() ? tr("Settings: %n", nullptr, more)
                                                             : tr("… and %n more", nullptr, more));
        paragraphs.append(paragraph);
    }
    if (!unknown.isEmpty())
        paragraphs.append({title(SettingsGroup::Other), asItIs(unknown)});
    return paragraphs;
}

QString SettingsWords::title(SettingsGroup group)
{
    switch (group) {
    case SettingsGroup::Identifiers: return tr("Email, phone and user name");
    case SettingsGroup::Passwords:
    case SettingsGroup::Passkeys: return tr("Passwords and passkeys");
    case SettingsGroup::MultiFactor: return tr("Second factors");
    case SettingsGroup::SocialConnections: return tr("Social connections");
    case SettingsGroup::AttackProtection: return tr("Protection against attacks");
    case SettingsGroup::AccessControl: return tr("Who may sign up");
    case SettingsGroup::Sessions: return tr("Sessions");
    case SettingsGroup::UserModel: return tr("Names of people");
    case SettingsGroup::Organizations: return tr("Organizations");
    case SettingsGroup::Billing: return tr("Billing");
    case SettingsGroup::Branding: return tr("Branding");
    case SettingsGroup::Legal: return tr("Legal consent");
    case SettingsGroup::Paths: return tr("Paths");
    case SettingsGroup::Other: return tr("Other settings");
    }
    Q_UNREACHABLE();
}

QStringList SettingsWords::lines(SettingsGroup group, Values &values)
{
    switch (group) {
    case SettingsGroup::Identifiers: return identifiers(values) + phone(values);
    case SettingsGroup::Passwords:
    case SettingsGroup::Passkeys: return passwords(values);
    case SettingsGroup::MultiFactor: return secondFactors(values);
    case SettingsGroup::AttackProtection: return attackProtection(values);
    case SettingsGroup::AccessControl: return accessControl(values);
    case SettingsGroup::Sessions: return sessions(values);
    case SettingsGroup::UserModel: return profile(values);
    case SettingsGroup::Organizations: return organizations(values);
    case SettingsGroup::Billing: return billing(values);
    case SettingsGroup::Legal: return legal(values);
    case SettingsGroup::SocialConnections:
    case SettingsGroup::Branding:
    case SettingsGroup::Paths:
    case SettingsGroup::Other: return {};
    }
    Q_UNREACHABLE();
}

QStringList SettingsWords::identifiers(Values &values)
{
    QStringList lines;
    if (values.isOn(QStringLiteral("auth_email.used_for_sign_in"))) {
        if (values.lists(QStringLiteral("auth_email.sign_in_strategies"), QStringLiteral("email_code")))
            lines.append(tr("Sign in with email code"));
        if (values.lists(QStringLiteral("auth_email.sign_in_strategies"), QStringLiteral("email_link")))
            lines.append(tr("Sign in with email link"));
        if (lines.isEmpty())
            lines.append(tr("Sign in with an email address"));
    }
    if (values.isOn(QStringLiteral("auth_email.used_for_sign_up")))
        lines.append(values.isOn(QStringLiteral("auth_email.required_for_sign_up"))
                         ? tr("An email address is required to sign up")
                         : tr("An email address can be given on sign-up"));
    if (values.isOn(QStringLiteral("auth_email.verify_at_sign_up")))
        lines.append(tr("Email addresses are verified on sign-up"));
    if (values.isOn(QStringLiteral("auth_username.used_for_sign_in")))
        lines.append(tr("Sign in with a user name of %1 to %2 characters")
                         .arg(values.number(QStringLiteral("auth_username.min_length")))
                         .arg(values.number(QStringLiteral("auth_username.max_length"))));
    else
        values.pass(QStringLiteral("auth_username."));
    if (values.isOn(QStringLiteral("auth_web3.used_for_sign_in")))
        lines.append(tr("Sign in with a web3 wallet"));
    else
        values.pass(QStringLiteral("auth_web3."));
    return lines;
}

QStringList SettingsWords::phone(Values &values)
{
    QStringList lines;
    const bool signsIn = values.isOn(QStringLiteral("auth_phone.used_for_sign_in"));
    const bool signsUp = values.isOn(QStringLiteral("auth_phone.used_for_sign_up"));
    const bool isSecond = values.isOn(QStringLiteral("auth_phone.used_for_second_factor"));
    if (signsIn)
        lines.append(tr("Sign in with a code by text message"));
    if (signsUp)
        lines.append(values.isOn(QStringLiteral("auth_phone.required_for_sign_up"))
                         ? tr("A phone number is required to sign up")
                         : tr("A phone number can be given on sign-up"));
    if (isSecond)
        lines.append(tr("A code by text message as second factor"));
    if (!signsIn && !signsUp && !isSecond)
        values.pass(QStringLiteral("auth_phone."));
    return lines;
}

QStringList SettingsWords::passwords(Values &values)
{
    QStringList lines;
    if (values.isOn(QStringLiteral("auth_password.enabled"))) {
        const auto shortest = static_cast<int>(values.number(QStringLiteral("auth_password.min_length")));
        lines.append(shortest > 1 ? tr("Passwords of at least %n characters", nullptr, shortest) : tr("Passwords"));
        if (values.isOff(QStringLiteral("auth_password.required")))
            lines.append(tr("A password is optional"));
        if (values.isOff(QStringLiteral("auth_password.disable_hibp")))
            lines.append(tr("Passwords known from data leaks are refused"));
    } else {
        values.pass(QStringLiteral("auth_password."));
        lines.append(tr("No passwords"));
    }
    if (values.isOn(QStringLiteral("auth_passkey.used_for_sign_in")))
        lines.append(tr("Sign in with a passkey"));
    else
        values.pass(QStringLiteral("auth_passkey."));
    return lines;
}

QStringList SettingsWords::secondFactors(Values &values)
{
    QStringList lines;
    if (values.isOn(QStringLiteral("auth_multi_factor.authenticator_app.enabled")))
        lines.append(tr("Authenticator app"));
    if (values.isOn(QStringLiteral("auth_multi_factor.backup_code.enabled")))
        lines.append(tr("Backup codes"));
    if (values.isOn(QStringLiteral("auth_multi_factor.required_for_sign_in")))
        lines.append(tr("A second factor is required to sign in"));
    if (values.isOn(QStringLiteral("auth_multi_factor.required_for_sign_up")))
        lines.append(tr("A second factor is set up on sign-up"));
    if (lines.isEmpty())
        lines.append(tr("None"));
    return lines;
}

QStringList SettingsWords::attackProtection(Values &values)
{
    QStringList lines;
    lines.append(values.isOn(QStringLiteral("auth_attack_protection.bot_protection.captcha_enabled"))
                     ? tr("Sign-up is protected against bots")
                     : tr("No protection against bots"));
    const QString lockout = QStringLiteral("auth_attack_protection.user_lockout.");
    if (values.isOn(lockout + QStringLiteral("enabled"))) {
        const auto attempts = static_cast<int>(values.number(lockout + QStringLiteral("max_attempts")));
        lines.append(attempts > 1 ? tr("Accounts are locked after %n failed attempts", nullptr, attempts)
                                  : tr("Accounts are locked after failed attempts"));
    }
    if (values.isOn(QStringLiteral("auth_attack_protection.email_link_require_same_client")))
        lines.append(tr("Email links open only in the browser that asked for them"));
    if (values.word(QStringLiteral("auth_attack_protection.enumeration_protection")) == QLatin1String("strict"))
        lines.append(tr("Nobody can find out which addresses have an account"));
    return lines;
}

QStringList SettingsWords::accessControl(Values &values)
{
    QStringList lines;
    if (values.isOn(QStringLiteral("auth_access_control.block_disposable_email_domains")))
        lines.append(tr("Throw-away email addresses are refused"));
    if (values.isOn(QStringLiteral("auth_access_control.block_email_subaddresses")))
        lines.append(tr("Email addresses with a + sign are refused"));
    if (values.isOn(QStringLiteral("auth_access_control.allowlist_blocklist_enforced_on_sign_in")))
        lines.append(tr("Lists of allowed and blocked people count on sign-in, too"));
    if (lines.isEmpty())
        lines.append(tr("No restrictions"));
    return lines;
}

QStringList SettingsWords::sessions(Values &values)
{
    QStringList lines;
    if (values.isOn(QStringLiteral("session_settings.maximum_lifetime.enabled")))
        lines.append(tr("People stay signed in for %1 at most")
                         .arg(duration(values.number(QStringLiteral("session_settings.maximum_lifetime."
                                                                    "duration_seconds")))));
    if (const qint64 lifetime = values.number(QStringLiteral("session.lifetime")); lifetime > 0)
        lines.append(tr("Session tokens live for %1").arg(duration(lifetime)));
    if (values.isOn(QStringLiteral("session_settings.multi_session_enabled")))
        lines.append(tr("Several accounts at the same time in one browser"));
    return lines;
}

QStringList SettingsWords::profile(Values &values)
{
    QStringList lines;
    const auto add = [&](const QString &key, const QString &required, const QString &optional) {
        if (values.isOn(key + QStringLiteral(".enabled")))
            lines.append(values.isOn(key + QStringLiteral(".required")) ? required : optional);
        else
            values.pass(key);
    };
    add(QStringLiteral("user_model.first_name"), tr("First name, required"), tr("First name, optional"));
    add(QStringLiteral("user_model.last_name"), tr("Last name, required"), tr("Last name, optional"));
    if (lines.isEmpty())
        lines.append(tr("Names are not asked for"));
    return lines;
}

QStringList SettingsWords::organizations(Values &values)
{
    if (!values.isOn(QStringLiteral("organization_settings.enabled"))) {
        values.pass(QStringLiteral("organization_settings."));
        return {tr("Switched off")};
    }
    QStringList lines {tr("Switched on")};
    if (const auto most
        = static_cast<int>(values.number(QStringLiteral("organization_settings.max_allowed_memberships")));
        most > 1)
        lines.append(tr("At most %n members each", nullptr, most));
    if (values.isOn(QStringLiteral("organization_settings.domains_enabled")))
        lines.append(tr("Members can join by their email domain"));
    if (values.isOn(QStringLiteral("organization_settings.force_organization_selection")))
        lines.append(tr("Everybody has to belong to an organization"));
    return lines;
}

QStringList SettingsWords::billing(Values &values)
{
    QStringList lines;
    if (values.isOn(QStringLiteral("billing.user_enabled")))
        lines.append(tr("For people"));
    if (values.isOn(QStringLiteral("billing.organization_enabled")))
        lines.append(tr("For organizations"));
    if (lines.isEmpty())
        lines.append(tr("Switched off"));
    return lines;
}

QStringList SettingsWords::legal(Values &values)
{
    return {values.isOn(QStringLiteral("compliance.legal_consent.enabled"))
                ? tr("People agree to your terms on sign-up")
                : tr("People are not asked to agree to anything")};
}

QString SettingsWords::duration(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const auto in = [seconds](qint64 unit) { return static_cast<int>(qMin<qint64>(seconds / unit, INT_MAX)); };
    if (seconds >= day && seconds % day == 0)
        return seconds == day ? tr("one day") : tr("%n days", nullptr, in(day));
    if (seconds >= hour && seconds % hour == 0)
        return seconds == hour ? tr("one hour") : tr("%n hours", nullptr, in(hour));
    if (seconds > minute && seconds % minute == 0)
        return tr("%n minutes", nullptr, in(minute));
    return seconds == 1 ? tr("one second") : tr("%n seconds", nullptr, in(1));
}

QString SettingsWords::valueText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? tr("on") : tr("off");
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (!value.isArray())
        return shortened(value.toString());
    QStringList words;
    const QJsonArray entries = value.toArray();
    for (const auto &each : entries)
        words.append(each.toString());
    return shortened(words.join(QStringLiteral(", ")));
}

QStringList SettingsWords::asItIs(const QList<SettingEntry> &entries)
{
    QStringList lines;
    for (const SettingEntry &each : entries.first(qMin(entries.size(), mostLines)))
        lines.append(QStringLiteral("%1: %2").arg(shortened(each.path), valueText(each.value)));
    if (const auto more = static_cast<int>(entries.size() - lines.size()); more > 0)
        lines.append(tr("… and %n more", nullptr, more));
    return lines;
}

} // namespace golive
