#include "handover/framework.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// A static library's resources are dropped by the linker unless somebody asks for them, and the
// macro that does so must stand outside every namespace.
static void holdOnToResources()
{
    Q_INIT_RESOURCE(handover);
}

namespace golive {
namespace {

Framework frameworkFrom(const QJsonObject &entry)
{
    return {
        entry[QLatin1String("id")].toString(),          entry[QLatin1String("name")].toString(),
        entry[QLatin1String("publishable")].toString(), entry[QLatin1String("secret")].toString(),
        entry[QLatin1String("file")].toString(),        entry[QLatin1String("sdk")].toString(),
    };
}

QList<Framework> readFrameworks()
{
    holdOnToResources();
    QFile file(QStringLiteral(":/handover/frameworks.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Framework> read;
    const QJsonArray entries = QJsonDocument::fromJson(file.readAll())[QLatin1String("frameworks")].toArray();
    for (const auto &entry : entries)
        read.append(frameworkFrom(entry.toObject()));
    return read;
}

} // namespace

const QList<Framework> &frameworks()
{
    static const QList<Framework> all = readFrameworks();
    return all;
}

std::optional<Framework> frameworkWithId(const QString &id)
{
    const QList<Framework> &all = frameworks();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const Framework &each) { return each.id == id; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

} // namespace golive
