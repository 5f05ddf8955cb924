#include "clerk/httpplatformapi.h"
#include "foundation/clock.h"
#include "handover/envdocument.h"
#include "handover/envfile.h"
#include "testkit/npmtools.h"
#include "testkit/practiceprocess.h"
#include "testkit/waitfor.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace golive;

namespace {

const QString publishable = QStringLiteral("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k");
const QDateTime now(QDate(2026, 11, 28), QTime(10, 15), Qt::UTC);

/// Files as people have them.
const QList<QByteArray> &foundFiles()
{
    static const QList<QByteArray> all {
        "",
        ("\xEF\xBB\xBF"
         "PORT=3000\n"),
        "# mine\r\nPORT=3000\r\nexport CLERK_SECRET_KEY=\"sk_test_old\" # dev\r\nDUP=1\r\nDUP=2",
        "PEM=\"-----BEGIN\nCLERK_SECRET_KEY=not me\n-----END\"\nCLERK_SECRET_KEY='me'\n",
        "A=\"open\nCLERK_SECRET_KEY=x\nB='it''s'\nC=`back\"tick` # why\n",
        "DIR=\"C:\\temp\\\"\nCLERK_SECRET_KEY: x\nEMPTY=\nURL=postgres://a:b@c/d?e=f#g\n",
        "CLERK_SECRET_KEY=# to come\nNEXT_PUBLIC_CLERK_SIGN_IN_URL = /sign-in\nJSON={\"a\": \"b\"}\n",
        "A=1\rCLERK_SECRET_KEY=sk_test_x\rB=2\r",
        "S=\"say \\\"hi\\\" # inside\"\nT='x' y\nU=\"x\" \"y\"\n\texport\tV = 1\nW= \"q\"\t# r\n",
    };
    return all;
}

QByteArray write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return bytes;
}

QJsonArray readByDotenv(const QStringList &files)
{
    const auto run = runNode(QStringList {QStringLiteral(READ_ENV), QStringLiteral(NPM_FOLDER)} + files);
    if (!run.ended)
        qFatal("node: %s", run.complained.constData());
    return QJsonDocument::fromJson(run.said).array();
}

void mergeInto(const QString &path, const QList<EnvVariable> &variables)
{
    const auto before = readEnvironmentFile(path);
    const auto merge = mergeEnvironment(*before, variables, {});
    if (!merge || !saveEnvironmentFile(path, *before, *merge, now))
        qFatal("cannot merge into %s", qPrintable(path));
}

} // namespace

class TestEnvReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dotenvReadsBackWhatWasWritten()
    {
        NEED_NPM_TOOLS();
        const QTemporaryDir folder;
        const Secret secret("sk_live_0aB9");
        QStringList before;
        QStringList after;
        QList<QList<EnvVariable>> wanted;
        for (const Framework &framework : frameworks())
            for (qsizetype index = 0; index < foundFiles().size(); ++index) {
                const QString path = folder.filePath(framework.id + QString::number(index));
                before.append(path + QStringLiteral(".before"));
                after.append(path);
                write(before.constLast(), foundFiles().at(index));
                write(path, foundFiles().at(index));
                wanted.append(keyVariables(framework, publishable, &secret));
                mergeInto(path, wanted.constLast());
            }
        const QJsonArray unmerged = readByDotenv(before);
        const QJsonArray merged = readByDotenv(after);
        QCOMPARE(merged.size(), qsizetype(foundFiles().size() * frameworks().size()));
        for (qsizetype index = 0; index < merged.size(); ++index) {
            QJsonObject expected = unmerged.at(index).toObject();
            for (const EnvVariable &variable : wanted.at(index))
                expected[variable.name] = QString::fromLatin1(variable.value.reveal());
            QCOMPARE(merged.at(index).toObject(), expected);
        }
    }

    void readsTheFilesOfPeopleAsDotenvDoes()
    {
        NEED_NPM_TOOLS();
        const QTemporaryDir folder;
        QStringList files;
        for (const QByteArray &bytes : foundFiles()) {
            files.append(folder.filePath(QString::number(files.size())));
            write(files.constLast(), bytes);
        }
        const QJsonArray read = readByDotenv(files);
        for (qsizetype index = 0; index < read.size(); ++index) {
            QJsonObject ours;
            for (const EnvAssignment &line : envAssignments(foundFiles().at(index)))
                ours[QString::fromLatin1(line.name)]
                    = QString::fromUtf8(line.value.reveal()).replace(QLatin1Char('\r'), QString());
            QCOMPARE(ours, read.at(index).toObject());
        }
    }

    void clerksCommandLineWritesTheSameValues()
    {
        NEED_NPM_TOOLS();
        PracticeProcess clerk(QStringLiteral(PRACTICE_SERVER));
        SystemClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, clerk.url);
        api.setAccessKey(Secret(clerk.key));
        const Application application = waitFor(api.listApplications()).value().at(2);
        const auto keys = waitFor(api.readKeys(application.id)).value();
        const auto production = std::find_if(keys.cbegin(), keys.cend(), [](const InstanceKeys &each) {
            return each.environment == Environment::Production;
        });
        QVERIFY(production != keys.cend());

        const QTemporaryDir folder;
        for (const char *copy : {"theirs", "ours", "home"}) {
            const QDir project(folder.filePath(QLatin1String(copy)));
            QVERIFY(project.mkpath(QStringLiteral(".")));
            write(project.filePath(QStringLiteral("package.json")), "{\"dependencies\": {\"next\": \"16.0.0\"}}");
            write(project.filePath(QStringLiteral(".env.local")),
                  "# mine\nPORT=3000\nCLERK_SECRET_KEY=\"sk_test_old\"\nNAME='a b'\n");
        }
        QVERIFY(pullEnvironment(clerk, application.id, folder));
        mergeInto(folder.filePath(QStringLiteral("ours/.env.local")),
                  keyVariables(*frameworkWithId(QStringLiteral("nextjs")), production->publishableKey,
                               &production->secretKey));

        const QJsonArray read = readByDotenv(
            {folder.filePath(QStringLiteral("theirs/.env.local")), folder.filePath(QStringLiteral("ours/.env.local"))});
        QVERIFY(read.at(0)[QLatin1String("CLERK_SECRET_KEY")].toString().startsWith(QStringLiteral("sk_live_")));
        QCOMPARE(read.at(1).toObject(), read.at(0).toObject());
    }

private:
    /// Nothing of this computer is read or written, and every other address is a closed port.
    static bool pullEnvironment(const PracticeProcess &clerk, const QString &application, const QTemporaryDir &folder)
    {
        const QString nowhere = QStringLiteral("http://127.0.0.1:9");
        const QString here = clerk.url.toString();
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        environment.insert(QStringLiteral("HOME"), folder.filePath(QStringLiteral("home")));
        environment.insert(QStringLiteral("CLERK_CONFIG_DIR"), folder.filePath(QStringLiteral("config")));
        for (const char *flag : {"CLERK_TELEMETRY_DISABLED", "DO_NOT_TRACK", "CLERK_NO_UPDATE_CHECK", "CI"})
            environment.insert(QLatin1String(flag), QStringLiteral("1"));
        for (const char *other :
             {"CLERK_TELEMETRY_URL", "CLERK_OAUTH_BASE_URL", "CLERK_MCP_URL", "HTTPS_PROXY", "https_proxy"})
            environment.insert(QLatin1String(other), nowhere);
        environment.insert(QStringLiteral("CLERK_BACKEND_API_URL"), here);
        environment.insert(QStringLiteral("CLERK_PLATFORM_API_URL"), here);
        environment.insert(QStringLiteral("CLERK_PLATFORM_API_KEY"), QString::fromLatin1(clerk.key));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.filePath(QStringLiteral("theirs")));
        process.start(QStringLiteral(NPM_FOLDER "/node_modules/.bin/clerk"),
                      {QStringLiteral("env"), QStringLiteral("pull"), QStringLiteral("--app"), application,
                       QStringLiteral("--instance"), QStringLiteral("prod")});
        if (process.waitForFinished(60'000) && process.exitCode() == 0)
            return true;
        qWarning("clerk: %s", process.readAll().constData());
        return false;
    }
};

QTEST_GUILESS_MAIN(TestEnvReaders)
#include "tst_envreaders.moc"
