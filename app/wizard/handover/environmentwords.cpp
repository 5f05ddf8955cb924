#include "wizard/handover/environmentwords.h"

#include "wizard/displaytext.h"

#include <QLocale>

namespace golive {
namespace {

constexpr qsizetype longestName = 120;

} // namespace

QString EnvironmentWords::recognised(const ProjectFolder &project)
{
    const auto framework = frameworkWithId(project.frameworkId);
    if (!framework)
        return tr("Golive does not recognise what this application is built with. Choose it above.");
    return tr("This looks like %1, going by %2.").arg(framework->name, displayText(project.evidence, longestName));
}

QString EnvironmentWords::problem(const ProjectProblem &problem)
{
    const QString path = displayText(problem.path, longestName);
    switch (problem.kind) {
    case ProjectProblem::Kind::NotAFolder: return tr("%1 is not a folder on this computer.").arg(path);
    case ProjectProblem::Kind::NotReadable: return tr("%1 cannot be opened. Check who may read it.").arg(path);
    case ProjectProblem::Kind::BrokenPackageFile:
        return tr("%1 cannot be read: it is not valid JSON. Mend it, or choose what the application is built with by "
                  "hand.")
            .arg(path);
    case ProjectProblem::Kind::ManyPackages:
        if (problem.packages.isEmpty())
            return tr("This folder holds several applications. Choose the folder of the one that people visit.");
        return tr("This folder holds several applications. Choose the folder of one of them: %1.")
            .arg(displayText(QLocale().createSeparatedList(problem.packages.mid(0, 6)), 2 * longestName));
    }
    Q_UNREACHABLE();
}

QString EnvironmentWords::change(const EnvChange &change)
{
    switch (change.kind) {
    case EnvChange::Kind::Added: return tr("%1 is added.").arg(change.name);
    case EnvChange::Kind::AlreadyThere: return tr("%1 is right already.").arg(change.name);
    case EnvChange::Kind::Replaced:
        if (change.places > 1)
            return tr("%1 is replaced in all %2 places.").arg(change.name).arg(change.places);
        return tr("%1 is replaced.").arg(change.name);
    }
    Q_UNREACHABLE();
}

QString EnvironmentWords::refusal(const EnvRefusal &refusal, const QString &file)
{
    if (refusal.kind == EnvRefusal::Kind::NotText)
        return tr("%1 is not a plain text file in UTF-8, so Golive leaves it alone. Save it as UTF-8 first, or choose "
                  "another file.")
            .arg(file);
    if (refusal.kind == EnvRefusal::Kind::DoubtfulQuotation)
        return tr("In %1, the value of %2 has a quotation mark behind a backslash, so it is doubtful where it ends, "
                  "and "
                  "new keys further down would change it. Golive leaves the file alone. Remove that backslash or the "
                  "quotation marks first, or choose another file.")
            .arg(file, displayText(refusal.variable, longestName));
    if (refusal.isLive)
        return tr("%1 holds the key of another application, or of an earlier domain of this one: %2 is for %3. Golive "
                  "does not mix two applications’ keys. Choose another file, or remove that line first.")
            .arg(file, displayText(refusal.variable, longestName), displayText(refusal.host, longestName));
    return tr("%1 holds the key of another application: %2 is for %3. Golive does not mix two applications’ keys. "
              "Choose another file, or remove that line first.")
        .arg(file, displayText(refusal.variable, longestName), displayText(refusal.host, longestName));
}

QString EnvironmentWords::gitWarning(GitStanding standing, const QString &file)
{
    switch (standing) {
    case GitStanding::Unknown:
    case GitStanding::Ignored: return {};
    case GitStanding::NotIgnored:
        return tr("Git does not ignore %1: the next “git add” may take it in. Add it to .gitignore first.").arg(file);
    case GitStanding::Tracked:
        return tr("Git keeps %1: whoever sees the repository sees what is in it. Never write a secret key there.")
            .arg(file);
    }
    Q_UNREACHABLE();
}

QStringList EnvironmentWords::mergeWarnings(const EnvMerge &merge, const Framework &framework, const QString &file)
{
    QStringList warnings;
    if (merge.replacesDevelopment && !framework.productionFile.isEmpty() && framework.productionFile != file)
        warnings.append(tr("%1 holds your development keys. Production keys do not work on your own computer "
                           "(localhost), so %2 is the better place.")
                            .arg(file, framework.productionFile));
    else if (merge.replacesDevelopment)
        warnings.append(tr("%1 holds your development keys. Production keys do not work on your own computer "
                           "(localhost): write there only if this copy is for the server.")
                            .arg(file));
    if (!merge.developmentLeft.isEmpty())
        warnings.append(tr("Development keys stay in %1. Keys of development and production do not work together.")
                            .arg(displayText(QLocale().createSeparatedList(merge.developmentLeft), 2 * longestName)));
    return warnings;
}

QString EnvironmentWords::secretRemark(const Framework &framework, bool asking, bool withSecret)
{
    if (framework.isBrowserOnly())
        return tr("%1 runs in people’s hands, where everybody could read a secret key. It never gets one.")
            .arg(framework.name);
    if (asking)
        return tr("Getting the secret key…");
    return withSecret
        ? tr("The file is then for its owner alone. Send it to nobody, and keep it out of version control.")
        : tr("Your server needs the secret key as well. Leave this off if you enter it at your hosting "
             "yourself.");
}

} // namespace golive
