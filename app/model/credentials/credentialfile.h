#pragma once

#include "foundation/secret.h"
#include "model/credentials/importfault.h"

namespace golive {

/// A chosen or dropped file, in memory only: it is never copied to another place.
struct CredentialFile
{
    QString name; ///< as it was chosen, without its folder
    QString linkTarget; ///< the name of the file behind a link, without its folder; empty for no link
    Secret content;
};

/// In bytes. What Google and Apple hand out is below 4 KiB.
constexpr qint64 largestCredentialFile = 65536;

/// Reads a regular file, or one behind links, of at most `limit` bytes. The size is looked at first and
/// counted while reading, since a file may grow and those of /proc claim to be empty. Nothing else is opened:
/// reading a pipe would wait for its other end, and opening a device may do something.
[[nodiscard]] Imported<CredentialFile> readCredentialFile(const QString &path, qint64 limit = largestCredentialFile);

} // namespace golive
