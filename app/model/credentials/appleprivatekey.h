#pragma once

#include "foundation/secret.h"
#include "model/credentials/importfault.h"

namespace golive {

/// Reads the private key that Apple lets a developer download: one PEM block with a PKCS#8 key on the curve
/// P-256 (RFC 7468, RFC 5958, RFC 5480). The key is parsed and checked, not only its frame.
///
/// Carriage returns, a byte order mark, white space around and between the lines, line ends written as `\n` or
/// lost while pasting are put right; a file as Apple gave it comes out byte by byte as it was.
[[nodiscard]] Imported<Secret> readApplePrivateKey(const Secret &content);

/// The Key ID in the name under which Apple hands the key out, `AuthKey_XXXXXXXXXX.p8`, or in that of a second
/// download or a copy of it, such as `AuthKey_XXXXXXXXXX (1).p8`. Empty for any other name.
[[nodiscard]] QString keyIdFromFileName(const QString &fileName);

} // namespace golive
