#pragma once

#include "foundation/secret.h"

#include <tl/expected.hpp>

#include <QList>
#include <QString>
#include <QStringList>

namespace golive {

/// One variable that an environment file is to have.
struct EnvVariable
{
    QString name;
    Secret value; ///< made of letters, digits and `_-+/=.:,`; anything else is left out on the way
    bool isSecret = false; ///< it must not be shown, and makes the file one for its owner alone
};

/// Whose keys are being written, to notice those of somebody else.
struct EnvOwner
{
    QString productionHost; ///< the Frontend API's, such as `clerk.example.com`
    QString developmentHost; ///< empty where it is not known, and then not compared
    /// Of production before its domain was changed: keys of no use any more, which may be replaced.
    QStringList earlierHosts;
};

struct EnvChange
{
    enum class Kind { Added, Replaced, AlreadyThere };

    QString name;
    Kind kind = Kind::Added;
    int places = 1; ///< how often the file sets it; readers differ in which of several they take
    bool isSecret = false;

    bool operator==(const EnvChange &) const = default;
};

/// A file as it will be, and what is different about it.
struct EnvMerge
{
    Secret text;
    QList<EnvChange> changes; ///< one for each variable, in the order asked for
    /// Other variables that still hold a development key, such as a second framework's.
    QStringList developmentLeft;
    bool replacesDevelopment = false; ///< what this computer needs for working on the application is overwritten
    bool holdsSecret = false; ///< any secret key, whoever wrote it

    /// Nothing would be written.
    [[nodiscard]] bool changesNothing() const;
};

/// Why a file is left alone.
struct EnvRefusal
{
    enum class Kind {
        NotText, ///< UTF-16 or something binary
        OtherApplication, ///< `variable` holds the key of `host`, which is none of this application's
        /// The value of `variable` ends in an escaped quotation mark because no other can end it, as in `"C:\temp\"`.
        /// With the keys written, another could, and the value would be a different one.
        DoubtfulQuotation,
    };

    Kind kind = Kind::NotText;
    QString variable;
    QString host;
    bool isLive = false; ///< a production key: `host` may be an earlier domain's of the same application

    bool operator==(const EnvRefusal &) const = default;
};

/// Puts `variables` into an environment file as a careful person would: a value is replaced where it
/// stands, in its quotes, at every place that sets it; a new variable goes below the last of Clerk's, or
/// to the end under a heading. Every other byte stays: remarks, order, line ends, byte order mark, `export`.
[[nodiscard]] tl::expected<EnvMerge, EnvRefusal>
mergeEnvironment(const Secret &existing, const QList<EnvVariable> &variables, const EnvOwner &owner);

/// The value without whatever would change the meaning of the file.
[[nodiscard]] Secret plainEnvironmentValue(const Secret &value);

} // namespace golive
