#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace golive {

/// Where one kind of application expects Clerk's keys. The table is resources/frameworks.json.
struct Framework
{
    QString id; ///< such as `nextjs`; kept across runs
    QString name; ///< for people
    QString publishableVariable;
    QString secretVariable; ///< empty for what runs in a browser or on a phone
    QString file; ///< the environment file it reads
    QString sdk; ///< Clerk's package; empty where there is no single one

    /// True for an application that people have in their hands, and that must never get the secret key.
    [[nodiscard]] bool isBrowserOnly() const { return secretVariable.isEmpty(); }

    bool operator==(const Framework &) const = default;
};

/// All of them, in the order in which to offer them.
[[nodiscard]] const QList<Framework> &frameworks();

[[nodiscard]] std::optional<Framework> frameworkWithId(const QString &id);

} // namespace golive
