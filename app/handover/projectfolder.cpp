#include "handover/projectfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace golive {
namespace {

constexpr qint64 largestPackageFile = 4LL * 1024 * 1024;
constexpr int deepest = 3; ///< folders below the project's: `app/src/main/AndroidManifest.xml`
constexpr int mostFolders = 200; ///< looked into for marks, so that a whole home folder does not take minutes

tl::unexpected<ProjectProblem> problem(ProjectProblem::Kind kind, const QString &path, const QStringList &packages = {})
{
    return tl::unexpected(ProjectProblem {kind, path, packages});
}

/// Nothing without a package.json; null for one that is broken.
std::optional<QJsonDocument> packageFile(const QDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("package.json")));
    if (!QFileInfo(file.fileName()).isFile())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return QJsonDocument();
    QByteArray bytes = file.read(largestPackageFile);
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    const auto document = QJsonDocument::fromJson(bytes);
    return document.isObject() ? document : QJsonDocument();
}

QStringList dependenciesOf(const QJsonDocument &package)
{
    QStringList names;
    for (const char *part : {"dependencies", "devDependencies", "peerDependencies"})
        names += package[QLatin1String(part)].toObject().keys();
    return names;
}

void tellByPackages(const QStringList &dependencies, ProjectFolder &project)
{
    for (const Framework &framework : frameworks())
        for (const QString &package : framework.packages)
            if (project.frameworkId.isEmpty() && dependencies.contains(package)) {
                project.frameworkId = framework.id;
                project.evidence = package;
            }
}

/// Folders that hold other people's code or what was built.
bool isWorthALook(const QString &name)
{
    static const QStringList others {QStringLiteral("node_modules"), QStringLiteral("Pods"),
                                     QStringLiteral("build"),        QStringLiteral("dist"),
                                     QStringLiteral("vendor"),       QStringLiteral("target")};
    return !name.startsWith(QLatin1Char('.')) && !others.contains(name);
}

/// The folders to look into, the project's own first, level by level.
QStringList foldersOf(const QString &path)
{
    QStringList all {path};
    qsizetype level = 0;
    for (int depth = 0; depth < deepest; ++depth) {
        const qsizetype end = all.size();
        for (; level < end && all.size() < mostFolders; ++level) {
            const QDir folder(all.at(level));
            const QStringList inside
                = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
            for (const QString &name : inside)
                if (isWorthALook(name) && all.size() < mostFolders)
                    all.append(folder.filePath(name));
        }
    }
    return all;
}

void tellByMarks(ProjectFolder &project)
{
    const QStringList folders = foldersOf(project.path);
    for (const Framework &framework : frameworks()) {
        if (framework.marks.isEmpty() || !project.frameworkId.isEmpty())
            continue;
        for (const QString &folder : folders) {
            const QStringList found
                = QDir(folder).entryList(framework.marks, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
            if (found.isEmpty())
                continue;
            project.frameworkId = framework.id;
            project.evidence = QDir(project.path).relativeFilePath(QDir(folder).filePath(found.constFirst()));
            break;
        }
    }
}

/// The folders of the packages, where package.json says that there are several.
QStringList packagesBelow(const QDir &root)
{
    QStringList found;
    for (const char *group : {"apps", "packages", "services"}) {
        const QDir folder(root.filePath(QLatin1String(group)));
        const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &name : names)
            if (QFileInfo::exists(folder.filePath(name + QStringLiteral("/package.json"))))
                found.append(QLatin1String(group) + QLatin1Char('/') + name);
    }
    return found;
}

bool isUnderGit(QDir folder)
{
    do {
        if (QFileInfo::exists(folder.filePath(QStringLiteral(".git"))))
            return true;
    } while (folder.cdUp());
    return false;
}

} // namespace

tl::expected<ProjectFolder, ProjectProblem> lookAtProject(const QString &path)
{
    QFileInfo info(path);
    if (info.isFile())
        info = QFileInfo(info.absolutePath());
    if (path.isEmpty() || !info.isDir())
        return problem(ProjectProblem::Kind::NotAFolder, path);
    if (!info.isReadable() || !info.isExecutable())
        return problem(ProjectProblem::Kind::NotReadable, path);

    const QDir folder(info.absoluteFilePath());
    ProjectFolder project;
    project.path = folder.absolutePath();
    project.isUnderGit = isUnderGit(folder);
    project.environmentFiles
        = folder.entryList({QStringLiteral(".env"), QStringLiteral(".env.*")}, QDir::Files | QDir::Hidden, QDir::Name);
    project.environmentFiles.removeIf([](const QString &name) { return name.contains(QLatin1String("golive")); });
    const auto package = packageFile(folder);
    if (package && package->isNull())
        return problem(ProjectProblem::Kind::BrokenPackageFile, folder.filePath(QStringLiteral("package.json")));
    if (package)
        tellByPackages(dependenciesOf(*package), project);
    const bool holdsOthers = package && package->object().contains(QLatin1String("workspaces"));
    if (project.frameworkId.isEmpty() && (holdsOthers || folder.exists(QStringLiteral("pnpm-workspace.yaml"))))
        return problem(ProjectProblem::Kind::ManyPackages, project.path, packagesBelow(folder));
    if (project.frameworkId.isEmpty())
        tellByMarks(project);
    return project;
}

} // namespace golive
