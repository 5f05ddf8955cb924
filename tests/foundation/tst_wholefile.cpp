#include "foundation/wholefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace golive;

namespace {

/// No file may grow beyond this many bytes, as on a full disk, for as long as it lives.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small {bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before {};
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestWholeFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("file"));

private Q_SLOTS:
    void init() { QVERIFY(writeWholeFile(m_path, "before")); }

    void replacesAFile()
    {
        QVERIFY(writeWholeFile(m_path, "after"));
        QCOMPARE(contentOf(m_path), QByteArrayLiteral("after"));
    }

    void givesItsPermissions()
    {
        const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        QVERIFY(writeWholeFile(m_path, "secret", owner));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(m_path) & others));
    }

    void leavesWhatWasThereWhenTheDiskIsFull_data()
    {
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("wanted");
        QTest::newRow("no room at all") << 0 << 10;
        QTest::newRow("room for half of it") << 5'000 << 10'000;
        QTest::newRow("room for half of a large one") << 50'000 << 100'000;
    }

    void leavesWhatWasThereWhenTheDiskIsFull()
    {
        QFETCH(int, room);
        QFETCH(int, wanted);
        Result<> written;
        {
            const FullDisk disk(static_cast<rlim_t>(room));
            written = writeWholeFile(m_path, QByteArray(wanted, 'x'));
        }
        QVERIFY(!written);
        QVERIFY(written.error().kind == Error::Kind::StorageFailed);
        QVERIFY(written.error().detail.startsWith(m_path + QStringLiteral(": ")));
        QCOMPARE(contentOf(m_path), QByteArrayLiteral("before"));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList {QStringLiteral("file")});
    }
};

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
