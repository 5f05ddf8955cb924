#include "check/domainlist.h"

#include <QTemporaryDir>
#include <QTest>

using namespace golive;

class TestDomainList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsADomainALine()
    {
        const auto listed = read("\xef\xbb\xbf"
                                 "example.com\n\n  # mine\n example.net # a customer's\r\nlast.example");
        QVERIFY(listed.has_value());
        QCOMPARE(*listed,
                 QList<ListedDomain>({{1, QStringLiteral("example.com")},
                                      {4, QStringLiteral("example.net")},
                                      {5, QStringLiteral("last.example")}}));
    }

    void keepsTheBeginningOfALineThatIsNone()
    {
        const auto listed = read(QByteArray(100'000, 'x') + "\nexample.com\n");
        QVERIFY(listed.has_value());
        QCOMPARE(listed->size(), 2);
        QVERIFY(listed->constFirst().text.size() < 2'000);
        QCOMPARE(listed->constLast(), (ListedDomain {2, QStringLiteral("example.com")}));
    }

    void takesAHundredThousandLines()
    {
        const QByteArray all = QByteArray("a.example\n").repeated(100'000);
        const auto listed = read(all);
        QVERIFY(listed.has_value());
        QCOMPARE(listed->size(), 100'000);

        const auto tooLong = read(all + "one.more.example\n");
        QVERIFY(!tooLong);
        QVERIFY2(tooLong.error().contains(QLatin1String("100000")), qPrintable(tooLong.error()));
    }

    void refusesAnEndlessLine()
    {
        const auto listed = read(QByteArray(qsizetype(65) * 1024 * 1024, 'x'));
        QVERIFY(!listed);
    }

    void refusesAListWithoutDomains_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("comments") << QByteArray("# nothing\n\n   \n#");
    }

    void refusesAListWithoutDomains()
    {
        QFETCH(QByteArray, contents);
        const auto listed = read(contents);
        QVERIFY(!listed);
        QVERIFY2(listed.error().contains(file()), qPrintable(listed.error()));
    }

    void saysThatAFileCannotBeRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing.txt"));
        QTest::newRow("a folder") << m_folder.path();
    }

    void saysThatAFileCannotBeRead()
    {
        QFETCH(QString, name);
        const auto listed = readDomainList(name);
        QVERIFY(!listed);
        QVERIFY2(listed.error().contains(name), qPrintable(listed.error()));
    }

private:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("list.txt")); }

    tl::expected<QList<ListedDomain>, QString> read(const QByteArray &contents) const
    {
        QFile written(file());
        if (!written.open(QIODevice::WriteOnly) || written.write(contents) != contents.size())
            qFatal("cannot write the list");
        written.close();
        return readDomainList(file());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDomainList)
#include "tst_domainlist.moc"
