#pragma once

#include "foundation/result.h"
#include "model/confirmations.h"
#include "model/deployplan.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace golive {

/// What is remembered of one deployment between two runs. It records intent, ids and times; it is
/// never believed over the server, and it never holds a secret.
struct JournalEntry
{
    QString clerkHost; ///< host of the Platform API; entries of another Clerk are not ours to continue
    DeployPlan plan;
    Confirmations confirmations; ///< what the plan's ticks were given for
    QString productionInstanceId; ///< empty until creation was answered
    QDateTime startedAt; ///< UTC
    QDateTime changedAt; ///< UTC
    /// Set before the creating request leaves: if it is set and no id followed, look before trying again.
    QDateTime creationAttemptedAt;
    QDateTime secretKeyKeptAt; ///< when the keychain took the production secret key
    qint64 revision = 0; ///< counted by the journal: of two versions the higher is the newer, whatever the clock says
    bool finished = false; ///< as last seen; for the first page only
    QStringList traceIds; ///< of errors, for support; the newest 20

    bool operator==(const JournalEntry &) const = default;
};

/// The deployments this computer knows of, one JSON file each, written atomically (QSaveFile) and
/// readable by their owner alone.
///
/// A file that cannot be read, is newer than this program or is damaged is set aside, never
/// overwritten: setAside() names them. Another Golive may write to the same folder; what it wrote
/// is seen at the next look.
class DeployJournal
{
public:
    /// `folder` is made when first needed; empty: nothing is written, for practice mode.
    explicit DeployJournal(QString folder);

    /// All entries, the most recently changed first.
    [[nodiscard]] QList<JournalEntry> entries() const;
    [[nodiscard]] std::optional<JournalEntry> find(const QString &clerkHost, const QString &applicationId) const;
    /// StorageFailed with the file and the reason when the disk refuses; the entry is then kept in memory.
    Result<> save(const JournalEntry &entry);
    /// Success when there is nothing to remove.
    Result<> remove(const QString &clerkHost, const QString &applicationId);
    /// What is saved from now on is kept in memory alone, as in practice mode. For the time between the removal of
    /// everything and the end of the program: an answer that arrives then must not bring the folder back.
    void writeNothingMore() { m_folder.clear(); }

    /// Files that were moved out of the way because they could not be understood, by their new names.
    [[nodiscard]] const QStringList &setAside() const { return m_setAside; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    [[nodiscard]] QString pathOf(const QString &clerkHost, const QString &applicationId) const;
    [[nodiscard]] std::optional<JournalEntry> readFrom(const QString &path) const;
    [[nodiscard]] qint64 revisionAfter(const JournalEntry &entry) const;
    Result<> write(const JournalEntry &entry);
    Result<> makeRoom(const QString &path);

    QString m_folder;
    QList<JournalEntry> m_unwritten; ///< what the disk refused, or all there is without a folder
    QStringList m_setAside;
};

} // namespace golive
