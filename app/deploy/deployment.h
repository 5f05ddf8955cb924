#pragma once

#include "deploy/connectionwriter.h"
#include "deploy/deployjournal.h"
#include "deploy/factsreader.h"
#include "deploy/instancecreator.h"
#include "deploy/keykeeper.h"
#include "foundation/promise.h"
#include "model/deployplan.h"
#include "model/instanceconfig.h"
#include "model/provider.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace golive {

class Clock;
class PlatformApi;
class SecretStore;

/// The deployment under way: what the person chose, what is true, and the calls that change it.
///
/// All steps look at this one object. `plan` is journaled with every change; `facts` come from
/// Clerk and the keychain and are read again after every act, so that an interrupted deployment
/// continues where the facts say.
class Deployment : public QObject
{
    Q_OBJECT

public:
    Deployment(PlatformApi &api, SecretStore &secrets, DeployJournal &journal, Clock &clock, QString clerkHost,
               QObject *parent = nullptr);

    [[nodiscard]] const DeployPlan &plan() const { return m_entry.plan; }
    [[nodiscard]] const DeployFacts &facts() const { return m_facts; }
    [[nodiscard]] Action next() const { return nextAction(plan(), m_facts); }
    [[nodiscard]] const QString &clerkHost() const { return m_clerkHost; }
    /// When creation was attempted, if ever.
    [[nodiscard]] const JournalEntry &entry() const { return m_entry; }
    /// Why the journal could not be written, while it could not.
    [[nodiscard]] const std::optional<Error> &journalTrouble() const { return m_journalTrouble; }

    /// Works on `application` from now on, with what the journal remembers of it. Facts are empty until refresh().
    void open(const Application &application);
    /// Remembers an application that was made, and its domain, for later; the present one stays.
    void noteMade(const Application &application, const QString &domain);
    /// Leaves the present application; nothing is forgotten on disk.
    void close();

    /// Changes the plan and journals it. Once the instance exists or is being created, what it is made
    /// from (application, settings, domain) can no longer change, and such changes are dropped.
    void change(const std::function<void(DeployPlan &)> &edit);

    /// Reads all facts anew: application, domain, status, both configurations, keychain. Facts
    /// that could not be read stay as they were, and the first error is the answer.
    QFuture<Result<>> refresh();
    /// Reads only domain and status, for polling.
    QFuture<Result<DomainStatus>> refreshStatus();
    /// Makes Clerk look at the records, then reads the status. Busy counts as success.
    QFuture<Result<DomainStatus>> askClerkToLook();

    /// Has Clerk work out its path on a hosting provider's domain (Domain::lacksProxy()) by sending it the name it
    /// has already; the facts follow, after an answer that was lost too.
    QFuture<Result<>> repairDomain();

    /// The commit point. Journals the intent, reads the application first, creates, puts the
    /// secret key into the keychain before anything else happens, and reads the facts. When the
    /// answer was lost it looks before it says anything; it never sends the request twice.
    QFuture<Result<CreationOutcome>> createProductionInstance();

    /// One provider, one PATCH with `enabled: true` after a trial; the facts follow. VersionConflict when somebody
    /// changed the same connection meanwhile: nothing is written then, and the facts are as it is now. When the answer
    /// was lost it looks before it says anything; an error for which outcomeIsUnknown() means that it cannot tell.
    QFuture<Result<>> saveProvider(const ProviderCredentials &credentials);
    /// Takes a provider out of production's sign-in, in the same way.
    QFuture<Result<>> switchOffProvider(const QString &slug);

    /// The production secret key: held, kept in the keychain, or asked of Clerk, in this order.
    /// One that Clerk answers is put into the keychain. A kept one is compared with Clerk's the first time, which wins:
    /// the tick that the keys were taken is then taken back.
    QFuture<Result<Secret>> secretKey();
    [[nodiscard]] KeyKeeper::Comparison keyComparison() const
    {
        return m_keys.comparison(m_entry.productionInstanceId);
    }
    /// Tries again to put the held key into the keychain.
    QFuture<Result<>> keepHeldKey();
    /// True while this deployment's secret key is only in this program's memory.
    [[nodiscard]] bool holdsUnkeptKey() const { return m_keys.isHeld(m_entry.productionInstanceId); }
    /// Why: what the password store said last. Without a value while it is still being asked.
    [[nodiscard]] std::optional<Error> keyTrouble() const { return m_keys.trouble(m_entry.productionInstanceId); }
    /// The person said that the held key need not be kept; it may still be.
    void keepKeyForSession() { m_keys.acceptForSession(m_entry.productionInstanceId); }
    [[nodiscard]] bool isKeyForSession() const { return m_keys.isAcceptedForSession(m_entry.productionInstanceId); }
    /// Has the password store ask for its password, for a key that lies in it.
    QFuture<Result<>> unlockKeys() { return m_keys.unlock(); }
    /// Whether keys that are kept outlast this program.
    [[nodiscard]] bool keepsKeysForGood() const { return m_keys.keepsForGood(); }
    /// The person copied or saved it. It stays in memory, but closing the program loses nothing any more.
    void noteKeyCopied() { m_keys.noteCopied(m_entry.productionInstanceId); }
    /// A key of any application that was worked on is only in memory, and nobody has a copy.
    [[nodiscard]] bool holdsAnyUnkeptKey() const { return m_keys.wouldLoseAny(); }
    /// True while a creation is under way, whichever application is at hand by now.
    [[nodiscard]] bool isCreating() const { return !m_creating.isEmpty(); }

    /// Development's settings as they are now. Nothing of it is kept.
    [[nodiscard]] QFuture<Result<InstanceConfig>> developmentSettings();

    /// Notes an error's trace id for support.
    void remember(const Error &error);

Q_SIGNALS:
    void planChanged();
    void factsChanged();

private:
    void save();
    void setFacts(DeployFacts facts);
    void noteProduction();
    void changeEntry(const std::function<void(JournalEntry &)> &edit);
    void noteKeyKept();
    QFuture<Result<>> writeConnection(ConnectionChange change);
    enum class Scope { Everything, Domain };
    QFuture<Result<>> use(Scope scope, const QFuture<Result<FactsReading>> &reading);
    [[nodiscard]] FactsReading withoutWhatIsOutdated(int number, FactsReading reading) const;
    void noteCreation(const QString &applicationId, const Result<CreationOutcome> &result,
                      const QDateTime &attemptedBefore);
    void readCreated(const Promise<CreationOutcome> &promise, const CreationOutcome &outcome);

    PlatformApi &m_api;
    DeployJournal &m_journal;
    Clock &m_clock;
    QString m_clerkHost;
    KeyKeeper m_keys;
    FactsReader m_reader;
    InstanceCreator m_creator;
    ConnectionWriter m_connections;
    JournalEntry m_entry;
    DeployFacts m_facts;
    std::optional<Error> m_journalTrouble;
    QStringList m_creating; ///< ids of the applications whose creation is under way
    int m_readings = 0; ///< begun so far, which numbers them
    int m_newestReading = 0; ///< of everything, that was used
    int m_newestDomainReading = 0; ///< the same of domain and status alone
};

} // namespace golive
