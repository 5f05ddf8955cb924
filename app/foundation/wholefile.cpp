#include "foundation/wholefile.h"

#include <QSaveFile>

namespace golive {

Result<> writeWholeFile(const QString &path, const QByteArray &bytes, QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false); // in place it could be left half written
    // All is written at once, and a buffer of Qt's would keep what may be a secret.
    const bool opened
        = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && (!permissions || file.setPermissions(permissions));
    if (opened && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return {};
    return failure(Error::Kind::StorageFailed, path + QStringLiteral(": ") + file.errorString());
}

} // namespace golive
