#include "deploy/deployjournal.h"

#include "deploy/journalfile.h"
#include "foundation/wholefile.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

namespace golive {
namespace {

Q_LOGGING_CATEGORY(journalLog, "golive.deploy")

constexpr qint64 largestFile = 262144; // an entry of ours has a few kilobytes
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> storageFailure(const QString &path, const QString &reason)
{
    return failure(Error::Kind::StorageFailed, path + QStringLiteral(": ") + reason);
}

bool isOlder(const JournalEntry &one, const JournalEntry &other)
{
    // Older programs did not count.
    return one.revision != other.revision ? one.revision < other.revision : one.changedAt < other.changedAt;
}

bool isAbout(const JournalEntry &entry, const QString &clerkHost, const QString &applicationId)
{
    return entry.clerkHost == clerkHost && entry.plan.applicationId == applicationId;
}

QStringList journalFilesIn(const QString &folder)
{
    QStringList paths;
    const QDir place(folder);
    const QStringList names = place.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        paths.append(place.filePath(name));
    return paths;
}

QString freeNameFor(const QString &path)
{
    QString name = path + QStringLiteral(".set-aside");
    for (int number = 2; QFile::exists(name); ++number)
        name = path + QStringLiteral(".set-aside-%1").arg(number);
    return name;
}

} // namespace

DeployJournal::DeployJournal(QString folder)
    : m_folder(std::move(folder))
{
    if (m_folder.isEmpty())
        return;
    const QStringList paths = journalFilesIn(m_folder);
    for (const QString &path : paths)
        if (const auto moved = makeRoom(path); !moved)
            qCWarning(journalLog, "cannot set aside %s", qUtf8Printable(moved.error().detail));
}

QList<JournalEntry> DeployJournal::entries() const
{
    QList<JournalEntry> all = m_unwritten;
    const QStringList paths = m_folder.isEmpty() ? QStringList() : journalFilesIn(m_folder);
    for (const QString &path : paths) {
        const auto read = readFrom(path);
        if (!read)
            continue;
        const auto known = std::find_if(all.begin(), all.end(), [&read](const JournalEntry &each) {
            return isAbout(each, read->clerkHost, read->plan.applicationId);
        });
        if (known == all.end())
            all.append(*read);
        else if (isOlder(*known, *read))
            *known = *read;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const JournalEntry &a, const JournalEntry &b) { return a.changedAt > b.changedAt; });
    return all;
}

std::optional<JournalEntry> DeployJournal::find(const QString &clerkHost, const QString &applicationId) const
{
    const QList<JournalEntry> all = entries();
    const auto found = std::find_if(
        all.cbegin(), all.cend(), [&](const JournalEntry &entry) { return isAbout(entry, clerkHost, applicationId); });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

Result<> DeployJournal::save(const JournalEntry &wanted)
{
    JournalEntry entry = wanted;
    entry.revision = revisionAfter(wanted);
    m_unwritten.removeIf(
        [&entry](const JournalEntry &each) { return isAbout(each, entry.clerkHost, entry.plan.applicationId); });
    Result<> written = m_folder.isEmpty() ? Result<>() : write(entry);
    if (m_folder.isEmpty() || !written)
        m_unwritten.append(entry);
    return written;
}

/// One more than whatever is known of this deployment, here or on the disk.
qint64 DeployJournal::revisionAfter(const JournalEntry &entry) const
{
    constexpr qint64 highest = Q_INT64_C(1) << 52; // what JSON's numbers count exactly, and nobody reaches honestly
    const auto known = find(entry.clerkHost, entry.plan.applicationId);
    return std::clamp(known ? known->revision : 0, Q_INT64_C(0), highest) + 1;
}

Result<> DeployJournal::remove(const QString &clerkHost, const QString &applicationId)
{
    m_unwritten.removeIf([&](const JournalEntry &each) { return isAbout(each, clerkHost, applicationId); });
    QFile file(pathOf(clerkHost, applicationId));
    if (!m_folder.isEmpty() && file.exists() && !file.remove())
        return storageFailure(file.fileName(), file.errorString());
    return {};
}

QString DeployJournal::pathOf(const QString &clerkHost, const QString &applicationId) const
{
    return QDir(m_folder).filePath(journalFileName(clerkHost, applicationId));
}

/// Nothing for a file that is not one of ours, under the name that we would give it.
std::optional<JournalEntry> DeployJournal::readFrom(const QString &path) const
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) // a pipe would wait for its writer
        return std::nullopt;
    const QByteArray contents = file.read(largestFile + 1);
    if (contents.size() > largestFile)
        return std::nullopt;
    auto entry = journalEntryFrom(contents);
    const bool isInItsPlace
        = entry && QFileInfo(path).fileName() == journalFileName(entry->clerkHost, entry->plan.applicationId);
    return isInItsPlace ? entry : std::nullopt;
}

Result<> DeployJournal::write(const JournalEntry &entry)
{
    if (!QDir().mkpath(m_folder))
        return storageFailure(m_folder, QStringLiteral("cannot be made"));
    // Others are shut out; what the owner took from themselves, such as writing, stays taken.
    QFile::setPermissions(m_folder, QFile::permissions(m_folder) & (ownerOnly | QFileDevice::ExeOwner));

    const QString path = pathOf(entry.clerkHost, entry.plan.applicationId);
    if (auto room = makeRoom(path); !room)
        return room;
    return writeWholeFile(path, journalFileOf(entry), ownerOnly);
}

/// Moves a file that we do not understand out of the way, so that nothing of it is lost.
Result<> DeployJournal::makeRoom(const QString &path)
{
    if (!QFileInfo::exists(path) || readFrom(path))
        return {};
    QFile file(path);
    const QString aside = freeNameFor(path);
    if (!file.rename(aside))
        return storageFailure(path, file.errorString());
    m_setAside.append(aside);
    return {};
}

} // namespace golive
