#pragma once

#include <QList>
#include <QString>

namespace golive {

/// A value with the name that stood before it.
struct SnippetEntry
{
    QString name; ///< in upper snake case, with what it was nested in: `GOOGLE_CLIENT_ID`
    QString ownName; ///< the last part alone: `CLIENT_ID`
    QString value;

    bool operator==(const SnippetEntry &) const = default;
};

/// Every named value in the first 64 KiB of the text, in order: JSON of any depth, lines of environment files (quotes,
/// `export`, comments, values of several lines), YAML, TOML, object literals, and notes with a colon or with the value
/// in the next line.
[[nodiscard]] QList<SnippetEntry> snippetEntries(const QString &text);

} // namespace golive
