#pragma once

#include "foundation/result.h"
#include "model/instanceconfig.h"

namespace golive {

/// An instance's settings, which come as they are or wrapped as `{config_version, config: {...}}`.
[[nodiscard]] Result<InstanceConfig> configFrom(const QJsonObject &json);

/// A JSON Schema, as it comes.
[[nodiscard]] Result<QJsonObject> configSchemaFrom(const QJsonObject &json);

[[nodiscard]] Result<ConfigChange> configChangeFrom(const QJsonObject &json);

/// The body of a patch, with the credentials in their places. Make it, send it, let go of it.
[[nodiscard]] Secret jsonOf(const ConfigPatch &patch);

/// The same error without any of these credentials, should the server quote one back.
[[nodiscard]] Error without(const QList<SecretSetting> &secrets, Error error);

} // namespace golive
