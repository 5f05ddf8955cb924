#pragma once

#include <QList>
#include <QString>
#include <QStringList>

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
    /// The file it reads when built for production only, where there is one: development keys in `file` stay.
    QString productionFile;
    QString sdk; ///< Clerk's package; empty where there is no single one
    QStringList packages; ///< of npm, any of which in package.json tells it
    QStringList marks; ///< patterns of files or folders that tell it, up to three folders deep

    /// True for an application that people have in their hands, and that must never get the secret key.
    [[nodiscard]] bool isBrowserOnly() const { return secretVariable.isEmpty(); }
    /// What the framework puts before the names of variables that go into its pages: `NEXT_PUBLIC_`.
    [[nodiscard]] QString publicPrefix() const;

    bool operator==(const Framework &) const = default;
};

/// All of them, in the order in which to offer them and to look for them.
[[nodiscard]] const QList<Framework> &frameworks();

[[nodiscard]] std::optional<Framework> frameworkWithId(const QString &id);

} // namespace golive
