#pragma once

#include "model/settingssummary.h"

#include <QUrl>

namespace golive {

/// What becomes of one part of development when production is made as its clone, and how
/// production comes by it all the same.
struct CloneRule
{
    enum class Fate {
        Taken,
        Left, ///< Clerk says so
        Uncertain, ///< nobody says; expect to miss it, and look afterwards
    };
    enum class Way {
        Nothing, ///< it came along
        Patch, ///< tick it in the comparison
        OwnCall, ///< Golive adds them one by one, when told to
        Credentials, ///< Golive's step for sign-in providers
        Dashboard, ///< only by hand
        Never, ///< it cannot be moved at all
    };

    QString what; ///< a word of the data file, such as `paths`
    std::optional<LeftBehind> entry; ///< its entry in leftBehind(), if it has one
    Fate fate = Fate::Taken;
    Way way = Way::Nothing;
    QStringList keys; ///< top-level keys of a configuration; a `*` at the end stands for anything
    QString page; ///< of the Dashboard, as a path; empty where there is nothing to do

    [[nodiscard]] bool covers(const QString &topLevelKey) const;
    /// The page to do it on, of the instance that was last looked at.
    [[nodiscard]] QUrl pageOn(const QUrl &dashboard) const;
};

/// The rules of resources/clonerules.json, in their order. What no rule covers is taken along.
[[nodiscard]] const QList<CloneRule> &cloneRules();

/// What a clone does with a top-level key.
[[nodiscard]] CloneRule::Fate cloneFateOf(const QString &topLevelKey);

} // namespace golive
