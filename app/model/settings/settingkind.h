#pragma once

#include <QJsonValue>
#include <QStringList>

namespace golive {

class SettingSchema;

/// What a value in a configuration is, and so what may be done with it.
enum class SettingKind {
    Ordinary, ///< a choice of somebody's, to compare, carry over and write down
    Metadata, ///< the version, ids and times that Clerk keeps about it
    ReadOnly, ///< by schema
    Credential, ///< whose client an instance is at a provider: not secret, and not the other instance's
    Secret, ///< sensitive by schema, by name or by its looks, and every mask of such a value
};

/// The kind of the value at `path`, whose first segment is the top-level key. Of an object or an
/// array it is the kind of everything inside; Ordinary says nothing about the members of an object.
[[nodiscard]] SettingKind kindOf(const QStringList &path, const QJsonValue &value, const SettingSchema &schema);

/// True for what stands in place of a value that is not shown: `••••••••`, `REDACTED`, `sk-****`.
[[nodiscard]] bool isMask(const QString &text);

/// `connection_oauth_google` and the like, and the map of custom providers.
[[nodiscard]] bool isConnectionKey(const QString &topLevelKey);
/// The map of custom providers, by the key that each was given.
[[nodiscard]] const QString &customProvidersKey();

} // namespace golive
