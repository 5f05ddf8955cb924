#pragma once

#include <QString>

namespace golive {

/// Where this program keeps what it keeps in files: nothing of it is secret.
struct Places
{
    QString preferences; ///< the file
    QString journal; ///< the folder of the deployments

    /// Below `folder`, or where the system wants such things (XDG base directories) when it is empty.
    [[nodiscard]] static Places in(const QString &folder);
};

} // namespace golive
