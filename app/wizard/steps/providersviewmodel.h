#pragma once

#include "foundation/result.h"
#include "model/provider.h"
#include "wizard/steps/providerdraft.h"
#include "wizard/stepviewmodel.h"

#include <QHash>
#include <QStringList>
#include <QUrl>

namespace golive {

class Deployment;
struct ProviderGuide;

/// The credentials of every social connection that development has enabled, saved one by one.
///
/// What is typed lives here until it is saved, another application is opened or the program ends;
/// secrets are never part of the State.
class ProvidersViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    enum class Standing { NotStarted, PartlyFilled, Saving, Saved, PutOff, NeedsDashboard };

    struct Field
    {
        QString key;
        QString label;
        QString hint; ///< the schema's description, server text
        bool sensitive = false;
        bool required = false;
        bool multiline = false; ///< a PEM block
        QStringList choices; ///< where one is optional, the first is empty
        QString value; ///< never of a sensitive field
        bool filled = false; ///< a sensitive field holds something
        QString problem; ///< what is wrong with it, and what to do

        bool operator==(const Field &) const = default;
    };

    /// A value to enter at the provider, exactly like this.
    struct Registration
    {
        QString label;
        QString value;

        bool operator==(const Registration &) const = default;
    };

    struct Card
    {
        QString slug;
        QString name;
        Standing standing = Standing::NotStarted;
        QString standingText;
        bool redirectConfirmed = false;
        bool editing = false; ///< the fields are shown; of a saved provider only on request
        bool replacing = false; ///< of a saved one: what Clerk has is about to be replaced
        QList<Field> fields;
        QList<Registration> registrations; ///< the redirect URI first; empty while Clerk lists no domain
        QUrl console;
        QUrl docs;
        QString redirectPlace;
        QStringList gotchas;
        Notice notice;

        bool operator==(const Card &) const = default;
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
        QUrl connectionsPage; ///< of Clerk's Dashboard, for what cannot be done here
        Notice notice;

        bool operator==(const State &) const = default;
    };

    ProvidersViewModel(Deployment &deployment, QUrl dashboardUrl, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    /// True while something that was typed is not saved.
    [[nodiscard]] bool holdsInput() const { return !slugsWithInput().isEmpty(); }

    void enter() override;
    void leave() override;
    void goForward() override;

    void reload();
    void openCard(const QString &slug); ///< the open one again: folds it
    void setValue(const QString &slug, const QString &key, const QString &text);
    /// Reads the file that was chosen for Apple's private key, and its name, which tells the Key ID too. What is no
    /// such key is refused, and said to be what it is.
    void importPrivateKey(const QString &slug, const QString &key, const QString &path);
    void save(const QString &slug);
    void replace(const QString &slug); ///< shows the fields of a saved provider again
    void keep(const QString &slug); ///< gives replacing up
    void putOff(const QString &slug);
    void takeUp(const QString &slug);
    /// The person's word that they are set up in Clerk's Dashboard. It counts only while they cannot be read.
    void saySetUp(bool setUp);
    void confirmRedirect(const QString &slug, bool confirmed);
    void dismissNotice(const QString &slug);
    void dismissNotice();

private:
    void follow();
    void openNext();
    void turnTo(const QString &applicationId);
    [[nodiscard]] OAuthProvider formOf(const QString &slug) const;
    [[nodiscard]] bool isStale() const;
    [[nodiscard]] Card cardFor(const QString &slug) const;
    [[nodiscard]] QList<Field> fieldsFor(const OAuthProvider &form, const ProviderDraft &draft) const;
    [[nodiscard]] QList<Registration> registrationsFor(const ProviderGuide &guide) const;
    [[nodiscard]] Standing standingOf(const QString &slug, const ProviderDraft &draft) const;
    [[nodiscard]] QStringList slugsWithInput() const;
    void takeAnswer(const QString &slug, const Result<> &answer);
    void takeRefusal(const QString &slug, const Error &error);
    void wantAttention(const QString &slug, const QString &part);
    void setState(State next);

    Deployment &m_deployment;
    QUrl m_dashboardUrl;
    QHash<QString, ProviderDraft> m_drafts;
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
