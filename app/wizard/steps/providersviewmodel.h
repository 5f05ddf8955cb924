#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"
#include "model/deployplan.h"
#include "model/provider.h"
#include "wizard/stepviewmodel.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QUrl>

namespace golive {

class Deployment;

/// The credentials of every social connection that development has enabled, saved one by one.
///
/// What is typed lives here until it is saved or the program ends; secrets are never part of the State.
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
        QStringList choices;
        QString value; ///< never of a sensitive field
        bool filled = false; ///< a sensitive field holds something
        QString problem; ///< what is wrong with it, and what to do

        bool operator==(const Field &) const = default;
    };

    struct Card
    {
        QString slug;
        QString name;
        Standing standing = Standing::NotStarted;
        QString standingText;
        bool redirectConfirmed = false;
        bool editing = false; ///< the fields are shown; of a saved provider only on request
        QList<Field> fields;
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
        QList<Card> cards;
        QString openSlug; ///< the card that is unfolded; empty for none
        QString headline;
        QString redirectUri;
        QStringList origins;
        QUrl connectionsPage; ///< of Clerk's Dashboard, for what cannot be done here
        Notice notice;

        bool operator==(const State &) const = default;
    };

    ProvidersViewModel(Deployment &deployment, QUrl dashboardUrl, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;
    void goForward() override;

    void reload();
    void openCard(const QString &slug); ///< the open one again: folds it
    void setValue(const QString &slug, const QString &key, const QString &text);
    /// Puts a chosen file's content into a sensitive field; refuses what is no PEM private key. For
    /// Apple's `.p8`, whose name tells the Key ID too.
    void importPrivateKey(const QString &slug, const QString &key, const QString &fileName, const QByteArray &content);
    void save(const QString &slug);
    void replace(const QString &slug); ///< shows the fields of a saved provider again
    void putOff(const QString &slug);
    void takeUp(const QString &slug);
    void confirmRedirect(const QString &slug, bool confirmed);
    void dismissNotice(const QString &slug);
    void dismissNotice();

private:
    /// What was typed for one provider and not saved yet.
    struct Draft
    {
        QHash<QString, QString> values;
        QHash<QString, Secret> secrets;
        QHash<QString, QString> problems;
        Notice notice;
        bool editing = false;
        bool saving = false;
    };

    void follow();
    [[nodiscard]] Card cardFor(const QString &slug) const;
    [[nodiscard]] QList<Field> fieldsFor(const OAuthProvider &form, const Draft &draft) const;
    [[nodiscard]] Standing standingOf(const QString &slug, const Draft &draft) const;
    [[nodiscard]] bool holdsInput(const Draft &draft) const;
    [[nodiscard]] QStringList slugsWithInput() const;
    [[nodiscard]] bool findProblems(const OAuthProvider &form, Draft &draft) const;
    [[nodiscard]] ProviderCredentials credentialsFrom(const OAuthProvider &form, const Draft &draft) const;
    void takeAnswer(const QString &slug, const Result<> &answer);
    void setState(State next);

    Deployment &m_deployment;
    QUrl m_dashboardUrl;
    QHash<QString, Draft> m_drafts;
    QString m_openSlug;
    bool m_loading = false;
    bool m_warnedOfInput = false;
    Notice m_notice;
    State m_state;
};

} // namespace golive
