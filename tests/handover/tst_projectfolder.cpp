#include "handover/gitstanding.h"
#include "handover/projectfolder.h"
#include "testkit/waitfor.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

namespace {

struct Project
{
    void add(const QString &name, const QByteArray &content = {}) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly)
            || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
    }

    void addPackage(const QByteArray &dependencies) const
    {
        add(QStringLiteral("package.json"), "{\"dependencies\": {" + dependencies + "}}");
    }

    [[nodiscard]] bool git(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral("git"), arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }

    [[nodiscard]] GitStanding standing(const char *name) const
    {
        return waitFor(askGit(folder.filePath(QString::fromLatin1(name)))).value();
    }

    QTemporaryDir folder;
};

} // namespace

class TestProjectFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheFrameworkByItsPackages_data()
    {
        QTest::addColumn<QByteArray>("dependencies");
        QTest::addColumn<QString>("framework");
        const auto row = [](const QByteArray &dependencies, const char *framework) {
            QTest::newRow(dependencies.constData()) << dependencies << QString::fromLatin1(framework);
        };
        row(R"("react": "19", "next": "16")", "nextjs");
        row(R"("astro": "5", "react": "19")", "astro");
        row(R"("nuxt": "4", "vue": "3")", "nuxt");
        row(R"("@tanstack/react-start": "1", "vite": "7")", "tanstack-start");
        row(R"("react-router": "7", "react": "19")", "react-router");
        row(R"("vue": "3", "vite": "7")", "vue");
        row(R"("expo": "54", "react": "19")", "expo");
        row(R"("plasmo": "0.90", "react": "19")", "chrome-extension");
        row(R"("react": "19", "vite": "7")", "react");
        row(R"("vite": "7")", "javascript");
        row(R"("express": "5")", "express");
        row(R"("fastify": "5")", "fastify");
        row(R"("left-pad": "1")", "");
    }

    void tellsTheFrameworkByItsPackages()
    {
        QFETCH(QByteArray, dependencies);
        QFETCH(QString, framework);
        const Project project;
        project.addPackage(dependencies);
        const auto seen = lookAtProject(project.folder.path());
        QVERIFY(seen);
        QCOMPARE(seen->frameworkId, framework);
        QCOMPARE(seen->evidence.isEmpty(), framework.isEmpty());
    }

    void tellsNativeProjectsAndServersByTheirFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("framework");
        QTest::newRow("Xcode") << QStringLiteral("Shop.xcodeproj/project.pbxproj") << QStringLiteral("ios");
        QTest::newRow("Android") << QStringLiteral("app/src/main/AndroidManifest.xml") << QStringLiteral("android");
        QTest::newRow("Go") << QStringLiteral("go.mod") << QStringLiteral("other-server");
        QTest::newRow("C#") << QStringLiteral("src/Shop.csproj") << QStringLiteral("other-server");
        QTest::newRow("too deep") << QStringLiteral("a/b/c/d/go.mod") << QString();
        QTest::newRow("somebody else's") << QStringLiteral("node_modules/x/go.mod") << QString();
    }

    void tellsNativeProjectsAndServersByTheirFiles()
    {
        QFETCH(QString, file);
        QFETCH(QString, framework);
        const Project project;
        project.add(file);
        QCOMPARE(lookAtProject(project.folder.path())->frameworkId, framework);
    }

    void takesAFileForItsFolder()
    {
        const Project project;
        project.add(QStringLiteral("package.json"), "\xEF\xBB\xBF{\"devDependencies\": {\"next\": \"16\"}}");
        project.add(QStringLiteral(".env"));
        project.add(QStringLiteral(".env.local"));
        project.add(QStringLiteral(".env.before-golive-20261128-101500.local"));
        const auto seen = lookAtProject(project.folder.filePath(QStringLiteral("package.json")));
        QCOMPARE(seen->path, QDir(project.folder.path()).absolutePath());
        QCOMPARE(seen->frameworkId, QStringLiteral("nextjs"));
        QCOMPARE(seen->environmentFiles, (QStringList {QStringLiteral(".env"), QStringLiteral(".env.local")}));
    }

    void namesWhatIsWrong()
    {
        using Kind = ProjectProblem::Kind;
        const Project project;
        QVERIFY(lookAtProject({}).error().kind == Kind::NotAFolder);
        QVERIFY(lookAtProject(project.folder.filePath(QStringLiteral("no"))).error().kind == Kind::NotAFolder);
        project.add(QStringLiteral("package.json"), "{ broken");
        QVERIFY(lookAtProject(project.folder.path()).error().kind == Kind::BrokenPackageFile);
    }

    void asksForOneOfSeveralPackages()
    {
        const Project project;
        project.add(QStringLiteral("package.json"), "{\"workspaces\": []}");
        project.add(QStringLiteral("apps/web/package.json"), "{}");
        project.add(QStringLiteral("packages/ui/package.json"), "{}");
        const auto seen = lookAtProject(project.folder.path());
        QVERIFY(!seen && seen.error().kind == ProjectProblem::Kind::ManyPackages);
        QCOMPARE(seen.error().packages, (QStringList {QStringLiteral("apps/web"), QStringLiteral("packages/ui")}));
    }

    void knowsWhatGitDoesWithAFile()
    {
        const Project project;
        if (!project.git({QStringLiteral("init"), QStringLiteral("-q")}))
            QSKIP("SKIPPED: git is not installed");
        project.add(QStringLiteral(".gitignore"), ".env*.local\n");
        project.add(QStringLiteral(".env"), "A=1\n");
        QVERIFY(project.git({QStringLiteral("add"), QStringLiteral(".env")}));
        QVERIFY(lookAtProject(project.folder.path())->isUnderGit);

        QVERIFY(project.standing(".env") == GitStanding::Tracked);
        QVERIFY(project.standing(".env.local") == GitStanding::Ignored);
        QVERIFY(project.standing(".env.before-golive-20261128-101500.local") == GitStanding::Ignored);
        QVERIFY(project.standing(".env.production") == GitStanding::NotIgnored);
    }

    void knowsNothingAboutGitWhereThereIsNone()
    {
        const Project project;
        QVERIFY(project.standing(".env") == GitStanding::Unknown);
        QVERIFY(project.standing("none/.env") == GitStanding::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestProjectFolder)
#include "tst_projectfolder.moc"
