#pragma once

#include "foundation/secret.h"
#include "model/credentials/importfault.h"

#include <QList>

namespace golive {

/// One block of text in the format of RFC 7468.
struct PemBlock
{
    QString label; ///< such as `PRIVATE KEY`
    bool encrypted = false; ///< protected by a passphrase, in the old way (RFC 1421) or in that of PKCS#8
    qsizetype start = 0; ///< of the block in the text
    qsizetype end = 0;
};

/// Every complete block of `text`, in order. A frame that lacks its other half is a KeyCutOff, a text
/// without any a NoKeyInside.
[[nodiscard]] Imported<QList<PemBlock>> pemBlocksIn(const QString &text);

/// The block with one line end per line and nothing else between the lines. A block of which the line ends
/// got lost is broken into lines of 64 characters again.
[[nodiscard]] Secret tidied(const QString &text, const PemBlock &block);

} // namespace golive
