#pragma once

#include "foundation/promise.h"
#include "ui/shell/removalquestion.h"

#include <QObject>
#include <QStringList>

namespace golive {

class DeployJournal;
class Preferences;
class SecretStore;

/// The entries of the password store that belong to the deployments in the journal, whether they are there or not.
[[nodiscard]] QStringList entriesNamedIn(const DeployJournal &journal);

/// Removes the journal and the preferences, and then looks whether they are gone.
Removal removeStoredFiles(const DeployJournal &journal, Preferences &preferences);

/// Everything that Golive keeps on this computer: entries in the password store, the deployments'
/// journal, the preferences. Removes it all, and then looks whether it is gone.
class StoredTraces : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this object. `clerkHost` names the Platform API's key.
    StoredTraces(SecretStore &secrets, DeployJournal &journal, Preferences &preferences, QString clerkHost,
                 QObject *parent = nullptr);

    /// Has a locked store unlocked first. Always an answer: what is left is part of it. The files go last, and only
    /// when nothing is left in the store: they say what its entries are called.
    [[nodiscard]] QFuture<Result<Removal>> removeAll();
    /// For a password store that cannot be searched, and may never be again: removes the files all the same, and says
    /// which entries may be left in the store. Does not touch the store.
    [[nodiscard]] Removal removeFiles();

private:
    void removeFilesInto(Removal &removal);
    void removeNext(const Promise<Removal> &promise, QStringList names, const Removal &removal);
    void lookForRest(const Promise<Removal> &promise, const Removal &removal);
    [[nodiscard]] QStringList knownNames() const;

    SecretStore &m_secrets;
    DeployJournal &m_journal;
    Preferences &m_preferences;
    QString m_clerkHost;
};

} // namespace golive
