#pragma once

#include "ui/shell/preferencesdialog.h"

namespace golive {

/// What the preferences dialog accepts, checked by the rooms that will use it.
[[nodiscard]] PreferencesChecks preferenceChecks();

} // namespace golive
