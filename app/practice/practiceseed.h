#pragma once

#include <QJsonObject>

/// What the practice workspace is furnished with.
namespace golive::practiceseed {

/// A fresh instance's configuration: Clerk's defaults, no social connection switched on.
[[nodiscard]] QJsonObject defaultConfig();

/// The schema's `properties` for a configuration like the default one.
[[nodiscard]] QJsonObject schema();

} // namespace golive::practiceseed
