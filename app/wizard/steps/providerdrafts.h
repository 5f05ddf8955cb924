#pragma once

#include "deploy/credentialkeeper.h"
#include "wizard/steps/providerdraft.h"
#include "wizard/storetrouble.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace golive {

class Deployment;

/// What was entered for the providers of the application at hand. A form that is filled in part outlives the program:
/// the password store keeps it, and the plan only remembers which providers that concerns.
class ProviderDrafts : public QObject
{
    Q_OBJECT

public:
    ProviderDrafts(Deployment &deployment, SecretStore &secrets, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] ProviderDraft value(const QString &slug) const { return m_drafts.value(slug); }
    [[nodiscard]] bool contains(const QString &slug) const { return m_drafts.contains(slug); }
    [[nodiscard]] ProviderDraft &operator[](const QString &slug) { return m_drafts[slug]; }

    /// Something was entered: keeps it, or forgets it when nothing is left.
    void keep(const QString &slug);
    /// The person gives up what was entered. A copy of what is saved stays where it was wished.
    void drop(const QString &slug);
    /// Clerk has it now. Kept further only where the person wishes a copy.
    void settleSaved(const QString &slug);
    /// The person wishes a copy of a saved provider's credentials no longer.
    void forgetCopy(const QString &slug);
    /// Fetches what an earlier run left, once for each application. Emits changed() when something came.
    void restore();
    /// Writes at once what waits.
    void flush() { m_keeper.flush(); }
    [[nodiscard]] bool isKeeping() const { return m_keeper.isAtWork(); }
    /// Forgets everything in memory: another application is at hand.
    void clear();

    /// True when what was entered would be gone if the program ended now.
    [[nodiscard]] bool wouldBeLost() const;
    /// What the password store did not do, if anything.
    [[nodiscard]] StoreTrouble trouble() const;
    /// Its remedy.
    void remedyTrouble();
    /// Memory is enough for what was entered, until the program is closed.
    void keepForSession();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString instanceId() const;
    void noteDrafted(const QString &slug, bool drafted);
    void takeKept(const QString &slug, const Result<ProviderCredentials> &kept);

    Deployment &m_deployment;
    SecretStore &m_secrets;
    CredentialKeeper m_keeper;
    QHash<QString, ProviderDraft> m_drafts;
    bool m_restored = false;
    bool m_remedying = false;
    bool m_acceptsMemory = false;
    std::optional<Error> m_notRead; ///< why what an earlier run left could not be fetched
};

} // namespace golive
