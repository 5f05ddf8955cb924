#pragma once

#include "foundation/result.h"
#include "model/provider.h"
#include "wizard/steps/providercards.h"
#include "wizard/steps/providerdrafts.h"
#include "wizard/stepviewmodel.h"

#include <QStringList>
#include <QUrl>

#include <functional>

namespace golive {

class Clock;
class Deployment;
class SecretStore;

/// The credentials of every social connection that development has enabled, saved one by one.
///
/// What is entered lives here and in the password store until it is saved; secrets are never part of the State.
class ProvidersViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    using Standing = ProviderStanding;
    using Field = ProviderFieldState;
    using Registration = ProviderRegistration;
    using Card = ProviderCardState;

    /// A connection that is made in Clerk's Dashboard alone.
    struct Custom
    {
        QString key;
        QString name; ///< server text
        bool inProduction = false;
        QString whatToDo;

        bool operator==(const Custom &) const = default;
    };

    struct State
    {
        bool known = false; ///< both configurations have been read
        bool loading = false;
        bool stale = false; ///< something is missing here that asking Clerk again may bring
        bool maySaySetUp = false; ///< Clerk does not let the providers be looked at: the person's word counts
        bool saidSetUp = false;
        QList<Card> cards;
        QString openSlug; ///< the card that is unfolded; empty for none
        QString headline;
        bool mayImport = false; ///< there are fields that a file may fill
        QList<Custom> custom;
        QString redirectUri; ///< for the custom ones; empty while Clerk lists no domain
        QUrl connectionsPage; ///< of Clerk's Dashboard, for what cannot be done here
        Notice notice;
        StoreTrouble storeTrouble; ///< what was entered is in memory only, or an earlier run's could not be fetched

        bool operator==(const State &) const = default;
    };

    ProvidersViewModel(Deployment &deployment, SecretStore &secrets, Clock &clock, QUrl dashboardUrl,
                       QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    /// True while something that was entered would be gone if the program ended.
    /// Writes at once what a pause in typing put off.
    void flush() { m_drafts.flush(); }
    /// What was typed is on its way into the password store.
    [[nodiscard]] bool isKeeping() const { return m_drafts.isKeeping(); }
    [[nodiscard]] bool wouldLoseInput() const { return m_drafts.wouldBeLost(); }

    void enter() override;
    void leave() override;
    void goForward() override;

    void reload();
    void openCard(const QString &slug); ///< the open one again: folds it
    void setValue(const QString &slug, const QString &key, const QString &text);
    /// The field that was typed in was left: what is odd about it may be said.
    void settle(const QString &slug);
    /// Does what is offered beside a field.
    void remedy(const QString &slug, const QString &key);
    /// Fills one provider's fields from a file, or from a text that was pasted or dropped.
    void importFile(const QString &slug, const QString &path);
    void importText(const QString &slug, const QString &text);
    /// Fills every provider of which there is something in it, such as from an environment file.
    void importFileForAll(const QString &path);
    void importTextForAll(const QString &text);

    void save(const QString &slug);
    void replace(const QString &slug); ///< shows the fields of a saved provider again
    void keep(const QString &slug); ///< gives replacing up
    /// Takes the provider out of production's sign-in, on purpose.
    void leaveOut(const QString &slug);
    void takeUp(const QString &slug);
    void setKeepCopy(const QString &slug, bool wished);
    /// When the secret expires: a date as ISO 8601 or the person's locale writes it; empty: not told.
    void setExpiry(const QString &slug, const QString &text);
    /// Writes a calendar file that reminds of the expiry.
    void saveReminder(const QString &slug, const QString &path);
    /// The person's word that they are set up in Clerk's Dashboard. It counts only while they cannot be read.
    void saySetUp(bool setUp);
    void confirmRedirect(const QString &slug, bool confirmed);
    void dismissNotice();
    void remedyStoreTrouble() { m_drafts.remedyTrouble(); }
    /// Memory is enough for what was entered, until the program is closed.
    void keepForSession() { m_drafts.keepForSession(); }

private:
    void follow();
    void openNext();
    void turnTo(const QString &applicationId);
    void takeFrom(const QString &slug, const std::function<void(ProviderImport &)> &read);
    void fillAll(const Secret &content, const QString &fileName);
    [[nodiscard]] OAuthProvider formOf(const QString &slug) const;
    [[nodiscard]] bool isStale() const;
    [[nodiscard]] ProviderCards cards() const;
    [[nodiscard]] Standing standingOf(const QString &slug) const;
    [[nodiscard]] QStringList slugsWithInput() const;
    [[nodiscard]] State stateNow() const;
    void takeAnswer(const OAuthProvider &before, const Result<> &answer);
    void takeRefusal(const OAuthProvider &before, const Error &error);
    void noteLeftOut(const QString &slug);
    void wantAttention(const QString &slug, const QString &part);
    void wantFirstField(const QString &slug);
    void setState(State next);

    Deployment &m_deployment;
    Clock &m_clock;
    QUrl m_dashboardUrl;
    ProviderDrafts m_drafts;
    QString m_applicationId; ///< whose drafts these are
    QString m_openSlug;
    bool m_choosesOpen = true; ///< nobody has folded or unfolded anything yet
    bool m_shown = false;
    bool m_loading = false;
    bool m_askAgain = false; ///< Clerk accepted something that it does not list yet
    bool m_warnedOfInput = false;
    Notice m_notice;
    State m_state;
};

} // namespace golive
