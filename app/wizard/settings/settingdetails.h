#pragma once

#include "wizard/settings/comparisontable.h"

#include <QUrl>

namespace golive {

/// One line of a list of settings at length. All of it may hold server text.
struct SettingDetails
{
    QString title;
    QString technical; ///< its path, as Clerk writes it
    QString explanation;
    QString firstCaption;
    QString first;
    QString secondCaption;
    QString second;
    QString remark; ///< why it cannot be carried over
    QUrl dashboard;

    bool operator==(const SettingDetails &) const = default;
};

/// `instancePage` is where the Dashboard leads for settings that have no page of their own.
[[nodiscard]] SettingDetails detailsOf(const ComparisonTable::Line &line, const SettingColumns &columns,
                                       const QUrl &dashboard, const QUrl &instancePage);

} // namespace golive
