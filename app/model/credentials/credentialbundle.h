#pragma once

#include "model/provider.h"

namespace golive {

/// Everything that was entered for one provider in one secret, to be put into a password store: what stands in a
/// field that is not meant for secrets may be one all the same.
[[nodiscard]] Secret bundleOf(const ProviderCredentials &credentials);

/// The way back. Nothing for what is no bundle; bounded, since others may write into a password store.
[[nodiscard]] ProviderCredentials credentialsFrom(const QString &slug, const Secret &bundle);

} // namespace golive
