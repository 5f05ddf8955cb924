#include "handover/hostingplace.h"

#include "handover/handoverdata.h"

#include <QJsonArray>

#include <algorithm>

namespace golive {
namespace {

QList<HostingPlace> readPlaces()
{
    QList<HostingPlace> read;
    const QJsonArray entries = handoverData(QStringLiteral("hostingplaces.json"))[QLatin1String("places")].toArray();
    for (const auto &entry : entries)
        read.append({entry[QLatin1String("id")].toString(), entry[QLatin1String("name")].toString(),
                     QUrl(entry[QLatin1String("console")].toString()), textsOf(entry[QLatin1String("steps")]),
                     textsOf(entry[QLatin1String("previews")]).value(0)});
    return read;
}

} // namespace

const QList<HostingPlace> &hostingPlaces()
{
    static const QList<HostingPlace> all = readPlaces();
    return all;
}

std::optional<HostingPlace> hostingPlaceWithId(const QString &id)
{
    const auto &all = hostingPlaces();
    const auto found
        = std::find_if(all.cbegin(), all.cend(), [&id](const HostingPlace &each) { return each.id == id; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

} // namespace golive
