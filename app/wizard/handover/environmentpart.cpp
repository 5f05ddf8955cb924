#include "wizard/handover/environmentpart.h"

#include "deploy/deployment.h"
#include "foundation/clock.h"
#include "foundation/promise.h"
#include "model/keykind.h"
#include "wizard/errortext.h"
#include "wizard/golivewords.h"
#include "wizard/handover/environmentwords.h"
#include "wizard/keyplacewords.h"

#include <QDir>
#include <QFileInfo>

namespace golive {

EnvironmentPart::EnvironmentPart(Deployment &deployment, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
    , m_clock(clock)
{
    follow();
}

Framework EnvironmentPart::framework() const
{
    return frameworkWithId(m_deployment.plan().framework).value_or(frameworks().constFirst());
}

void EnvironmentPart::chooseFramework(const QString &frameworkId)
{
    m_file.clear(); // every framework has files of its own
    m_deployment.change([&](DeployPlan &plan) { plan.framework = frameworkId; });
    follow();
}

void EnvironmentPart::openFolder(const QString &path)
{
    const auto project = lookAtProject(path);
    m_folderProblem = project ? QString() : EnvironmentWords::problem(project.error());
    if (project)
        take(*project);
    follow();
}

void EnvironmentPart::take(const ProjectFolder &project)
{
    m_project = project;
    m_file.clear();
    if (!project.frameworkId.isEmpty())
        m_deployment.change([&](DeployPlan &plan) { plan.framework = project.frameworkId; });
}

void EnvironmentPart::chooseFile(const QString &name)
{
    m_file = name;
    follow();
}

void EnvironmentPart::setWithSecret(bool with)
{
    m_withSecret = with && !framework().isBrowserOnly();
    if (m_withSecret && m_secretKey.isEmpty())
        loadSecret();
    follow();
}

void EnvironmentPart::loadSecret()
{
    if (m_asking)
        return;
    m_asking = true;
    onAnswer(m_deployment.secretKey(), this, [this, asked = m_applicationId](const Result<Secret> &answer) {
        if (asked != m_applicationId)
            return;
        m_asking = false;
        if (!answer) {
            m_withSecret = false;
            Q_EMIT noticeWanted(GoLiveWords::keyMissing(answer.error()));
        } else if (m_withSecret) { // else nobody wants it any more
            m_secretKey = *answer;
            if (const Notice compared = KeyPlaceWords::compared(m_deployment.keyComparison()); !compared.isEmpty())
                Q_EMIT noticeWanted(compared);
        }
        follow();
    });
}

void EnvironmentPart::leave()
{
    m_withSecret = false;
    m_secretKey = {};
    follow();
}

QList<EnvVariable> EnvironmentPart::variables() const
{
    const Framework chosen = framework();
    const HostLayout layout = hostLayout(m_deployment.plan(), m_deployment.facts());
    const QString publishable = productionPublishableKey(m_deployment.facts());
    if (publishable.isEmpty())
        return {};
    QList<EnvVariable> all = keyVariables(chosen, publishable, m_withSecret ? &m_secretKey : nullptr);
    if (layout.isProxied())
        all.append(
            {chosen.publicPrefix() + QStringLiteral("CLERK_PROXY_URL"), Secret(layout.proxyUrl().toUtf8()), false});
    return all;
}

EnvOwner EnvironmentPart::owner() const
{
    const DeployFacts &facts = m_deployment.facts();
    const auto development = facts.development();
    QStringList earlier = m_earlierHosts;
    for (const QString &domain : {m_deployment.plan().domain, facts.vanishedDomain})
        if (!domain.isEmpty())
            earlier.append(QStringLiteral("clerk.") + domain);
    return {publishableKeyHost(productionPublishableKey(facts)),
            development ? publishableKeyHost(development->publishableKey) : QString(), earlier};
}

std::optional<EnvRefusal> EnvironmentPart::refusalOfTarget() const
{
    const auto before = readEnvironmentFile(targetPath());
    const auto merge = before ? mergeEnvironment(*before, variables(), owner()) : EnvMerge();
    return merge ? std::nullopt : std::optional(merge.error());
}

void EnvironmentPart::acceptEarlierDomain()
{
    const auto refusal = refusalOfTarget();
    if (!m_state.maybeEarlierDomain || !refusal || !refusal->isLive)
        return;
    m_earlierHosts.append(refusal->host);
    follow();
}

QString EnvironmentPart::targetPath() const
{
    return m_project && !m_state.file.isEmpty() ? QDir(m_project->path).filePath(m_state.file) : QString();
}

Secret EnvironmentPart::text() const
{
    return m_state.ready ? environmentText(variables()) : Secret();
}

void EnvironmentPart::write()
{
    if (m_state.canWrite)
        saveTo(targetPath());
}

void EnvironmentPart::saveAs(const QString &path)
{
    if (m_state.ready)
        saveTo(path);
}

void EnvironmentPart::saveTo(const QString &path)
{
    const auto before = readEnvironmentFile(path);
    if (!before)
        return Q_EMIT noticeWanted(noticeFor(before.error()));
    const auto merge = mergeEnvironment(*before, variables(), owner());
    if (!merge)
        return Q_EMIT noticeWanted({Notice::Tone::Warning, EnvironmentWords::refusal(merge.error(), path), {}});
    const auto saved = saveEnvironmentFile(path, *before, *merge, m_clock.now());
    if (!saved)
        return Q_EMIT noticeWanted(noticeFor(saved.error()));
    noteCopied();
    tellSaved(*saved, *merge);
    m_gitPath.clear(); // a new file may stand otherwise
    follow();
}

void EnvironmentPart::noteCopied()
{
    if (m_withSecret && !m_secretKey.isEmpty())
        m_deployment.noteKeyCopied();
}

void EnvironmentPart::tellSaved(const EnvSaved &saved, const EnvMerge &merge)
{
    QString text = merge.changesNothing() ? tr("%1 has the right values already; nothing was changed.").arg(saved.path)
                                          : tr("The variables are in %1.").arg(saved.path);
    if (!saved.backup.isEmpty())
        text += QLatin1Char(' ')
            + tr("The file as it was is kept beside it as %1.").arg(QFileInfo(saved.backup).fileName());
    if (merge.holdsSecret)
        text += QLatin1Char(' ') + tr("It holds a secret key: send it to nobody, and keep it out of version control.");
    Q_EMIT noticeWanted({Notice::Tone::Success, text, {}});
    m_exposedBackup.clear();
    if (!saved.backup.isEmpty())
        onAnswer(askGit(saved.backup), this, [this, backup = saved.backup](const Result<GitStanding> &standing) {
            if (standing && *standing == GitStanding::NotIgnored)
                m_exposedBackup = QFileInfo(backup).fileName();
            follow();
        });
}

void EnvironmentPart::askGitAbout(const QString &path)
{
    m_gitPath = path;
    m_git = GitStanding::Unknown;
    if (path.isEmpty() || !m_project || !m_project->isUnderGit)
        return;
    onAnswer(askGit(path), this, [this, path](const Result<GitStanding> &standing) {
        if (path != m_gitPath)
            return;
        m_git = standing.value_or(GitStanding::Unknown);
        follow();
    });
}

void EnvironmentPart::follow()
{
    if (m_applicationId != m_deployment.plan().applicationId) {
        m_applicationId = m_deployment.plan().applicationId;
        m_secretKey = {};
        m_withSecret = m_asking = false;
        m_project.reset();
        m_folderProblem.clear();
        m_file.clear();
        m_earlierHosts.clear();
        m_exposedBackup.clear();
    }
    const Framework chosen = framework();
    m_withSecret = m_withSecret && !chosen.isBrowserOnly();
    EnvironmentState next;
    next.frameworkId = chosen.id;
    next.mayHoldSecret = !chosen.isBrowserOnly();
    next.withSecret = m_withSecret;
    next.askingForSecret = m_asking && m_withSecret;
    next.secretRemark = EnvironmentWords::secretRemark(chosen, next.askingForSecret, m_withSecret);
    next.folderProblem = m_folderProblem;
    next.ready = !variables().isEmpty() && !next.askingForSecret;
    next.preview = environmentPreview(variables());
    if (m_project)
        fillTarget(next);
    const bool isNews = !(next == m_state);
    m_state = std::move(next);
    if (targetPath() != m_gitPath)
        askGitAbout(targetPath());
    if (isNews)
        Q_EMIT changed();
}

/// What would happen to the chosen file of the folder.
void EnvironmentPart::fillTarget(EnvironmentState &next) const
{
    if (!m_project)
        return;
    const Framework chosen = framework();
    next.folder = m_project->path;
    next.folderRemark = EnvironmentWords::recognised(*m_project);
    next.files = QStringList {chosen.productionFile, chosen.file} + m_project->environmentFiles;
    next.files.removeAll(QString());
    next.files.removeDuplicates();
    next.file = next.files.contains(m_file) ? m_file : next.files.constFirst();
    const auto before = readEnvironmentFile(QDir(m_project->path).filePath(next.file));
    if (!before) {
        next.refusal = ErrorText::details(before.error());
        return;
    }
    const auto merge = mergeEnvironment(*before, variables(), owner());
    if (!merge) {
        next.refusal = EnvironmentWords::refusal(merge.error(), next.file);
        next.maybeEarlierDomain = merge.error().isLive;
        return;
    }
    for (const EnvChange &change : merge->changes)
        next.changes.append(EnvironmentWords::change(change));
    next.warnings = EnvironmentWords::mergeWarnings(*merge, chosen, next.file);
    if (m_gitPath == QDir(m_project->path).filePath(next.file))
        next.warnings.append(EnvironmentWords::gitWarning(m_git, next.file));
    if (!m_exposedBackup.isEmpty())
        next.warnings.append(EnvironmentWords::gitWarning(GitStanding::NotIgnored, m_exposedBackup));
    next.warnings.removeAll(QString());
    next.canWrite = next.ready && !merge->changesNothing();
}

} // namespace golive
