#pragma once

#include "model/settings/settingscomparison.h"

namespace golive {

/// The settings of `development` that use `feature`, a name from Clerk's refusal to make a clone that
/// the plan does not cover. Clerk's names are nowhere listed, so this goes by the words in them:
/// first by the rules of resources/planfeatures.json, else by settings whose path holds a word of
/// the name. Only what is in use counts: on, or not empty. Empty where nothing is found.
[[nodiscard]] QList<SettingPath> settingsUsing(const QString &feature, const InstanceConfig &development);

/// The value at `path`; undefined where there is none.
[[nodiscard]] QJsonValue settingAt(const InstanceConfig &config, const SettingPath &path);

} // namespace golive
