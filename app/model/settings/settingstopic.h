#pragma once

#include <QList>
#include <QString>

namespace golive {

/// What a setting is about, in people's words. Which keys belong where, and the order to show them
/// in, is said by resources/settingstopics.json.
enum class SettingsTopic {
    EmailAndPhone, ///< how people are known: user names, names and wallets, too
    Passwords, ///< and passkeys
    SecondFactors,
    AttackProtection, ///< and who may sign up at all
    Sessions,
    Organizations,
    Billing,
    Branding,
    Legal,
    Paths,
    SocialConnections,
    CustomProviders,
    Other, ///< what we do not know
};

/// All topics, in the order to show them in.
[[nodiscard]] const QList<SettingsTopic> &settingsTopics();

/// The topic of a top-level key; Other for one that nobody has filed.
[[nodiscard]] SettingsTopic topicOf(const QString &topLevelKey);

/// The English title, which is also the key of its translation.
[[nodiscard]] QString topicTitle(SettingsTopic topic);

/// The word for a topic in the data files, such as `email_and_phone`.
[[nodiscard]] QString topicWord(SettingsTopic topic);

} // namespace golive
