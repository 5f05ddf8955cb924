#include "model/credentials/credentialfile.h"
#include "model/credentials/credentialtext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace golive;
using Kind = ImportFault::Kind;

namespace {

QString write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray utf16(const char *text, bool bigEndian, bool mark)
{
    QByteArray bytes = mark ? QByteArray(bigEndian ? "\xfe\xff" : "\xff\xfe") : QByteArray();
    for (const char each : QByteArray(text))
        bytes.append(bigEndian ? '\0' : each).append(bigEndian ? each : '\0');
    return bytes;
}

} // namespace

class TestCredentialFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void readsARegularFile()
    {
        const auto file = readCredentialFile(write(path("AuthKey_AB12CD34EF.p8"), "a\r\nb\n"));
        QVERIFY(file);
        QCOMPARE(file->name, QStringLiteral("AuthKey_AB12CD34EF.p8"));
        QCOMPARE(file->linkTarget, QString());
        QCOMPARE(file->content.reveal(), QByteArray("a\r\nb\n"));
    }

    void readsAnEmptyFile()
    {
        const auto file = readCredentialFile(write(path("empty"), {}));
        QVERIFY(file);
        QVERIFY(file->content.isEmpty());
    }

    void namesTheFileBehindLinks()
    {
        write(path("real.json"), "{}");
        QVERIFY(QFile::link(path("real.json"), path("first")));
        QVERIFY(QFile::link(path("first"), path("second.json")));
        const auto file = readCredentialFile(path("second.json"));
        QVERIFY(file);
        QCOMPARE(file->name, QStringLiteral("second.json"));
        QCOMPARE(file->linkTarget, QStringLiteral("real.json"));
        QCOMPARE(file->content.reveal(), QByteArray("{}"));
    }

    void leavesNothingBehind()
    {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("key.p8")), "key");
        QVERIFY(readCredentialFile(folder.filePath(QStringLiteral("key.p8"))));
        const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        QCOMPARE(QDir(folder.path()).entryList(all), QStringList {QStringLiteral("key.p8")});
    }

    void takesExactlyTheLimit_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("taken");
        QTest::newRow("below") << 9 << true;
        QTest::newRow("at") << 10 << true;
        QTest::newRow("above") << 11 << false;
    }

    void takesExactlyTheLimit()
    {
        QFETCH(int, size);
        QFETCH(bool, taken);
        const auto file = readCredentialFile(write(path("sized"), QByteArray(size, 'x')), 10);
        QCOMPARE(file.has_value(), taken);
        if (taken)
            QCOMPARE(file->content.reveal().size(), size);
        else
            QVERIFY(file.error().kind == Kind::TooLarge);
    }

    void refusesFiftyMegabytes()
    {
        QFile file(path("large.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(50LL * 1024 * 1024)); // sparse: it takes no room
        QVERIFY(readCredentialFile(file.fileName()).error().kind == Kind::TooLarge);
    }

    void countsWhatAFileThatClaimsToBeEmptyHolds()
    {
        const QString status = QStringLiteral("/proc/self/status");
        QCOMPARE(QFileInfo(status).size(), 0);
        QVERIFY(readCredentialFile(status, 20).error().kind == Kind::TooLarge);
        QVERIFY(readCredentialFile(status)->content.reveal().startsWith("Name:"));
    }

    void saysWhatElseItIs()
    {
        const auto kindOf = [](const QString &each) { return readCredentialFile(each).error().kind; };
        QVERIFY(kindOf(QString()) == Kind::Missing);
        QVERIFY(kindOf(path("gone")) == Kind::Missing);
        QVERIFY(kindOf(QString(5000, QLatin1Char('n'))) == Kind::Missing);
        QVERIFY(kindOf(write(path("file"), "x") + QStringLiteral("/below")) == Kind::Missing);
        QVERIFY(kindOf(path("file") + QChar(0) + QLatin1Char('x')) == Kind::Missing);
        QVERIFY(kindOf(m_folder.path()) == Kind::Directory);
        QVERIFY(kindOf(QStringLiteral("/dev/zero")) == Kind::Device);
        QVERIFY(kindOf(QStringLiteral("/dev/null")) == Kind::Device);
        QVERIFY(kindOf(QStringLiteral("/proc/self/mem")) == Kind::ReadFailed);

        QVERIFY(QFile::link(path("nowhere"), path("dangling")));
        QVERIFY(kindOf(path("dangling")) == Kind::BrokenLink);
        QVERIFY(QFile::link(path("circle"), path("circle")));
        QVERIFY(kindOf(path("circle")) == Kind::BrokenLink);
        QVERIFY(QFile::link(m_folder.path(), path("folderlink")));
        QVERIFY(kindOf(path("folderlink")) == Kind::Directory);
    }

    void doesNotWaitForAPipe()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
        QVERIFY(readCredentialFile(path("pipe")).error().kind == Kind::Pipe);
    }

    void tellsASocket()
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path("socket"));
        QVERIFY(static_cast<std::size_t>(name.size()) < sizeof(address.sun_path));
        std::copy(name.cbegin(), name.cend(), address.sun_path);
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
        ::close(descriptor);
        QVERIFY(readCredentialFile(path("socket")).error().kind == Kind::Socket);
    }

    void tellsAFileThatMayNotBeRead()
    {
        const QString locked = write(path("locked"), "x");
        QVERIFY(QFile::setPermissions(locked, {}));
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        QVERIFY(readCredentialFile(locked).error().kind == Kind::Unreadable);
    }

    void readsTextAndTellsWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::optional<Kind>>("fault");
        const auto text = [](const char *title, const QByteArray &content, const char *read) {
            QTest::newRow(title) << content << QString::fromUtf8(read) << std::optional<Kind>();
        };
        const auto none = [](const char *title, const QByteArray &content, Kind kind) {
            QTest::newRow(title) << content << QString() << std::optional(kind);
        };
        text("plain", "abc", "abc");
        text("letters", "Größe • x", "Größe • x");
        text("mark", "\xef\xbb\xbf{}", "{}");
        text("line ends", "a\r\nb\tc", "a\r\nb\tc");
        none("empty", "", Kind::Empty);
        none("white space", " \r\n\t ", Kind::Empty);
        none("only a mark", "\xef\xbb\xbf", Kind::Empty);
        none("UTF-16 LE", utf16("{\"web\": 1}", false, false), Kind::Utf16);
        none("UTF-16 BE", utf16("{\"web\": 1}", true, false), Kind::Utf16);
        none("UTF-16 LE, mark", utf16("{\"web\": 1}", false, true), Kind::Utf16);
        none("UTF-16 BE, mark", utf16("{\"web\": 1}", true, true), Kind::Utf16);
        none("Latin-1",
             "Gr\xf6\xdf"
             "e",
             Kind::OtherEncoding);
        none("cut letter", "Gr\xc3", Kind::OtherEncoding);
        none("picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), Kind::Binary);
        none("zeros", QByteArray(64, '\0'), Kind::Binary);
        none("a zero in text", QByteArray("abc\0def", 7), Kind::Binary);
        none("too much", QByteArray(largestCredentialFile + 1, 'a'), Kind::TooLarge);
    }

    void readsTextAndTellsWhatIsNone()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, text);
        QFETCH(std::optional<Kind>, fault);
        const auto read = textOf(Secret(content));
        QCOMPARE(read.has_value(), !fault.has_value());
        if (read)
            QCOMPARE(read->text(), text);
        else
            QCOMPARE(static_cast<int>(read.error().kind), static_cast<int>(*fault));
    }
};

QTEST_APPLESS_MAIN(TestCredentialFile)
#include "tst_credentialfile.moc"
