#include "storedtraces.h"

#include "deploy/deployjournal.h"
#include "keychain/secretstore.h"
#include "wizard/errortext.h"
#include "wizard/preferences.h"

#include <QDir>

namespace golive {

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
                removal.notLookedAt = ErrorText::sentence(listed.error());
            QStringList names = listed.value_or(QStringList()) + knownNames();
            names.removeDuplicates();
            removeNext(promise, names, removal);
        });
    });
    return promise.future();
}

/// For a store that cannot list its entries.
QStringList StoredTraces::knownNames() const
{
    QStringList names {secretname::platformKey(m_clerkHost)};
    for (const JournalEntry &entry : m_journal.entries()) {
        const QString instance = entry.productionInstanceId;
        if (instance.isEmpty())
            continue;
        names.append(secretname::instanceSecretKey(instance));
        for (const QString &slug : entry.plan.draftedProviders + entry.plan.keptCredentials)
            names.append(secretname::providerCredentials(instance, slug));
    }
    return names;
}

void StoredTraces::removeNext(const Promise<Removal> &promise, QStringList names, Removal removal)
{
    if (names.isEmpty()) {
        lookForRest(promise, std::move(removal));
        return;
    }
    const QString name = names.takeFirst();
    onAnswer(m_secrets.remove(name), this, [this, promise, names, removal, name](const Result<> &removed) {
        Removal soFar = removal;
        if (!removed && soFar.notLookedAt.isEmpty())
            soFar.left.append(name);
        removeNext(promise, names, std::move(soFar));
    });
}

/// What was said to be removed is looked for once more.
void StoredTraces::lookForRest(const Promise<Removal> &promise, Removal removal)
{
    onAnswer(m_secrets.names(), this, [this, promise, removal](const Result<QStringList> &left) {
        Removal whole = removal;
        if (left) {
            whole.left += *left;
            whole.left.removeDuplicates();
            whole.notLookedAt.clear();
        }
        if (whole.isComplete())
            removeFiles(whole); // the journal names the entries, so it goes only when they are gone
        else
            whole.left << m_journal.folder() << m_preferences.file();
        promise.resolve(whole);
    });
}

void StoredTraces::removeFiles(Removal &removal)
{
    const QString folder = m_journal.folder();
    if (!folder.isEmpty()) {
        QDir(folder).removeRecursively();
        QDir().rmdir(QFileInfo(folder).path()); // only when nothing else is in it
    }
    m_preferences.removeAll();
    for (const QString &path : {folder, m_preferences.file()})
        if (!path.isEmpty())
            (QFileInfo::exists(path) ? removal.left : removal.gone).append(path);
}

} // namespace golive
