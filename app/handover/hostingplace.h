#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace golive {

/// Where an application runs, and where its variables are entered there. The table is
/// resources/hostingplaces.json; its sentences are English and translated by whoever shows them.
struct HostingPlace
{
    QString id;
    QString name;
    QUrl console; ///< where to sign in; empty for "something else"
    QStringList steps; ///< in order; the last ones see to a new build
    QString previews; ///< what holds for the place's preview deployments; may be empty

    bool operator==(const HostingPlace &) const = default;
};

/// All of them, in the order in which to offer them; the last is for everything else.
[[nodiscard]] const QList<HostingPlace> &hostingPlaces();

[[nodiscard]] std::optional<HostingPlace> hostingPlaceWithId(const QString &id);

} // namespace golive
