#pragma once

#include "foundation/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace golive {

/// `--record HOST=TARGET`, as it was typed.
struct TypedRecord
{
    QString host;
    QString target;

    bool operator==(const TypedRecord &) const = default;
};

/// What `golive check` is asked to do.
struct CheckOptions
{
    QString domain; ///< in ASCII form; empty when there is a list
    QString list; ///< file with a domain a line, `-` for standard input
    QList<TypedRecord> records; ///< none: those Clerk usually asks for
    QStringList resolvers; ///< valid ones; none: as preferred
    std::optional<quint16> authoritativePort; ///< none: as preferred
    std::optional<std::chrono::seconds> wait;
    bool json = false;
    QString language;

    bool operator==(const CheckOptions &) const = default;
};

/// What became of the arguments after `check`.
struct CheckArguments
{
    CheckOptions options;
    QString help; ///< what was asked for instead of a check; ends with a line break
    QString mistake; ///< a sentence that names it; empty when there is none
};

/// Needs no application object. Nothing is asked of any network.
[[nodiscard]] CheckArguments parseCheckArguments(const QStringList &arguments);

/// The domain in what somebody typed, in ASCII form, or a sentence that says what is wrong with it.
/// A hosting provider's own domain passes: that it is one is for the check to say.
[[nodiscard]] tl::expected<QString, QString> checkableDomain(const QString &typed);

} // namespace golive
