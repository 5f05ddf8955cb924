#pragma once

#include "model/credentials/snippetentries.h"
#include "model/provider.h"

#include <QHash>

namespace golive {

/// What a variable's name says about its value.
struct FieldName
{
    enum class Certainty {
        OfTheProvider, ///< names the provider: `GOOGLE_CLIENT_ID`
        OfNobody, ///< names a field and nothing else: `Client ID`
        OfAStranger, ///< a field with a prefix that is no provider's: `SHOP_CLIENT_ID`
    };

    QString field; ///< empty: of no field of the form
    Certainty certainty = Certainty::OfNobody;
    QString prefix; ///< of a stranger
    bool needsCompany = false; ///< `SHOP_ID` is one only beside a `SHOP_SECRET`, and the other way round
    QString otherSlug; ///< the provider whose credential it is, when it is another one's
    bool forDevelopment = false;
};

/// Knows the names under which the credentials of one form's provider are kept.
class SnippetNames
{
public:
    explicit SnippetNames(const OAuthProvider &form);

    [[nodiscard]] FieldName fieldNamedBy(const SnippetEntry &entry) const;

private:
    [[nodiscard]] QString fieldOf(const QStringList &words) const;
    [[nodiscard]] bool isOthers(const QStringList &words) const;
    [[nodiscard]] QString otherProviderIn(const QStringList &words) const;
    void takeStrangers(const QStringList &words, const SnippetEntry &entry, FieldName &name) const;

    QList<QStringList> m_names; ///< of the provider, each in words
    QHash<QString, QString> m_fields; ///< by what names them, in upper snake case
};

} // namespace golive
