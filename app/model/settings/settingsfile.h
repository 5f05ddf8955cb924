#pragma once

#include "foundation/result.h"
#include "model/instanceconfig.h"

#include <QDateTime>

namespace golive {

/// The settings of an instance as a file for the record.
struct SettingsRecord
{
    QString applicationId;
    QString applicationName;
    QString instance; ///< `development` or `production`
    QDateTime savedAt; ///< UTC
    InstanceConfig config;
    QJsonObject schema; ///< of the whole configuration; says what is a secret
    std::optional<QList<RedirectUrl>> redirectUrls; ///< nothing when they were not read
    std::optional<QList<JwtTemplate>> jwtTemplates;
};

/// Indented JSON with `format` and `formatVersion`. Secrets and masks are not in it; `withheld`
/// lists the places where there were some.
[[nodiscard]] QByteArray settingsFileOf(const SettingsRecord &record);

/// Writes `contents` to `path`, all or nothing, readable by its owner alone. StorageFailed with the
/// path and the system's reason.
[[nodiscard]] Result<> writeSettingsFile(const QString &path, const QByteArray &contents);

} // namespace golive
