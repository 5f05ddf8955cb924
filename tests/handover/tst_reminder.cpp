#include "handover/reminder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

class TestReminder : public QObject
{
    Q_OBJECT

    static Reminder sample()
    {
        return {QStringLiteral("app_1-microsoft"), QDate(2027, 12, 31),
                QStringLiteral("Secret, for a; shop \\ expires"), QStringLiteral("First line\nsecond line"),
                QUrl(QStringLiteral("https://entra.microsoft.com/"))};
    }

    static QByteArray written(const Reminder &reminder)
    {
        return calendarFile(reminder, QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC));
    }

private Q_SLOTS:
    void isAWholeDayWithTwoAlarms()
    {
        const QList<QByteArray> lines = written(sample()).split('\n');
        QVERIFY(lines.contains("BEGIN:VCALENDAR\r"));
        QVERIFY(lines.contains("DTSTART;VALUE=DATE:20271231\r"));
        QVERIFY(lines.contains("DTEND;VALUE=DATE:20280101\r")); // the day after, which does not belong to it
        QVERIFY(lines.contains("DTSTAMP:20260105T090000Z\r"));
        QVERIFY(lines.contains("TRIGGER:-P14D\r"));
        QVERIFY(lines.contains("TRIGGER:-P1D\r"));
        QVERIFY(lines.contains("UID:app_1-microsoft@golive\r"));
        QCOMPARE(lines.count("BEGIN:VALARM\r"), 2);
        QCOMPARE(lines.count("END:VALARM\r"), 2);
    }

    void escapesWhatHasAMeaning()
    {
        const QByteArray file = written(sample());
        QVERIFY(file.contains("SUMMARY:Secret\\, for a\\; shop \\\\ expires\r\n"));
        QVERIFY(file.contains("DESCRIPTION:First line\\nsecond line\r\n"));
    }

    void foldsLongLinesBetweenCharacters()
    {
        Reminder reminder = sample();
        reminder.text = QString(60, QChar(0xe9)) + QStringLiteral("😀").repeated(30);
        const QByteArray file = written(reminder);
        for (const QByteArray &line : file.split('\n'))
            QVERIFY2(line.size() <= 76, line.constData()); // with its carriage return
        const QByteArray unfolded = QByteArray(file).replace("\r\n ", "");
        QVERIFY(unfolded.contains("DESCRIPTION:" + reminder.text.toUtf8() + "\r\n"));
        for (const QByteArray &line : file.split('\n'))
            QVERIFY(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter));
    }

    void writesTheFileOrSaysWhyNot()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("secret.ics"));
        QVERIFY(writeReminder(path, sample(), QDateTime::currentDateTimeUtc()));
        QVERIFY(QFile::exists(path));
        const auto refused = writeReminder(folder.filePath(QStringLiteral("none/secret.ics")), sample(),
                                           QDateTime::currentDateTimeUtc());
        QVERIFY(!refused && refused.error().kind == Error::Kind::StorageFailed);
        QVERIFY(refused.error().detail.contains(QStringLiteral("none/secret.ics")));
    }
};

QTEST_APPLESS_MAIN(TestReminder)
#include "tst_reminder.moc"
