#pragma once

#include "foundation/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QUrl>

namespace golive {

/// A day to be reminded of.
struct Reminder
{
    QString id; ///< the same for the same matter, so that a calendar replaces instead of adding
    QDate day;
    QString title;
    QString text;
    QUrl page; ///< where to do it; may be empty
};

/// An event of that whole day with an alarm two weeks and one a day ahead, as every calendar reads it (RFC 5545).
/// `now` is when the file is made.
[[nodiscard]] QByteArray calendarFile(const Reminder &reminder, const QDateTime &now);

/// Writes it; StorageFailed with the reason when it cannot be.
[[nodiscard]] Result<> writeReminder(const QString &path, const Reminder &reminder, const QDateTime &now);

} // namespace golive
