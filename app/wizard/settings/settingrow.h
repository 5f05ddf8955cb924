#pragma once

#include <QString>

namespace golive {

/// One line of a list of settings: a heading, or a setting with its values in words.
///
/// Titles, explanations and values may hold server text: show them as plain text.
struct SettingRow
{
    enum class Kind { Heading, Value };
    enum class Tick {
        None, ///< there is nothing to choose
        Off,
        Partly, ///< of a heading: some below it
        On,
    };
    /// What `state` says, for sign and colour.
    enum class Standing {
        Plain,
        Same,
        Different,
        Missing,
        Blocked, ///< different, and it cannot be carried over
        Good,
        Bad,
        Unsure,
    };

    Kind kind = Kind::Value;
    QString id; ///< stays the same while the setting is there
    QString title;
    QString explanation; ///< may be empty
    QString first; ///< the value in the first column
    QString second; ///< the value in the second, where there is one
    QString state; ///< how the two compare, or what became of the setting
    Standing standing = Standing::Plain;
    Tick tick = Tick::None;

    bool operator==(const SettingRow &) const = default;
};

/// What stands above the columns. An empty caption: there is no such column.
struct SettingColumns
{
    QString setting;
    QString first;
    QString second;
    QString state;

    bool operator==(const SettingColumns &) const = default;
};

} // namespace golive
