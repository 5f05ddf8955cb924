#include "model/credentials/snippetnames.h"

#include "model/credentials/credentialforms.h"
#include "model/modeldata.h"
#include "model/providercatalogue.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <optional>

namespace golive {
namespace {

using Certainty = FieldName::Certainty;

QSet<QString> wordsOf(const char *list)
{
    const QStringList words = QString::fromLatin1(list).split(QLatin1Char(' '));
    return {words.cbegin(), words.cend()};
}

/// Words that say nothing about which value it is.
const QSet<QString> &fillers()
{
    static const QSet<QString> words
        = wordsOf("0 2 AUTH AUTHJS CREDENTIAL CREDENTIALS INSTALLED LIVE LOGIN MY NEXT OAUTH OAUTH2 OIDC OPTIONS "
                  "PROD PRODUCTION PROVIDER PROVIDERS PUBLIC SIGNIN SOCIAL SSO THE VITE WEB YOUR");
    return words;
}

const QSet<QString> &testWords()
{
    static const QSet<QString> words
        = wordsOf("DEV DEVELOPMENT LOCAL LOCALHOST PREVIEW SANDBOX STAGE STAGING TEST TESTING");
    return words;
}

/// Services that have a client of their own, but are no sign-in provider of Clerk's.
const QSet<QString> &foreignServices()
{
    static const QSet<QString> words = [] {
        QSet<QString> read;
        const QJsonArray listed = modelData(QStringLiteral("providers.json"))[QLatin1String("strangers")].toArray();
        for (const auto &word : listed)
            read.insert(word.toString());
        return read;
    }();
    return words;
}

QStringList without(const QStringList &words, const QSet<QString> &unwanted)
{
    QStringList rest;
    std::copy_if(words.cbegin(), words.cend(), std::back_inserter(rest),
                 [&](const QString &word) { return !unwanted.contains(word); });
    return rest;
}

struct Span
{
    qsizetype start = 0;
    qsizetype end = 0;
};

/// Where one of the provider's names is in `words`; of several the longest, and of those the first.
std::optional<Span> nameIn(const QStringList &words, const QList<QStringList> &names)
{
    std::optional<Span> found;
    for (const QStringList &name : names) {
        const auto at = std::search(words.cbegin(), words.cend(), name.cbegin(), name.cend());
        const qsizetype start = at - words.cbegin();
        // A single letter is a name only where a name is expected: X_CLIENT_ID, but not MAX_X_ID.
        const bool counts = at != words.cend() && (start == 0 || name.size() > 1 || name.constFirst().size() > 1);
        if (counts && (!found || name.size() > found->end - found->start))
            found = Span {start, start + name.size()};
    }
    return found;
}

QList<QStringList> namesOf(const CredentialForms &forms)
{
    QList<QStringList> names;
    for (const QString &name : forms.variableWords)
        names.append(name.split(QLatin1Char('_')));
    return names;
}

struct NamedProvider
{
    QString slug;
    QList<QStringList> names;
};

const QList<NamedProvider> &namedProviders()
{
    static const QList<NamedProvider> all = [] {
        QList<NamedProvider> read;
        for (const CredentialForms &forms : allCredentialForms())
            read.append({forms.slug, namesOf(forms)});
        return read;
    }();
    return all;
}

} // namespace

SnippetNames::SnippetNames(const OAuthProvider &form)
    : m_names(namesOf(credentialFormsFor(form.slug)))
{
    const ProviderGuide guide = guideFor(form.slug);
    const auto learn = [this](const QString &field, const QStringList &names) {
        for (const QString &name : names)
            m_fields.insert(without(upperSnake(name).split(QLatin1Char('_')), fillers()).join(QLatin1Char('_')), field);
    };
    const QString id = QStringLiteral("client_id");
    const QString secret = QStringLiteral("client_secret");
    const bool isApple = form.slug == QLatin1String("apple");
    if (isApple)
        learn(secret, {QStringLiteral("PRIVATE_KEY"), QStringLiteral("P8"), QStringLiteral("KEY")});
    learn(id,
          {QStringLiteral("ID"), QStringLiteral("CLIENTID"), QStringLiteral("APPLICATION_ID"),
           QStringLiteral("CONSUMER_KEY"), isApple ? QStringLiteral("SERVICE_ID") : guide.idWord});
    learn(secret,
          {QStringLiteral("SECRET"), QStringLiteral("CLIENTSECRET"), QStringLiteral("SECRET_VALUE"),
           QStringLiteral("CLIENT_SECRET_VALUE"), QStringLiteral("CONSUMER_SECRET"), guide.secretWord});
    learn(id, {guide.idWord});
    for (const ProviderField &field : form.fields)
        learn(field.key, {field.key, field.label});
    m_fields.remove(QString());
}

QString SnippetNames::fieldOf(const QStringList &words) const
{
    return m_fields.value(without(without(words, fillers()), testWords()).join(QLatin1Char('_')));
}

bool SnippetNames::isOthers(const QStringList &words) const
{
    const auto &all = namedProviders();
    return std::any_of(words.cbegin(), words.cend(),
                       [](const QString &word) { return foreignServices().contains(word); })
        || std::any_of(all.cbegin(), all.cend(),
                       [&](const NamedProvider &other) { return nameIn(words, other.names).has_value(); });
}

/// The slug of the provider whose id or secret it is; GOOGLE_MAPS_API_KEY is neither.
QString SnippetNames::otherProviderIn(const QStringList &words) const
{
    static const QSet<QString> endings = wordsOf("ID KEY SECRET");
    for (const NamedProvider &other : namedProviders()) {
        const auto span = nameIn(words, other.names);
        const qsizetype rest = span ? words.size() - span->end : 0;
        if (rest > 0 && rest <= 2 && endings.contains(words.constLast()))
            return other.slug;
    }
    return {};
}

/// `SHOP_CLIENT_ID`, and `SHOP_ID` or `ID`, which are little to go by. AUTH_SECRET is the program's own.
void SnippetNames::takeStrangers(const QStringList &words, const SnippetEntry &entry, FieldName &name) const
{
    name.certainty = Certainty::OfAStranger;
    const bool saysClient = words.size() > 2 && words.at(words.size() - 2) == QLatin1String("CLIENT");
    const bool isPlain = words.join(QLatin1Char('_')) == entry.name;
    name.needsCompany = !saysClient;
    const qsizetype length = saysClient ? 2 : 1;
    name.field = saysClient || isPlain ? fieldOf(words.mid(words.size() - length)) : QString();
    name.prefix = words.mid(0, words.size() - length).join(QLatin1Char('_'));
}

FieldName SnippetNames::fieldNamedBy(const SnippetEntry &entry) const
{
    const QStringList words = entry.name.split(QLatin1Char('_'));
    FieldName name;
    name.forDevelopment
        = std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return testWords().contains(word); });
    const QStringList plain = without(without(words, fillers()), testWords());
    if (plain.isEmpty())
        return name;
    if (const auto own = nameIn(plain, m_names)) {
        name.certainty = Certainty::OfTheProvider;
        name.field = fieldOf(plain.mid(own->end));
        if (own->end == plain.size())
            name.field = fieldOf(plain.mid(0, own->start));
        return name;
    }
    name.otherSlug = otherProviderIn(plain);
    if (isOthers(plain))
        return name;
    const QStringList ownWords = without(without(entry.ownName.split(QLatin1Char('_')), testWords()), fillers());
    name.field = fieldOf(ownWords);
    if (!name.field.isEmpty() && ownWords.size() > 1)
        return name;
    takeStrangers(plain, entry, name);
    return name;
}

} // namespace golive
