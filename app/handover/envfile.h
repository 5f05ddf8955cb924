#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"
#include "handover/framework.h"

namespace golive {

/// Lines for the framework's environment file: the publishable key, and the secret key where one
/// is given and the framework has a server to keep it. In UTF-8; a Secret since it may hold one.
[[nodiscard]] Secret environmentText(const Framework &framework, const QString &publishableKey,
                                     const Secret *secretKey = nullptr);

/// The same for the screen, with dots in place of the secret key.
[[nodiscard]] QString environmentPreview(const Framework &framework, const QString &publishableKey);

/// Saves `text` as a new file that only its owner may read. A file that is there already is left
/// as it is: AlreadyExists. StorageFailed, with the reason, when the disk refuses.
[[nodiscard]] Result<> writeEnvironmentFile(const QString &path, const Secret &text);

} // namespace golive
