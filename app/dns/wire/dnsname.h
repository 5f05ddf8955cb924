#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <optional>

/// Domain names as this room compares them: lower-case ASCII without a final dot, the root as `.`,
/// a dot, a backslash or an unprintable octet inside a label escaped as RFC 1035 section 5.1 has it.
namespace golive {

/// What `typed` is in that form. International names have to be in their `xn--` form already.
[[nodiscard]] QByteArray dnsName(const QString &typed);

/// The labels from left to right, still escaped; none for the root.
[[nodiscard]] QByteArrayList labelsOf(const QByteArray &name);

/// The name made of the last `count` labels of `name`; the root for none.
[[nodiscard]] QByteArray lastLabels(const QByteArray &name, qsizetype count);

/// One label less on the left; the root stays the root.
[[nodiscard]] QByteArray parentOf(const QByteArray &name);

/// `left` written in front of `right`, either of which may be the root.
[[nodiscard]] QByteArray joinNames(const QByteArray &left, const QByteArray &right);

/// True for the zone's apex too.
[[nodiscard]] bool isAtOrBelow(const QByteArray &name, const QByteArray &zone);

/// What is left of `name` without `zone`: empty at the apex, nothing when it lies elsewhere.
[[nodiscard]] std::optional<QByteArray> relativeTo(const QByteArray &name, const QByteArray &zone);

/// The octets a label stands for. Nothing when it is empty, over 63 octets or wrongly escaped.
[[nodiscard]] std::optional<QByteArray> octetsOfLabel(const QByteArray &label);

/// A label's octets in lower case, escaped where needed.
[[nodiscard]] QByteArray labelOfOctets(QByteArrayView octets);

} // namespace golive
