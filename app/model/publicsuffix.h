#pragma once

#include <QString>

namespace golive {

// All names here are host names in lower-case ASCII form, without a final dot.

/// True for a name under which anybody may register: `com`, `co.uk` (the ICANN part of
/// publicsuffix.org) and the registries that sell names below their own, such as `uk.com`. An
/// unknown top-level domain counts, as the list's own rules say.
[[nodiscard]] bool isPublicSuffix(const QString &name);

/// False for names below a top-level domain that is not on the list: mistyped, private or very new.
[[nodiscard]] bool hasListedTopLevel(const QString &name);

/// `example.co.uk` of `shop.example.co.uk`; empty for a public suffix.
[[nodiscard]] QString registrablePart(const QString &name);

/// True for a host within the domain that a person bought to have `domain`, which is theirs altogether.
[[nodiscard]] bool hasSameOwner(const QString &host, const QString &domain);

/// The provider that owns `name` or a parent of it and hands out names below; its suffix where
/// we know no better word; empty when the name is nobody's hosting.
[[nodiscard]] QString hostingProviderOf(const QString &name);

} // namespace golive
