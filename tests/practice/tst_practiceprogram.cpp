#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTest>

#include <memory>

/// golive-practice-server as whoever starts it sees it.
class TestPracticeProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItIsAndServesUntilItIsEnded()
    {
        QProcess program;
        const QStringList lines = start(program, {QStringLiteral("--port"), QStringLiteral("0")});
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(0).startsWith(QLatin1String("http://127.0.0.1:")));
        QVERIFY(lines.at(1).startsWith(QLatin1String("ak_")));
        QVERIFY(lines.at(2).startsWith(QLatin1String("dns 127.0.0.1:")));
        QCOMPARE(get(lines, QStringLiteral("/v1/platform/applications")).array().size(), 4);

        program.terminate();
        QVERIFY(program.waitForFinished(5'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void entersRecordsRightWhenAsked()
    {
        QProcess program;
        const QStringList lines = start(program, {QStringLiteral("--pace=fast"), QStringLiteral("--publish=right")});
        const QJsonArray records = get(lines, QStringLiteral("/practice/records")).array();
        QCOMPARE(records.size(), 5);
        for (const QJsonValue &record : records)
            QCOMPARE(record[QStringLiteral("entry")].toString(), QStringLiteral("right"));
        program.terminate();
        QVERIFY(program.waitForFinished(5'000));
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("port") << QStringLiteral("--port=many");
        QTest::newRow("large port") << QStringLiteral("--port=65536");
        QTest::newRow("pace") << QStringLiteral("--pace=slow");
        QTest::newRow("publish") << QStringLiteral("--publish=wrong");
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, option);
        QProcess program;
        program.start(QStringLiteral(PRACTICE_SERVER), {option});
        QVERIFY(program.waitForFinished(5'000));
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(!program.readAllStandardError().isEmpty());
    }

    void explainsItself()
    {
        QProcess program;
        program.start(QStringLiteral(PRACTICE_SERVER), {QStringLiteral("--help")});
        QVERIFY(program.waitForFinished(5'000));
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().contains("--publish-after"));
    }

private:
    static QStringList start(QProcess &program, const QStringList &options)
    {
        program.start(QStringLiteral(PRACTICE_SERVER), options);
        QByteArray said;
        const bool complete = QTest::qWaitFor(
            [&] {
                said += program.readAllStandardOutput();
                return said.count('\n') == 3;
            },
            10'000);
        if (!complete)
            QTest::qFail("the practice server did not say where it is", __FILE__, __LINE__);
        return QString::fromLatin1(said).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

    static QJsonDocument get(const QStringList &lines, const QString &path)
    {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(lines.value(0) + path));
        request.setRawHeader("Authorization", "Bearer " + lines.value(1).toLatin1());
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            QTest::qFail("no answer within ten seconds", __FILE__, __LINE__);
        return QJsonDocument::fromJson(reply->readAll());
    }
};

QTEST_GUILESS_MAIN(TestPracticeProgram)
#include "tst_practiceprogram.moc"
