#pragma once

#include "foundation/secret.h"
#include "handover/envfile.h"
#include "handover/gitstanding.h"
#include "handover/projectfolder.h"
#include "wizard/notice.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace golive {

class Clock;
class Deployment;

/// How the environment variables stand, for the page.
struct EnvironmentState
{
    QString frameworkId;
    QString folder; ///< of the project; empty until chosen
    QString folderRemark; ///< what told the framework, or that nothing did
    QString folderProblem; ///< why the folder cannot be used
    QString preview; ///< the variables, with the secret key masked
    bool mayHoldSecret = false; ///< the framework has a server to keep it
    bool withSecret = false; ///< the person wants it written, too
    bool askingForSecret = false;
    QString secretRemark;
    QStringList files; ///< names to choose from, within the folder
    QString file; ///< the chosen one
    QStringList changes; ///< what would be different about it
    QString refusal; ///< why Golive leaves it alone
    bool maybeEarlierDomain = false; ///< the refused key is this application's own if the person says so
    QStringList warnings;
    bool ready = false; ///< the variables can be copied
    bool canWrite = false;

    bool operator==(const EnvironmentState &) const = default;
};

/// The environment variables of the person's application: which, in which file, and writing them.
/// The secret key is only fetched and written when the person asks for it.
class EnvironmentPart final : public QObject
{
    Q_OBJECT

public:
    EnvironmentPart(Deployment &deployment, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const EnvironmentState &state() const { return m_state; }
    [[nodiscard]] Framework framework() const;

    void chooseFramework(const QString &frameworkId);
    /// A folder, or a file within it: chosen, or dropped on the window.
    void openFolder(const QString &path);
    void chooseFile(const QString &name);
    /// The person says that the key in the chosen file is of an earlier domain of this application.
    void acceptEarlierDomain();
    void setWithSecret(bool with);
    /// Lets the secret key go.
    void leave();
    /// Looks at the plan and the file again.
    void follow();

    /// Every variable, for the clipboard.
    [[nodiscard]] Secret text() const;
    /// That text was copied: with the secret key in it, the person has a copy of the key.
    void noteCopied();
    /// Merges into the chosen file of the folder.
    void write();
    /// Merges into a file anywhere.
    void saveAs(const QString &path);

Q_SIGNALS:
    void changed();
    void noticeWanted(const golive::Notice &notice);

private:
    void loadSecret();
    void askGitAbout(const QString &path);
    void take(const ProjectFolder &project);
    [[nodiscard]] QList<EnvVariable> variables() const;
    [[nodiscard]] EnvOwner owner() const;
    [[nodiscard]] std::optional<EnvRefusal> refusalOfTarget() const;
    [[nodiscard]] QString targetPath() const;
    void fillTarget(EnvironmentState &next) const;
    void saveTo(const QString &path);
    void tellSaved(const EnvSaved &saved, const EnvMerge &merge);

    Deployment &m_deployment;
    Clock &m_clock;
    QString m_applicationId; ///< whose key and folder these are
    std::optional<ProjectFolder> m_project;
    QString m_folderProblem;
    QString m_file;
    QStringList m_earlierHosts; ///< those that the person vouched for
    Secret m_secretKey;
    bool m_withSecret = false;
    bool m_asking = false;
    QString m_gitPath; ///< the file that m_git is about
    GitStanding m_git = GitStanding::Unknown;
    QString m_exposedBackup; ///< a copy that git does not ignore
    EnvironmentState m_state;
};

} // namespace golive
