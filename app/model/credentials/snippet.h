#pragma once

#include "model/credentials/importfault.h"
#include "model/provider.h"

#include <QMap>
#include <QStringList>

namespace golive {

/// What was found for one provider in a pasted text of many values.
///
/// What is not certain is not filled in: two different values for one field are `ambiguous`, and a value that
/// belongs to another provider, to development or to nobody is passed over and named.
struct SnippetReading
{
    ProviderCredentials found;
    QMap<QString, QString> names; ///< by field: what stood before the value, such as `GOOGLE_CLIENT_ID`
    QStringList ambiguous; ///< fields for which there are several values
    QStringList otherProviders; ///< slugs of other providers of which there are credentials
    QStringList forDevelopment; ///< names of values that are marked as development's or a test's
    bool guessed = false; ///< something was filled in whose name is not the provider's
    QStringList notFilledIn; ///< names of which the value is masked, a placeholder or a reference

    [[nodiscard]] bool isEmpty() const { return found.values.isEmpty() && found.secrets.isEmpty(); }
};

/// True where the text is more than one value, so that readSnippet() is worth asking: a credential alone
/// has no names in it.
[[nodiscard]] bool looksLikeSnippet(const QString &pasted);

/// Reads an environment file, JSON, a piece of a program or a note such as "Client ID: …", and tells which values
/// belong into which fields of `form`: by the names that are usual for the provider (`AUTH_GITHUB_SECRET`), by its
/// own words ("Channel ID"), and where nothing is named so by `…_CLIENT_ID` or a pair of `…_ID` and `…_SECRET`.
/// Of the text the first 64 KiB are read.
[[nodiscard]] SnippetReading readSnippet(const QString &pasted, const OAuthProvider &form);

/// The same for several providers at once, such as from a whole environment file. Only what is named after a
/// provider counts: `CLIENT_ID` alone could be anybody's. Those of which nothing was found are left out.
[[nodiscard]] Imported<QList<ProviderCredentials>> readForAll(const Secret &content, const QList<OAuthProvider> &forms);

} // namespace golive
