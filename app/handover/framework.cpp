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

QStringList texts(const QJsonValue &list)
{
    QStringList read;
    const QJsonArray entries = list.toArray();
    for (const auto &entry : entries)
        read.append(entry.toString());
    return read;
}

Framework frameworkFrom(const QJsonObject &entry)
{
    Framework framework;
    framework.id = entry[QLatin1String("id")].toString();
    framework.name = entry[QLatin1String("name")].toString();
    framework.publishableVariable = entry[QLatin1String("publishable")].toString();
    framework.secretVariable = entry[QLatin1String("secret")].toString();
    framework.file = entry[QLatin1String("file")].toString();
    framework.productionFile = entry[QLatin1String("productionFile")].toString();
    framework.sdk = entry[QLatin1String("sdk")].toString();
    framework.packages = texts(entry[QLatin1String("packages")]);
    framework.marks = texts(entry[QLatin1String("marks")]);
    return framework;
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

QString Framework::publicPrefix() const
{
    return publishableVariable.chopped(QStringLiteral("CLERK_PUBLISHABLE_KEY").size());
}

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
