#pragma once

#include "model/instanceconfig.h"
#include "model/settings/settingstopic.h"

#include <QJsonValue>
#include <QList>
#include <QSet>
#include <QStringList>

namespace golive {

/// The keys from the top of a configuration down to one value. Keys may hold any character.
using SettingPath = QStringList;

/// One value that development or production has, and how the two compare.
struct ComparedSetting
{
    enum class State {
        Same,
        Differs,
        MissingInProduction,
        OnlyInProduction,
    };
    /// Why a patch cannot bring production to development's value.
    enum class Obstacle {
        None,
        OnlyInProduction, ///< a patch adds and replaces, and takes nothing away
        NeedsCredentials, ///< of a connection: production has to have its own client first
        KindDiffers, ///< a group of settings on one side, a single value on the other
    };

    SettingPath path;
    QJsonValue development; ///< undefined where there is none
    QJsonValue production; ///< undefined where there is none
    State state = State::Same;
    Obstacle obstacle = Obstacle::None;
    SettingsTopic topic = SettingsTopic::Other;
    QString title; ///< of the schema, or made from the key
    QString description; ///< of the schema, may be empty
    QString type; ///< JSON Schema's word, of the schema or of the value

    /// True where production can be given development's value.
    [[nodiscard]] bool canBeCarried() const
    {
        return (state == State::Differs || state == State::MissingInProduction) && obstacle == Obstacle::None;
    }

    bool operator==(const ComparedSetting &) const = default;
};

/// Two configurations side by side.
struct SettingsComparison
{
    QList<ComparedSetting> settings; ///< by topic, in the order of settingsTopics(), then by path
    QList<SettingPath> withheld; ///< credentials and secrets of either side, which are not compared
    bool complete = true; ///< false: there was more than anybody could look through

    /// The settings that can be carried over and are among `ticked`.
    [[nodiscard]] QList<ComparedSetting> carried(const QSet<SettingPath> &ticked) const;
    /// All that can be carried over.
    [[nodiscard]] QSet<SettingPath> carriable() const;

    bool operator==(const SettingsComparison &) const = default;
};

/// Compares leaf by leaf, in linear time. Metadata, read-only values, credentials and masks are left
/// out; null counts as absent; an array is one leaf, a set where `schema` says so. `schema` is the
/// JSON Schema of the whole configuration, and may be empty.
[[nodiscard]] SettingsComparison compareSettings(const InstanceConfig &development, const InstanceConfig &production,
                                                 const QJsonObject &schema);

} // namespace golive
