#pragma once

#include "model/settings/settingscomparison.h"

namespace golive {

/// The smallest deep merge that gives production development's value of each of `settings`: an
/// object with these leaves and nothing else. What cannot be carried is left out. Empty when
/// nothing is left.
[[nodiscard]] QJsonObject patchOf(const QList<ComparedSetting> &settings);

} // namespace golive
