#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace golive {

/// What Clerk's schema does not say about a provider: the words and places on the provider's side.
/// All texts are English, as the providers' consoles name things.
struct ProviderGuide
{
    QString slug;
    QString name; ///< for people
    QString idWord; ///< the provider's own word for `client_id`; empty when nobody wrote it down
    QString secretWord; ///< the provider's own word for `client_secret`
    QUrl console; ///< where the client is made; empty when unknown
    QUrl docs; ///< Clerk's guide
    QString redirectPlace; ///< where the redirect URI goes, as a path through the console
    QStringList steps; ///< what to do there, in order, in the provider's own words; empty when nobody wrote it down
    QStringList gotchas; ///< one sentence each
    int longestSecretMonths = 0; ///< after which a secret expires at the latest; 0: never
    bool asksForOrigins = false; ///< wants the origins of the site besides the redirect URI
    bool asksForHost = false; ///< wants the host of the Frontend API, without a scheme

    bool operator==(const ProviderGuide &) const = default;
};

/// The entry of resources/providers.json. A slug without one gets a title-cased name and the page
/// under which Clerk would file its guide.
[[nodiscard]] ProviderGuide guideFor(const QString &slug);

/// The slugs that have an entry, in alphabetical order.
[[nodiscard]] QStringList cataloguedProviders();

/// "Hugging Face" for `hugging_face`.
[[nodiscard]] QString titleCased(const QString &key);

} // namespace golive
