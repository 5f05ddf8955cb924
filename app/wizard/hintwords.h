#pragma once

#include "model/credentials/credentialhint.h"
#include "model/provider.h"

#include <QCoreApplication>

namespace golive {

/// The sentences about values that are probably not meant.
class HintWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::HintWords)

public:
    /// What seems to be wrong, and what to do. Never shows anything of the value.
    [[nodiscard]] static QString sentence(const CredentialHint &hint, const OAuthProvider &form);
    /// The button that does it; empty where there is nothing that one click could do.
    [[nodiscard]] static QString remedy(const CredentialHint &hint);

private:
    [[nodiscard]] static QString place(const CredentialHint &hint, const OAuthProvider &form);
    [[nodiscard]] static QString nature(const CredentialHint &hint, const QString &label);
};

} // namespace golive
