#include "places.h"

#include "wizard/preferences.h"

#include <QDir>
#include <QStandardPaths>

namespace golive {

Places Places::in(const QString &folder)
{
    if (!folder.isEmpty()) {
        const QDir own(QDir(folder).absolutePath());
        return {own.filePath(QStringLiteral("golive.conf")), own.filePath(QStringLiteral("golive-deployments"))};
    }
    return {Preferences::defaultFile(),
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                + QStringLiteral("/golive/deployments")};
}

} // namespace golive
