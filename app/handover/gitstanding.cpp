#include "handover/gitstanding.h"

#include "foundation/promise.h"

#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

#include <functional>

namespace golive {
namespace {

/// Runs git and hands over its exit code; -1 where it did not come to an end by itself.
void runGit(const QString &folder, const QStringList &arguments, const std::function<void(int)> &then)
{
    auto *git = new QProcess;
    git->setWorkingDirectory(folder);
    // Whatever a stranger's repository is set up to run on the way is not run, and nothing is asked.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    git->setProcessEnvironment(environment);
    git->setStandardInputFile(QProcess::nullDevice());
    git->setStandardOutputFile(QProcess::nullDevice());
    git->setStandardErrorFile(QProcess::nullDevice());
    QObject::connect(git, &QProcess::finished, git, [git, then](int code, QProcess::ExitStatus status) {
        git->deleteLater();
        then(status == QProcess::NormalExit ? code : -1);
    });
    QObject::connect(git, &QProcess::errorOccurred, git, [git, then](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        git->deleteLater();
        then(-1);
    });
    git->start(QStringLiteral("git"),
               QStringList {QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false")} + arguments);
}

} // namespace

QFuture<Result<GitStanding>> askGit(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.absolutePath();
    const QString name = QStringLiteral("./") + info.fileName();
    const Promise<GitStanding> promise;
    runGit(folder, {QStringLiteral("ls-files"), QStringLiteral("--error-unmatch"), QStringLiteral("--"), name},
           [promise, folder, name](int code) {
               if (code == 0)
                   return promise.resolve(GitStanding::Tracked);
               if (code != 1)
                   return promise.resolve(GitStanding::Unknown);
               runGit(folder, {QStringLiteral("check-ignore"), QStringLiteral("--quiet"), QStringLiteral("--"), name},
                      [promise](int ignored) {
                          if (ignored == 0)
                              promise.resolve(GitStanding::Ignored);
                          else
                              promise.resolve(ignored == 1 ? GitStanding::NotIgnored : GitStanding::Unknown);
                      });
           });
    return promise.future();
}

} // namespace golive
