#pragma once

#include "foundation/secret.h"

#include <QString>

namespace golive {

/// What kind of credential somebody pasted.
enum class KeyKind {
    Empty,
    Unknown,
    Platform, ///< `ak_…`, the one that may deploy
    SecretTest, ///< `sk_test_…`
    SecretLive, ///< `sk_live_…`
    PublishableTest, ///< `pk_test_…`
    PublishableLive, ///< `pk_live_…`
    Webhook, ///< `whsec_…`
    LegacyTest, ///< `test_…`, from before 2022
    LegacyLive, ///< `live_…`, from before 2022
    Pem, ///< a PEM block: a JWT key or an Apple private key
    Masked, ///< a key of which dots or stars hide the rest, as a web page shows it
};

struct RecognisedKey
{
    KeyKind kind = KeyKind::Empty;
    Secret key; ///< the key alone, without what stood around it; for Unknown everything, trimmed
};

/// Finds the key in pasted text: bare, quoted, after `Bearer`, in a line of an environment file,
/// in JSON, among invisible characters. A platform key wins over any other, and the first over the next.
[[nodiscard]] RecognisedKey recogniseKey(const QString &pasted);

/// The Frontend API's host that a publishable key stands for, or nothing for a text that is none.
/// https://clerk.com/docs/guides/how-clerk-works/overview
[[nodiscard]] QString publishableKeyHost(const QString &publishableKey);

/// The publishable key of a production instance whose Frontend API is at `host`, as Clerk forms it.
[[nodiscard]] QString publishableKeyFor(const QString &host);

} // namespace golive
