#pragma once

#include "foundation/result.h"

#include <QList>
#include <QString>

namespace golive {

/// A line of a list of domains that is neither blank nor a comment.
struct ListedDomain
{
    int line = 0; ///< counted from one
    QString text; ///< as it stands there, shortened when it is longer than any domain

    bool operator==(const ListedDomain &) const = default;
};

/// Reads a file with a domain a line, `-` for standard input. `#` begins a comment. A sentence when
/// it cannot be read, names no domain, or has more than 100,000 lines.
[[nodiscard]] tl::expected<QList<ListedDomain>, QString> readDomainList(const QString &file);

} // namespace golive
