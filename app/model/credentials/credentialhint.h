#pragma once

#include "foundation/secret.h"

#include <QString>

namespace golive {

/// Something about an entered value that is probably not meant. It is said, and nothing waits for it:
/// what blocks is only what Clerk itself refuses.
struct CredentialHint
{
    enum class Kind {
        // Each of these has a repaired value.
        Surrounded, ///< white space, quotes, a comma or invisible characters around it
        Prefixed, ///< `Bearer `, or the name of a variable and an equals sign, in front of it
        Broken, ///< white space or a line end in the middle

        // Not the credential itself.
        Masked, ///< dots or stars, as a web page shows it instead
        Placeholder, ///< such as `your-client-id`
        Address, ///< a URL or a mail address
        KeyBlock, ///< a PEM block where a line is wanted
        ClerkKey, ///< one of Clerk's own keys; `detail` is its prefix, such as `sk_test_`
        AccessToken, ///< a token of the provider's, which belongs to a person or a bot
        GitHubApp, ///< the App ID or client ID of a GitHub App: an OAuth App is wanted
        SecretId, ///< Microsoft's name for a secret, not its value
        OtherKeys, ///< a pair of keys of the same provider that serves another purpose
        Development, ///< what development uses, or what the provider makes for tests

        // Right somewhere else.
        Swapped, ///< this one and that of `otherField` belong in each other's place
        OtherField, ///< belongs in `otherField`, which is empty
        SameTwice, ///< the same as in `otherField`
        OtherProvider, ///< of the provider `otherSlug`

        WrongForm, ///< not what the provider documents; `detail` is an example where there is one
        UnusualForm, ///< not what the provider is known to hand out
    };
    /// What one click does about it.
    enum class Remedy { None, Replace, Swap };

    Kind kind = Kind::UnusualForm;
    QString field; ///< the key of the field it is about
    QString otherField;
    QString otherSlug;
    QString detail; ///< never of the value
    Remedy remedy = Remedy::None;
    Secret replacement; ///< for Remedy::Replace
};

} // namespace golive
