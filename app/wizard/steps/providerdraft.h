#pragma once

#include "foundation/secret.h"
#include "model/provider.h"
#include "wizard/notice.h"

#include <QCoreApplication>
#include <QHash>

namespace golive {

/// What was typed for one provider and not saved yet.
class ProviderDraft
{
    Q_DECLARE_TR_FUNCTIONS(golive::ProviderDraft)

public:
    QHash<QString, QString> values; ///< of fields that are not sensitive
    QHash<QString, Secret> secrets;
    QHash<QString, QString> problems; ///< what is wrong with a field, and what to do
    Notice notice;
    bool editing = false; ///< a saved provider's credentials are being replaced
    bool saving = false;

    [[nodiscard]] bool holdsInput() const;
    /// What the field shows: the typed text, or what Clerk's schema proposes.
    [[nodiscard]] QString valueOf(const ProviderField &field) const;

    /// The person changed a field. A private key that is none is not taken, and said to be none.
    void type(const OAuthProvider &form, const ProviderField &field, const QString &text);
    /// A private key from a file, whose name tells Apple's Key ID. The file is read, and never copied.
    void importPrivateKey(const ProviderField &field, const QString &path);

    /// Marks every required field that is empty. Answers the key of the first field that is wrong,
    /// or nothing.
    [[nodiscard]] QString findProblems(const OAuthProvider &form);
    [[nodiscard]] ProviderCredentials credentials(const OAuthProvider &form) const;

private:
    [[nodiscard]] bool isEmpty(const ProviderField &field) const;
    [[nodiscard]] bool takePrivateKey(const ProviderField &field, const Secret &content, const QString &fileName);
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
