#include "foundation/processsecrecy.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace golive;

namespace {

constexpr char variable[] = "GOLIVE_TEST_KEY";
const QByteArray key = QByteArrayLiteral("ak_taken_from_the_environment");

/// What the system shows of this process's environment to whoever may ask.
QByteArray shownEnvironment()
{
    QFile file(QStringLiteral("/proc/self/environ"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a process that does `first` and is then brought down leaves a core dump.
bool leavesADump(void (*first)(), const QTemporaryDir &place)
{
    const pid_t child = fork();
    if (child == 0) {
        if (chdir(qPrintable(place.path())) != 0)
            _exit(1);
        const rlimit everything {RLIM_INFINITY, RLIM_INFINITY};
        setrlimit(RLIMIT_CORE, &everything);
        first();
        std::signal(SIGSEGV, SIG_DFL);
        ::raise(SIGSEGV);
        _exit(1);
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child || !WIFSIGNALED(status))
        qFatal("the process did not crash as it should");
    return WCOREDUMP(status);
}

} // namespace

/// Started anew by itself with a key in its environment, as a shell would start it.
class TestProcessSecrecy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCrashLeavesNoMemoryBehind()
    {
        const QTemporaryDir place;
        if (!leavesADump([] {}, place))
            QSKIP("this computer makes no core dumps at all");

        QVERIFY(!leavesADump([] { keepMemoryPrivate(); }, place));
    }

    void theKeyIsHandedOver()
    {
        QVERIFY(shownEnvironment().contains(key));

        QCOMPARE(takeFromEnvironment(variable).reveal(), key);
    }

    void andIsInTheEnvironmentNoMore()
    {
        QVERIFY(!qEnvironmentVariableIsSet(variable));
        QVERIFY(!shownEnvironment().contains(key));
        QVERIFY(takeFromEnvironment(variable).isEmpty());
    }

    void norInThatOfChildren()
    {
        QProcess child;
        child.start(QStringLiteral("env"), {});
        QVERIFY(child.waitForFinished());
        const QByteArray seen = child.readAllStandardOutput();
        QVERIFY(seen.contains("PATH="));
        QVERIFY(!seen.contains(key));
    }
};

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet(variable)) {
        qputenv(variable, ' ' + key + '\n');
        execv("/proc/self/exe", argv);
        return 1;
    }
    QCoreApplication application(argc, argv);
    TestProcessSecrecy test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_processsecrecy.moc"
