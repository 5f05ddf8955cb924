#pragma once

#include "dns/watch/recordwatch.h"

#include <QMetaType>
#include <QUrl>

#include <optional>

namespace golive {

/// A page that helps with a finding.
struct FindingLink
{
    QString label; ///< what a button says
    QUrl address; ///< https only

    bool operator==(const FindingLink &) const = default;
};

/// What is wrong, and what to do about it. Plain text: server text is in it only as names, shortened.
struct FindingWords
{
    QString problem; ///< empty for DnsFinding::Kind::None only
    QString fix; ///< what to do, or that there is nothing to do; never empty when there is a problem
    std::optional<FindingLink> link;

    bool operator==(const FindingWords &) const = default;
};

/// What the sentences are made from besides the finding: the domain, its provider, and the record
/// if it is about one. All but the domain may be empty.
struct FindingContext
{
    QString host; ///< full name of the record
    QString target;
    QString nameToType; ///< relative to the zone; empty while the zone is not known
    QString zone;
    QString provider; ///< for people; empty when unknown
    QString console; ///< address of the provider's page for records
    QString domain;
    QString valueToType; ///< the target as the provider wants it; empty when that is not known
    bool onCloudflare = false;
    bool takesZoneFile = true; ///< nothing speaks against importing one there
    QString registrar; ///< where the domain is registered; empty when unknown

    bool operator==(const FindingContext &) const = default;

    /// For a finding of the whole domain.
    [[nodiscard]] static FindingContext of(const RecordWatch::View &view, const QString &domain);
    /// For the finding of one record.
    [[nodiscard]] static FindingContext of(const RecordWatch::View &view, const QString &domain,
                                           const RecordView &record);
};

/// The provider's name for people; empty when nobody knows it.
[[nodiscard]] QString providerNameOf(const RecordWatch::View &view);
/// The page for this zone's records, by the provider's own word before ours; empty or https.
[[nodiscard]] QString consoleOf(const RecordWatch::View &view);
/// The address, or nothing where it is not one of https.
[[nodiscard]] QString safeAddress(const QString &address);

/// True when the zone is with Cloudflare, whose proxy and menus are a case of their own.
[[nodiscard]] bool isOnCloudflare(const RecordWatch::View &view);

} // namespace golive
