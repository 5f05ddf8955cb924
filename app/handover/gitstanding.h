#pragma once

#include "foundation/result.h"

#include <QFuture>
#include <QString>

namespace golive {

/// How a file stands with git.
enum class GitStanding {
    Unknown, ///< no repository, no git on this computer, or git does not say
    Ignored, ///< kept out, as a file with keys should be
    NotIgnored, ///< the next `git add .` would take it in
    Tracked, ///< whoever sees the repository sees the file
};

/// Asks the computer's own git, which reads and changes nothing else. `path` need not exist. Never an error.
[[nodiscard]] QFuture<Result<GitStanding>> askGit(const QString &path);

} // namespace golive
