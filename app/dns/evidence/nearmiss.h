#pragma once

#include "dns/evidence/dnsfinding.h"

#include <QByteArray>
#include <QList>

namespace golive {

/// A name at which the record may have ended up, and the mistake that puts it there.
struct NearMiss
{
    DnsFinding::Kind kind = DnsFinding::Kind::NameDoubled;
    QByteArray name;

    bool operator==(const NearMiss &) const = default;
};

/// The names worth a look when `host` of `domain` is missing from `zone`, the likeliest first. None
/// of them is in `others`, where other records of the same domain belong.
[[nodiscard]] QList<NearMiss> nearMissesOf(const QByteArray &host, const QByteArray &domain, const QByteArray &zone,
                                           const QByteArrayList &others);

} // namespace golive
