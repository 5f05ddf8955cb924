#include "model/credentials/snippet.h"

#include "model/credentials/credentialforms.h"
#include "model/credentials/credentialtext.h"
#include "model/credentials/snippetentries.h"
#include "model/credentials/snippetnames.h"
#include "model/credentials/tidyvalue.h"

#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestValue = 4096;

using Certainty = FieldName::Certainty;

struct Candidate
{
    FieldName name;
    QString shown;
    QString value;
};

bool isKeyFile(const OAuthProvider &form, const ProviderField &field)
{
    return form.slug == QLatin1String("apple") && field.key == QLatin1String("client_secret");
}

/// A value of which somebody could have meant this field.
bool couldBe(const OAuthProvider &form, const ProviderField &field, const QString &value)
{
    const bool isBlock = value.startsWith(QLatin1String("-----BEGIN "));
    if (isKeyFile(form, field))
        return isBlock;
    if (!field.choices.isEmpty())
        return field.choices.contains(value);
    const auto isForeign = [](QChar each) {
        return each.isSpace() || each == QLatin1Char('"') || each == QLatin1Char('\'') || each == QLatin1Char('`');
    };
    return !isBlock && value.size() <= longestValue && std::none_of(value.cbegin(), value.cend(), isForeign)
        && !(field.key == QLatin1String("client_id") && value.contains(QLatin1Char('@')));
}

class Filling
{
public:
    Filling(const OAuthProvider &form, SnippetReading &reading)
        : m_form(form)
        , m_names(form)
        , m_reading(reading)
    {
    }

    void fill(const QList<SnippetEntry> &entries)
    {
        for (const SnippetEntry &entry : entries)
            take(entry);
        dropTheLonely();
        const bool ours = std::any_of(m_candidates.cbegin(), m_candidates.cend(), [](const Candidate &each) {
            return each.name.certainty == Certainty::OfTheProvider;
        });
        // Names of nobody beside those of somebody else: whose they are is a guess.
        const bool mayGuess = m_reading.otherProviders.isEmpty();
        for (const ProviderField &field : m_form.fields)
            decide(field, ours, mayGuess);
    }

private:
    void take(const SnippetEntry &entry)
    {
        const FieldName name = m_names.fieldNamedBy(entry);
        if (!name.otherSlug.isEmpty() && !m_reading.otherProviders.contains(name.otherSlug))
            m_reading.otherProviders.append(name.otherSlug);
        const auto field = std::find_if(m_form.fields.cbegin(), m_form.fields.cend(),
                                        [&](const ProviderField &each) { return each.key == name.field; });
        if (field == m_form.fields.cend())
            return;
        const QString trimmed = entry.value.trimmed();
        if (isMasked(trimmed) || isPlaceholder(trimmed))
            m_reading.notFilledIn.append(entry.name);
        else if (name.forDevelopment)
            m_reading.forDevelopment.append(entry.name);
        else if (couldBe(m_form, *field, trimmed))
            m_candidates.append({name, entry.name, trimmed});
    }

    /// A name that needs company stays where another field has one with the same prefix, or, having none, any of
    /// nobody's.
    void dropTheLonely()
    {
        const QList<Candidate> all = m_candidates;
        const auto isLonely = [&all](const Candidate &each) {
            return each.name.needsCompany && std::none_of(all.cbegin(), all.cend(), [&each](const Candidate &other) {
                       const bool isOfNobody
                           = each.name.prefix.isEmpty() && other.name.certainty == Certainty::OfNobody;
                       const bool isSame
                           = other.name.certainty == Certainty::OfAStranger && other.name.prefix == each.name.prefix;
                       return other.name.field != each.name.field && (isOfNobody || isSame);
                   });
        };
        m_candidates.removeIf(isLonely);
    }

    void decide(const ProviderField &field, bool ours, bool mayGuess)
    {
        QList<Candidate> chosen = candidatesFor(field, Certainty::OfTheProvider);
        if (chosen.isEmpty())
            chosen = candidatesFor(field, Certainty::OfNobody);
        if (chosen.isEmpty() && !ours)
            chosen = candidatesFor(field, Certainty::OfAStranger);
        if (chosen.isEmpty())
            return;
        const Candidate &first = chosen.constFirst();
        const bool guessed = first.name.certainty != Certainty::OfTheProvider;
        const auto agrees = [&first](const Candidate &each) { return each.value == first.value; };
        const bool onePrefix = first.name.certainty != Certainty::OfAStranger || strangers() == 1;
        if ((guessed && !mayGuess) || !onePrefix || !std::all_of(chosen.cbegin(), chosen.cend(), agrees)) {
            m_reading.ambiguous.append(field.key);
            return;
        }
        m_reading.guessed = m_reading.guessed || guessed;
        if (field.sensitive)
            m_reading.found.secrets[field.key] = Secret(first.value.toUtf8());
        else
            m_reading.found.values[field.key] = first.value;
        m_reading.names[field.key] = first.shown;
    }

    QList<Candidate> candidatesFor(const ProviderField &field, Certainty certainty) const
    {
        QList<Candidate> found;
        std::copy_if(m_candidates.cbegin(), m_candidates.cend(), std::back_inserter(found), [&](const Candidate &each) {
            return each.name.field == field.key && each.name.certainty == certainty;
        });
        return found;
    }

    /// How many prefixes nobody knows stand before an id or a secret.
    qsizetype strangers() const
    {
        QStringList prefixes;
        for (const Candidate &each : m_candidates)
            if (each.name.certainty == Certainty::OfAStranger && !prefixes.contains(each.name.prefix))
                prefixes.append(each.name.prefix);
        return prefixes.size();
    }

    const OAuthProvider &m_form;
    SnippetNames m_names;
    SnippetReading &m_reading;
    QList<Candidate> m_candidates;
};

} // namespace

bool looksLikeSnippet(const QString &pasted)
{
    const QList<SnippetEntry> entries = snippetEntries(pasted);
    static const QRegularExpression ending(QStringLiteral("(?:^|_)(?:ID|KEY|SECRET|VALUE)(?:_|$)"));
    return std::any_of(entries.cbegin(), entries.cend(),
                       [](const SnippetEntry &entry) { return ending.match(entry.ownName).hasMatch(); });
}

SnippetReading readSnippet(const QString &pasted, const OAuthProvider &form)
{
    SnippetReading reading;
    reading.found.slug = form.slug;
    Filling(form, reading).fill(snippetEntries(pasted));
    return reading;
}

Imported<QList<ProviderCredentials>> readForAll(const Secret &content, const QList<OAuthProvider> &forms)
{
    const auto text = textOf(content);
    if (!text)
        return tl::unexpected(text.error());
    QList<ProviderCredentials> all;
    for (const OAuthProvider &form : forms) {
        const SnippetReading reading = readSnippet(text->text(), form);
        if (!form.supported || reading.isEmpty() || reading.guessed)
            continue;
        all.append(reading.found);
    }
    return all;
}

} // namespace golive
