#include "testkit/dnsfield.h"
#include "testkit/practiceprocess.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>

using namespace golive;

namespace {

const QString practised = QStringLiteral("harbour-bookings.example"); // in production from the beginning

/// The program as a script starts it: without a display, with nobody's preferences.
class Golive
{
public:
    explicit Golive(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("HOME"), m_home.path());
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(GOLIVE), QStringList(QStringLiteral("check")) + arguments);
        m_process.write(input);
        m_process.closeWriteChannel();
    }

    /// What it ended with; the event loop runs meanwhile, for servers in this process.
    int exitCode()
    {
        if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 60'000))
            QTest::qFail("golive check does not come to an end", __FILE__, __LINE__);
        out += m_process.readAllStandardOutput();
        err += m_process.readAllStandardError();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    bool saysToThePerson(const QByteArray &words)
    {
        return QTest::qWaitFor(
            [&] {
                err += m_process.readAllStandardError();
                return err.contains(words);
            },
            30'000);
    }

    void interrupt() { ::kill(static_cast<pid_t>(m_process.processId()), SIGINT); }

    QByteArray out;
    QByteArray err;

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

QStringList at(const PracticeProcess &server)
{
    QStringList options {QStringLiteral("--authoritative-port"), QString::number(server.authoritativePort)};
    for (const QString &resolver : server.resolvers)
        options += {QStringLiteral("--resolver"), resolver};
    return options;
}

QStringList at(const DnsField &field)
{
    return {QStringLiteral("--authoritative-port"), QString::number(field.authoritativePort()),
            QStringLiteral("--resolver"), field.resolver()};
}

QJsonObject recordOf(const QJsonObject &answer, const QString &host)
{
    const QJsonArray records = answer[QLatin1String("records")].toArray();
    for (const auto &record : records)
        if (record[QLatin1String("host")].toString() == host)
            return record.toObject();
    return {};
}

} // namespace

/// `golive check` as a process of its own, against DNS servers on loopback.
class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_recorded.setFileName(QStringLiteral(RECORDED_ANSWERS));
        QVERIFY(m_recorded.open(QIODevice::WriteOnly | QIODevice::Truncate));
    }

    void endsWithZeroWhenAllRecordsAreRight()
    {
        PracticeProcess server(QStringLiteral(PRACTICE_SERVER));
        enterAll(server, QStringLiteral("right"));
        Golive golive(QStringList {practised, QStringLiteral("--json")} + at(server));
        QCOMPARE(golive.exitCode(), 0);
        QCOMPARE(golive.err, QByteArray());
        const QList<QJsonObject> answers = objectsIn(golive.out);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0][QLatin1String("domain")].toString(), practised);
        QCOMPARE(answers[0][QLatin1String("zone")].toString(), practised);
        QVERIFY(answers[0][QLatin1String("queries")].toInt() > 10);
        const QJsonArray records = answers[0][QLatin1String("records")].toArray();
        QCOMPARE(records.size(), 5);
        for (const auto &record : records) {
            QCOMPARE(record[QLatin1String("state")].toString(), QStringLiteral("seen"));
            QCOMPARE(record[QLatin1String("resolvers")].toArray().size(), 3);
        }
    }

    void saysWhatIsWrongWithWhich()
    {
        PracticeProcess server(QStringLiteral(PRACTICE_SERVER));
        enterAll(server, QStringLiteral("right"));
        server.enter(host("clerk"), QStringLiteral("typo"));
        server.enter(host("accounts"), QStringLiteral("name_doubled"));
        server.enter(host("clkmail"), QStringLiteral("proxied"));
        Golive golive(QStringList {practised, QStringLiteral("--json")} + at(server));
        QCOMPARE(golive.exitCode(), 1);
        const QJsonObject answer = objectsIn(golive.out).value(0);
        const auto findingOf
            = [&](const char *record) { return recordOf(answer, host(record))[QLatin1String("finding")].toString(); };
        QCOMPARE(findingOf("clerk"), QStringLiteral("F33"));
        QCOMPARE(findingOf("accounts"), QStringLiteral("F35"));
        QCOMPARE(findingOf("clkmail"), QStringLiteral("F10"));
        QCOMPARE(findingOf("clk._domainkey"), QString());
        QVERIFY(answer[QLatin1String("findings")].toArray().size() >= 3);
    }

    void checksTheRecordsItIsGiven()
    {
        PracticeProcess server(QStringLiteral(PRACTICE_SERVER));
        server.enter(host("clerk"), QStringLiteral("right"));
        const QStringList options = QStringList {practised, QStringLiteral("--record")};
        Golive right(options + QStringList {QStringLiteral("clerk=frontend-api.clerk.services")} + at(server));
        QCOMPARE(right.exitCode(), 0);
        QVERIFY2(right.out.startsWith(practised.toUtf8() + ": all records are right."), right.out.constData());

        Golive wrong(options + QStringList {host("clerk") + QStringLiteral("=accounts.clerk.services")} + at(server));
        QCOMPARE(wrong.exitCode(), 1);
        QVERIFY2(wrong.out.contains("[F33]"), wrong.out.constData());
    }

    void waitsUntilTheRecordsAreThere()
    {
        PracticeProcess server(QStringLiteral(PRACTICE_SERVER));
        Golive golive(QStringList {practised, QStringLiteral("--wait"), QStringLiteral("55")} + at(server));
        QVERIFY(golive.saysToThePerson("Not all records are right yet"));
        enterAll(server, QStringLiteral("right"));
        QCOMPARE(golive.exitCode(), 0);
        QVERIFY2(golive.out.startsWith(practised.toUtf8() + ": all records are right."), golive.out.constData());
    }

    void stopsWaitingWhenTimeIsOver()
    {
        PracticeProcess server(QStringLiteral(PRACTICE_SERVER));
        Golive golive(QStringList {practised, QStringLiteral("--json"), QStringLiteral("--wait"), QStringLiteral("1"),
                                   QStringLiteral("--record"), QStringLiteral("clerk=frontend-api.clerk.services")}
                      + at(server));
        QCOMPARE(golive.exitCode(), 1);
        QCOMPARE(golive.err, QByteArray());
        const QList<QJsonObject> answers = objectsIn(golive.out);
        QCOMPARE(answers.size(), 1);
        QVERIFY(answers[0][QLatin1String("elapsed_ms")].toInt() >= 1'000);
    }

    void endsWhenItIsInterrupted()
    {
        PracticeProcess server(QStringLiteral(PRACTICE_SERVER));
        Golive golive(QStringList {practised, QStringLiteral("--wait"), QStringLiteral("55")} + at(server));
        QVERIFY(golive.saysToThePerson("Not all records are right yet"));
        golive.interrupt();
        QCOMPARE(golive.exitCode(), 128 + SIGINT);
        QCOMPARE(golive.out, QByteArray());
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *title, const QStringList &arguments, const char *named) {
            QTest::newRow(title) << arguments << QByteArray(named);
        };
        row("nothing", {}, "golive check example.com");
        row("bad domain", {QStringLiteral("exa mple")}, "exa mple");
        row("bad resolver", {QStringLiteral("example.com"), QStringLiteral("--resolver"), QStringLiteral("dns")},
            "dns");
        row("bad option", {QStringLiteral("example.com"), QStringLiteral("--colour")}, "colour");
        row("missing list", {QStringLiteral("--from"), QStringLiteral("/nowhere/list.txt")}, "/nowhere/list.txt");
        row("empty list", {QStringLiteral("--from"), QStringLiteral("/dev/null")}, "/dev/null");
        row("endless list", {QStringLiteral("--from"), QStringLiteral("/dev/zero")}, "/dev/zero");
        row("empty input", {QStringLiteral("--from"), QStringLiteral("-")}, "standard input");
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        Golive golive(arguments);
        QCOMPARE(golive.exitCode(), 2);
        QCOMPARE(golive.out, QByteArray());
        QVERIFY2(golive.err.contains(named), golive.err.constData());
    }

    void explainsItself()
    {
        Golive golive({QStringLiteral("--help")});
        QCOMPARE(golive.exitCode(), 0);
        QVERIFY(golive.out.startsWith("Usage: golive check [options] DOMAIN\n"));
        QVERIFY(golive.out.contains("--record"));
    }

    void checksAListAllAtOnce()
    {
        constexpr int domains = 200;
        constexpr int silent = 1; // the first to be asked, and done long after the next
        DnsField field(domains);
        field.silent = {silent};
        field.mistyped = {7, 70};
        QByteArray list = "# customers\n\n";
        for (int number = 1; number <= domains; ++number)
            list += DnsField::domain(number).toLatin1() + '\n';
        list += "not a domain\n";

        Golive golive(QStringList {QStringLiteral("--from"), QStringLiteral("-"), QStringLiteral("--json")} + at(field),
                      list);
        QCOMPARE(golive.exitCode(), 1);
        QVERIFY2(golive.err.startsWith("-:203: “not a domain”"), golive.err.constData());
        QCOMPARE(golive.err.count('\n'), 1);
        const QList<QJsonObject> answers = objectsIn(golive.out);
        QCOMPARE(answers.size(), domains);
        QVERIFY(answers.constFirst()[QLatin1String("domain")].toString() != DnsField::domain(silent));
        QSet<QString> wrong;
        for (const QJsonObject &answer : answers)
            if (!answer[QLatin1String("findings")].toArray().isEmpty())
                wrong.insert(answer[QLatin1String("domain")].toString());
        QCOMPARE(wrong, QSet<QString>({DnsField::domain(silent), DnsField::domain(7), DnsField::domain(70)}));
    }

    void endsWithZeroWhenAWholeListIsRight()
    {
        DnsField field(3);
        QTemporaryDir folder;
        QFile list(folder.filePath(QStringLiteral("list.txt")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("shop1.example\nshop2.example # and a remark\nhttps://shop3.example/\n");
        list.close();
        Golive golive(QStringList {QStringLiteral("--from"), list.fileName()} + at(field));
        const int code = golive.exitCode();
        QVERIFY2(code == 0, (golive.out + golive.err).constData());
        QCOMPARE(golive.out.count(": all records are right."), 3);
    }

private:
    [[nodiscard]] static QString host(const char *relative)
    {
        return QString::fromLatin1(relative) + QLatin1Char('.') + practised;
    }

    static void enterAll(PracticeProcess &server, const QString &entry)
    {
        for (const char *each : {"clerk", "accounts", "clkmail", "clk._domainkey", "clk2._domainkey"})
            server.enter(host(each), entry);
    }

    /// Kept for the check against the schema.
    QList<QJsonObject> objectsIn(const QByteArray &lines)
    {
        m_recorded.write(lines);
        QList<QJsonObject> objects;
        for (const QByteArray &line : lines.split('\n'))
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        return objects;
    }

    QFile m_recorded;
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
