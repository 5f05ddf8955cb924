#pragma once

#include "model/credentials/credentialhint.h"
#include "model/provider.h"

#include <QJsonObject>
#include <QList>

namespace golive {

/// What is odd about the values entered for `form`, at most one remark of each kind per field, in the order
/// of the fields. `development` is the development instance's configuration, whose client must not be used again.
[[nodiscard]] QList<CredentialHint> credentialHints(const OAuthProvider &form, const ProviderCredentials &entered,
                                                    const QJsonObject &development = {});

/// The values after the hint's remedy: one replaced, or two exchanged. Without a remedy they stay as they are.
[[nodiscard]] ProviderCredentials remedied(const OAuthProvider &form, const ProviderCredentials &entered,
                                           const CredentialHint &hint);

} // namespace golive
