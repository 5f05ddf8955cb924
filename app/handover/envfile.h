#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"
#include "handover/envmerge.h"
#include "handover/framework.h"

#include <QDateTime>

namespace golive {

/// The publishable key under the framework's name for it, and the secret key where one is given and the
/// framework has a server to keep it.
[[nodiscard]] QList<EnvVariable> keyVariables(const Framework &framework, const QString &publishableKey,
                                              const Secret *secretKey = nullptr);

/// Lines for an environment file, in UTF-8; a Secret since it may hold one.
[[nodiscard]] Secret environmentText(const QList<EnvVariable> &variables);

/// The same for the screen, with dots in place of secrets.
[[nodiscard]] QString environmentPreview(const QList<EnvVariable> &variables);

/// What stands in the file now; empty where there is none. StorageFailed, with the reason, for what
/// cannot be read, is no plain file, or is larger than any environment file.
[[nodiscard]] Result<Secret> readEnvironmentFile(const QString &path);

/// What became of a file.
struct EnvSaved
{
    QString path;
    QString backup; ///< where the file as it was is kept; empty where there was none or nothing changed
};

/// Writes `merge` over the file whose content was `before`, in one go: it is never half written. A copy
/// of what was there is kept beside it, for its owner alone. The file keeps its permissions, but gets no
/// wider ones than its owner's once a secret key is in it; a new file is its owner's alone.
///
/// VersionConflict when somebody changed the file meanwhile; StorageFailed, with the reason, when the
/// disk refuses. Then the file is as it was.
[[nodiscard]] Result<EnvSaved> saveEnvironmentFile(const QString &path, const Secret &before, const EnvMerge &merge,
                                                   const QDateTime &now);

/// `.env.before-golive-20261128-101500.local`: a name that the usual rules for ignored files cover, and
/// that no framework reads.
[[nodiscard]] QString environmentBackupName(const QDateTime &now);

} // namespace golive
