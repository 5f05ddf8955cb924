#include "handover/handoverdata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

// A static library's resources are dropped by the linker unless somebody asks for them, and the
// macro that does so must stand outside every namespace.
static void holdOnToResources()
{
    Q_INIT_RESOURCE(handover);
}

namespace golive {
namespace {

QByteArray resource(const QString &fileName)
{
    holdOnToResources();
    QFile file(QStringLiteral(":/handover/") + fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QJsonObject handoverData(const QString &fileName)
{
    return QJsonDocument::fromJson(resource(fileName)).object();
}

QString handoverTemplate(const QString &fileName)
{
    return QString::fromUtf8(resource(fileName));
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray entries = array.toArray();
    for (const auto &entry : entries)
        texts.append(entry.toString());
    return texts;
}

} // namespace golive
