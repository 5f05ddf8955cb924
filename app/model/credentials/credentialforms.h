#pragma once

#include "model/credentials/credentialhint.h"

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace golive {

/// What the values of one field usually look like. None of it is a promise of the provider unless
/// `documented`, and a provider may change it any day: a reason to ask back, never one to refuse.
struct FieldForm
{
    QString field; ///< such as `client_id`
    QRegularExpression form; ///< of the whole value
    QRegularExpression mark; ///< what no other provider's values have; invalid and empty where there is nothing
    bool documented = false;
    QString like; ///< a made-up example, for ids alone

    [[nodiscard]] bool isMatchedBy(const QString &value) const;
    [[nodiscard]] bool isMarkedIn(const QString &value) const;
};

/// A value that people take for the right one, told by its looks.
struct FieldTrap
{
    QString field;
    QRegularExpression form;
    CredentialHint::Kind kind = CredentialHint::Kind::AccessToken;
};

/// What resources/providers.json knows of one provider's credentials.
struct CredentialForms
{
    QString slug;
    /// How environment files name the provider, in upper case: `GOOGLE`, `AZURE_AD`. Never empty.
    QStringList variableWords;
    QList<FieldForm> fields;
    QList<FieldTrap> traps;

    /// Nothing for a field of which nobody wrote down the form.
    [[nodiscard]] const FieldForm *fieldForm(const QString &field) const;
};

/// A provider without an entry has its slug as its only word, and no forms.
[[nodiscard]] CredentialForms credentialFormsFor(const QString &slug);

/// Those of every provider of the catalogue.
[[nodiscard]] const QList<CredentialForms> &allCredentialForms();

/// `upperSnake("Google clientID")` is `GOOGLE_CLIENT_ID`.
[[nodiscard]] QString upperSnake(const QString &text);

} // namespace golive
