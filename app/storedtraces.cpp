#include "storedtraces.h"

#include "deploy/deployjournal.h"
#include "keychain/secretstore.h"
#include "wizard/errortext.h"
#include "wizard/preferences.h"
#include "wizard/storetrouble.h"

#include <QDir>

namespace golive {
namespace {

void noteTrouble(const Error &error, Removal &removal)
{
    removal.notLookedAt = ErrorText::sentence(error);
    removal.storeIsLocked = StoreWords::remedyFor(error) == StoreTrouble::Remedy::Unlock;
}

} // namespace

QStringList entriesNamedIn(const DeployJournal &journal)
{
    QStringList names;
    for (const JournalEntry &entry : journal.entries()) {
        names.append(secretname::platformKey(entry.clerkHost));
        if (entry.productionInstanceId.isEmpty())
            continue;
        names.append(secretname::instanceSecretKey(entry.productionInstanceId));
        for (const QString &slug : entry.plan.draftedProviders + entry.plan.keptCredentials)
            names.append(secretname::providerCredentials(entry.productionInstanceId, slug));
    }
    names.removeDuplicates();
    return names;
}

Removal removeStoredFiles(const DeployJournal &journal, Preferences &preferences)
{
    Removal removal;
    const QString &folder = journal.folder();
    if (!folder.isEmpty()) {
        QDir(folder).removeRecursively();
        QDir().rmdir(QFileInfo(folder).path()); // only when nothing else is in it
    }
    preferences.removeAll();
    for (const QString &path : {folder, preferences.file()})
        if (!path.isEmpty())
            (QFileInfo::exists(path) ? removal.left : removal.gone).append(path);
    return removal;
}

StoredTraces::StoredTraces(SecretStore &secrets, DeployJournal &journal, Preferences &preferences, QString clerkHost,
                           QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_journal(journal)
    , m_preferences(preferences)
    , m_clerkHost(std::move(clerkHost))
{
}

QFuture<Result<Removal>> StoredTraces::removeAll()
{
    const Promise<Removal> promise;
    onAnswer(m_secrets.unlock(), this, [this, promise](const Result<> & /*the list says it, too*/) {
        onAnswer(m_secrets.names(), this, [this, promise](const Result<QStringList> &listed) {
            Removal removal;
            if (!listed)
                noteTrouble(listed.error(), removal);
            QStringList names = listed.value_or(QStringList()) + knownNames();
            names.removeDuplicates();
            removeNext(promise, names, removal);
        });
    });
    return promise.future();
}

Removal StoredTraces::removeFiles()
{
    Removal removal;
    removal.mayBeLeft = knownNames();
    removeFilesInto(removal);
    return removal;
}

void StoredTraces::removeFilesInto(Removal &removal)
{
    const Removal files = removeStoredFiles(m_journal, m_preferences);
    removal.gone += files.gone;
    removal.left += files.left;
    if (removal.isComplete())
        m_journal.writeNothingMore();
}

/// For a store that cannot list its entries.
QStringList StoredTraces::knownNames() const
{
    QStringList names = entriesNamedIn(m_journal);
    names.append(secretname::platformKey(m_clerkHost));
    names.removeDuplicates();
    return names;
}

void StoredTraces::removeNext(const Promise<Removal> &promise, QStringList names, const Removal &removal)
{
    if (names.isEmpty()) {
        lookForRest(promise, removal);
        return;
    }
    const QString name = names.takeFirst();
    onAnswer(m_secrets.remove(name), this, [this, promise, names, removal, name](const Result<> &removed) {
        Removal soFar = removal;
        if (!removed && soFar.notLookedAt.isEmpty())
            soFar.left.append(name);
        removeNext(promise, names, soFar);
    });
}

/// What was said to be removed is looked for once more.
void StoredTraces::lookForRest(const Promise<Removal> &promise, const Removal &removal)
{
    onAnswer(m_secrets.names(), this, [this, promise, removal](const Result<QStringList> &left) {
        Removal whole = removal;
        if (left) {
            whole.left += *left;
            whole.left.removeDuplicates();
            whole.notLookedAt.clear();
            whole.storeIsLocked = false;
        } else {
            noteTrouble(left.error(), whole); // it has been searched, and may have been locked since
        }
        if (whole.isComplete())
            removeFilesInto(whole); // they name the entries: last of all
        else
            whole.left << m_journal.folder() << m_preferences.file();
        promise.resolve(whole);
    });
}

} // namespace golive
