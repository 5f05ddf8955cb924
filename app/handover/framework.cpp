#include "handover/framework.h"

#include "handover/handoverdata.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace golive {
namespace {

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
    framework.packages = textsOf(entry[QLatin1String("packages")]);
    framework.marks = textsOf(entry[QLatin1String("marks")]);
    return framework;
}

QList<Framework> readFrameworks()
{
    QList<Framework> read;
    const QJsonArray entries = handoverData(QStringLiteral("frameworks.json"))[QLatin1String("frameworks")].toArray();
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
