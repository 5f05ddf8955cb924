#pragma once

#include "foundation/secret.h"
#include "model/credentials/credentialhint.h"
#include "model/provider.h"
#include "wizard/notice.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <optional>

namespace golive {

/// What was entered for one provider and not saved yet.
class ProviderDraft
{
    Q_DECLARE_TR_FUNCTIONS(golive::ProviderDraft)

public:
    QHash<QString, QString> values; ///< of fields that are not sensitive
    QHash<QString, Secret> secrets;
    QHash<QString, QString> problems; ///< what is wrong with a field, and what to do
    QStringList imported; ///< what came of the last import
    std::optional<QString> expiryText; ///< what was typed for the date, while it is none
    QString typing; ///< the field that is being typed in: judged when it is left
    Notice notice;
    int edition = 0; ///< counts what was put in by anything but typing
    bool editing = false; ///< a saved provider's credentials are being replaced
    bool saving = false;

    [[nodiscard]] bool holdsInput() const;
    /// What the field shows: the typed text, what Clerk has, or what Clerk's schema proposes.
    [[nodiscard]] QString valueOf(const ProviderField &field) const;

    /// The person changed a field. A private key that is none is not taken, and said to be none.
    void type(const OAuthProvider &form, const ProviderField &field, const QString &text);
    /// Takes over what is there of `found`, as if it had been typed: a private key that is none is not taken,
    /// wherever it comes from; false then.
    bool take(const ProviderCredentials &found, const QString &fileName = {});
    /// One that is none takes the place of nothing: better no key than a wrong one with a tick beside it.
    bool takePrivateKey(const QString &key, const Secret &content, const QString &fileName);

    /// Marks every required field that is empty. Answers the key of the first field that is wrong,
    /// or nothing.
    [[nodiscard]] QString findProblems(const OAuthProvider &form);
    /// What to send. What Clerk has and nobody touched is left out, and so is a mask.
    [[nodiscard]] ProviderCredentials credentials(const OAuthProvider &form) const;
    /// Everything as it was entered.
    [[nodiscard]] ProviderCredentials entered(const QString &slug) const;

    /// What is odd about it, apart from the field that is being typed in.
    [[nodiscard]] QList<CredentialHint> hints(const OAuthProvider &form, const QJsonObject &development) const;
    /// Does what the first hint about the field offers. False when it offers nothing.
    bool remedy(const OAuthProvider &form, const QString &key, const QJsonObject &development);

private:
    [[nodiscard]] bool isEmpty(const ProviderField &field) const;
    [[nodiscard]] bool isMask(const ProviderField &field) const;
};

/// Apple's credential is a private key, which has lines.
[[nodiscard]] bool isPrivateKey(const QString &slug, const QString &key);

/// The provider's own word for a field where the catalogue has it, else the schema's.
[[nodiscard]] QString fieldLabel(const QString &slug, const ProviderField &field);

/// The schema's description, bounded; empty where it only repeats the label or the provider's name.
[[nodiscard]] QString fieldHint(const QString &slug, const ProviderField &field);

/// The field of this key; nothing when the form has none.
[[nodiscard]] std::optional<ProviderField> fieldOf(const OAuthProvider &form, const QString &key);

/// The field that Clerk complains about in `parameter`, such as `connection_oauth_google.client_id`.
[[nodiscard]] std::optional<ProviderField> fieldNamedIn(const QString &parameter, const OAuthProvider &form);

} // namespace golive
