#pragma once

#include <QString>

#include <optional>

namespace golive {

/// Two texts written below each other, so that what differs can be seen character by character.
/// Both are of the same length: a gap stands where the other has a character more.
struct Alignment
{
    static constexpr QChar gap = QChar(0x00b7);

    QString expected;
    QString seen;

    /// True where the two columns are not the same; case does not matter in DNS.
    [[nodiscard]] bool differsAt(qsizetype column) const;

    bool operator==(const Alignment &) const = default;
};

/// Nothing when the two are the same, or so different that looking for differences does not help.
[[nodiscard]] std::optional<Alignment> align(const QString &expected, const QString &seen);

} // namespace golive
