#include "handover/reminder.h"

#include <QSaveFile>
#include <QStringList>

namespace golive {
namespace {

constexpr qsizetype longestLine = 75; ///< bytes, without the line end (RFC 5545, 3.1)

/// RFC 5545, 3.3.11
QString escaped(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char(';'), QLatin1String("\\;"));
    text.replace(QLatin1Char(','), QLatin1String("\\,"));
    text.remove(QLatin1Char('\r'));
    text.replace(QLatin1Char('\n'), QLatin1String("\\n"));
    return text;
}

/// A long line goes on behind a line end and a blank, never within a character.
QByteArray folded(const QString &line)
{
    QByteArray out;
    qsizetype length = 0;
    for (qsizetype at = 0; at < line.size();) {
        const qsizetype units = line.at(at).isHighSurrogate() && at + 1 < line.size() ? 2 : 1;
        const QByteArray character = line.mid(at, units).toUtf8();
        if (length + character.size() > longestLine) {
            out += "\r\n ";
            length = 1;
        }
        out += character;
        length += character.size();
        at += units;
    }
    return out + "\r\n";
}

QStringList alarm(const QString &before, const QString &title)
{
    return {QStringLiteral("BEGIN:VALARM"), QStringLiteral("ACTION:DISPLAY"), QStringLiteral("TRIGGER:-") + before,
            QStringLiteral("DESCRIPTION:") + escaped(title), QStringLiteral("END:VALARM")};
}

} // namespace

QByteArray calendarFile(const Reminder &reminder, const QDateTime &now)
{
    const QString day = QStringLiteral("yyyyMMdd");
    QStringList lines {QStringLiteral("BEGIN:VCALENDAR"),
                       QStringLiteral("VERSION:2.0"),
                       QStringLiteral("PRODID:-//Golive//Golive//EN"),
                       QStringLiteral("BEGIN:VEVENT"),
                       QStringLiteral("UID:%1@golive").arg(escaped(reminder.id)),
                       QStringLiteral("DTSTAMP:") + now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")),
                       QStringLiteral("DTSTART;VALUE=DATE:") + reminder.day.toString(day),
                       QStringLiteral("DTEND;VALUE=DATE:") + reminder.day.addDays(1).toString(day),
                       QStringLiteral("SUMMARY:") + escaped(reminder.title),
                       QStringLiteral("DESCRIPTION:") + escaped(reminder.text),
                       QStringLiteral("TRANSP:TRANSPARENT")};
    if (!reminder.page.isEmpty())
        lines.append(QStringLiteral("URL:") + reminder.page.toString(QUrl::FullyEncoded));
    lines += alarm(QStringLiteral("P14D"), reminder.title);
    lines += alarm(QStringLiteral("P1D"), reminder.title);
    lines += {QStringLiteral("END:VEVENT"), QStringLiteral("END:VCALENDAR")};
    QByteArray file;
    for (const QString &line : std::as_const(lines))
        file += folded(line);
    return file;
}

Result<> writeReminder(const QString &path, const Reminder &reminder, const QDateTime &now)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(calendarFile(reminder, now)) < 0 || !file.commit())
        return failure(Error::Kind::StorageFailed, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

} // namespace golive
