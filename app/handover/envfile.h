#pragma once

#include "foundation/secret.h"
#include "handover/framework.h"

namespace golive {

/// Lines for the framework's environment file: the publishable key, and the secret key where one
/// is given and the framework has a server to keep it. In UTF-8; a Secret since it may hold one.
[[nodiscard]] Secret environmentText(const Framework &framework, const QString &publishableKey,
                                     const Secret *secretKey = nullptr);

} // namespace golive
