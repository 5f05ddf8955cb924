#include "handover/envfile.h"

#include "foundation/wholefile.h"

#include <QFile>
#include <QFileInfo>

namespace golive {
namespace {

constexpr qint64 largestFile = 1024LL * 1024;
constexpr QFileDevice::Permissions forItsOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions forOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
    | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

tl::unexpected<Error> refused(const QString &path, const QString &reason)
{
    return failure(Error::Kind::StorageFailed, QStringLiteral("%1: %2").arg(path, reason));
}

QFileDevice::Permissions permissionsFor(const QFileInfo &existing, const EnvMerge &merge)
{
    if (!existing.exists())
        return forItsOwner;
    const QFileDevice::Permissions kept = existing.permissions();
    return merge.holdsSecret ? kept & ~forOthers : kept;
}

} // namespace

QList<EnvVariable> keyVariables(const Framework &framework, const QString &publishableKey, const Secret *secretKey)
{
    QList<EnvVariable> variables {{framework.publishableVariable, Secret(publishableKey.toUtf8()), false}};
    if (secretKey && !secretKey->isEmpty() && !framework.isBrowserOnly())
        variables.append({framework.secretVariable, *secretKey, true});
    return variables;
}

Secret environmentText(const QList<EnvVariable> &variables)
{
    return mergeEnvironment(Secret(), variables, {})->text;
}

QString environmentPreview(const QList<EnvVariable> &variables)
{
    QString text;
    for (const EnvVariable &variable : variables) {
        const QString value = variable.isSecret ? QStringLiteral("sk_live_••••••••")
                                                : QString::fromUtf8(plainEnvironmentValue(variable.value).reveal());
        text += QStringLiteral("%1=%2\n").arg(variable.name, value);
    }
    return text;
}

Result<Secret> readEnvironmentFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink() && !info.exists())
        return refused(path, QStringLiteral("the link leads nowhere"));
    if (!info.exists())
        return Secret();
    if (!info.isFile())
        return refused(path, QStringLiteral("this is no file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(path, file.errorString());
    QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return refused(path, QStringLiteral("over 1 MB"));
    return Secret(std::move(bytes));
}

Result<EnvSaved> saveEnvironmentFile(const QString &path, const Secret &before, const EnvMerge &merge,
                                     const QDateTime &now)
{
    if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
        return refused(path, QStringLiteral("the folder is not there"));
    const auto standing = readEnvironmentFile(path);
    if (!standing)
        return failure(standing.error());
    if (standing->reveal() != before.reveal())
        return failure(Error::Kind::VersionConflict, path);
    const QFileInfo info(path);
    EnvSaved saved {path, {}};
    if (info.exists() && merge.changesNothing())
        return saved;
    if (info.exists() && !before.isEmpty()) {
        saved.backup = info.absolutePath() + QLatin1Char('/') + environmentBackupName(now);
        if (auto kept = writeWholeFile(saved.backup, before.reveal(), forItsOwner); !kept)
            return failure(kept.error());
    }
    if (auto written = writeWholeFile(path, merge.text.reveal(), permissionsFor(info, merge)); !written)
        return failure(written.error());
    return saved;
}

QString environmentBackupName(const QDateTime &now)
{
    return QStringLiteral(".env.before-golive-%1.local").arg(now.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

} // namespace golive
