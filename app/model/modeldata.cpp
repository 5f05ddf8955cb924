#include "model/modeldata.h"

#include <QFile>
#include <QJsonDocument>

// A static library's resources are dropped by the linker unless somebody asks for them, and the
// macro that does so must stand outside every namespace.
static void holdOnToResources()
{
    Q_INIT_RESOURCE(model);
}

namespace golive {

QJsonObject modelData(const QString &fileName)
{
    holdOnToResources();
    QFile file(QStringLiteral(":/model/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace golive
