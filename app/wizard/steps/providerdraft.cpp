#include "wizard/steps/providerdraft.h"

#include "model/credentials/appleprivatekey.h"
#include "model/credentials/credentialhints.h"
#include "model/credentials/credentialtext.h"
#include "model/credentials/tidyvalue.h"
#include "model/providercatalogue.h"
#include "wizard/displaytext.h"
#include "wizard/importwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestHint = 300;
constexpr qsizetype mostAtOnce = 3; ///< characters that a person types before the program is told

} // namespace

bool isPrivateKey(const QString &slug, const QString &key)
{
    return slug == QLatin1String("apple") && key == QLatin1String("client_secret");
}

QString fieldLabel(const QString &slug, const ProviderField &field)
{
    const ProviderGuide guide = guideFor(slug);
    if (field.key == QLatin1String("client_id") && !guide.idWord.isEmpty())
        return guide.idWord;
    if (field.key == QLatin1String("client_secret") && !guide.secretWord.isEmpty())
        return guide.secretWord;
    return field.label;
}

QString fieldHint(const QString &slug, const ProviderField &field)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QString told = (fieldLabel(slug, field) + QLatin1Char(' ') + field.label + QLatin1Char(' ')
                          + providerName(slug) + QStringLiteral(" of the"))
                             .toLower();
    const QStringList known = told.split(between, Qt::SkipEmptyParts);
    const QStringList words = field.description.toLower().split(between, Qt::SkipEmptyParts);
    const bool saysMore
        = std::any_of(words.cbegin(), words.cend(), [&known](const QString &word) { return !known.contains(word); });
    return saysMore ? displayText(field.description, longestHint) : QString();
}

std::optional<ProviderField> fieldOf(const OAuthProvider &form, const QString &key)
{
    const auto found = std::find_if(form.fields.cbegin(), form.fields.cend(),
                                    [&](const ProviderField &each) { return each.key == key; });
    return found == form.fields.cend() ? std::nullopt : std::optional(*found);
}

std::optional<ProviderField> fieldNamedIn(const QString &parameter, const OAuthProvider &form)
{
    static const QRegularExpression between(QStringLiteral("[^A-Za-z0-9_]+"));
    const QStringList words = parameter.split(between, Qt::SkipEmptyParts);
    return words.isEmpty() ? std::nullopt : fieldOf(form, words.constLast());
}

bool ProviderDraft::holdsInput() const
{
    const bool typed
        = std::any_of(values.cbegin(), values.cend(), [](const QString &value) { return !value.trimmed().isEmpty(); });
    const bool secret
        = std::any_of(secrets.cbegin(), secrets.cend(), [](const Secret &value) { return !value.isEmpty(); });
    return typed || secret;
}

QString ProviderDraft::valueOf(const ProviderField &field) const
{
    if (field.sensitive)
        return {};
    const QString before = field.stored.isEmpty() ? field.defaultValue : field.stored;
    QString value = values.value(field.key, before);
    // A list shows something in any case; what it shows must be what is sent.
    if (field.required && !field.choices.isEmpty() && !field.choices.contains(value))
        return field.choices.constFirst();
    return value;
}

void ProviderDraft::type(const OAuthProvider &form, const ProviderField &field, const QString &text)
{
    problems.remove(field.key);
    if (isPrivateKey(form.slug, field.key)) {
        takePrivateKey(field.key, Secret(text.toUtf8()), {});
        return;
    }
    // Letters come one by one; what comes all at once was pasted and can be judged at once.
    const qsizetype before
        = field.sensitive ? secrets.value(field.key).size() : values.value(field.key, valueOf(field)).size();
    typing = text.size() - before > mostAtOnce ? QString() : field.key;
    if (field.sensitive)
        secrets[field.key] = Secret(text.trimmed().toUtf8());
    else
        values[field.key] = text;
}

bool ProviderDraft::take(const ProviderCredentials &found, const QString &fileName)
{
    bool allTaken = true;
    for (auto each = found.values.cbegin(); each != found.values.cend(); ++each) {
        values[each.key()] = each.value();
        problems.remove(each.key());
    }
    for (auto each = found.secrets.cbegin(); each != found.secrets.cend(); ++each) {
        if (isPrivateKey(found.slug, each.key())) {
            allTaken = takePrivateKey(each.key(), each.value(), fileName) && allTaken;
            continue;
        }
        secrets[each.key()] = each.value();
        problems.remove(each.key());
    }
    typing.clear();
    ++edition;
    return allTaken;
}

bool ProviderDraft::takePrivateKey(const QString &key, const Secret &content, const QString &fileName)
{
    problems.remove(key);
    secrets.remove(key);
    const auto read = readApplePrivateKey(content);
    if (read)
        secrets[key] = *read;
    else
        problems[key] = ImportWords::fault(read.error(), fileName);
    return read.has_value();
}

QString ProviderDraft::findProblems(const OAuthProvider &form)
{
    QString first;
    for (const ProviderField &field : form.fields) {
        const QString label = fieldLabel(form.slug, field);
        if (isMask(field))
            problems[field.key] = tr("These dots only stand for the value. Enter the %1 itself.").arg(label);
        else if (!isEmpty(field))
            problems.remove(field.key);
        else if (field.required && !problems.contains(field.key))
            problems[field.key] = tr("Enter the %1.").arg(label);
        if (first.isEmpty() && problems.contains(field.key))
            first = field.key;
    }
    return first;
}

ProviderCredentials ProviderDraft::credentials(const OAuthProvider &form) const
{
    ProviderCredentials credentials;
    credentials.slug = form.slug;
    for (const ProviderField &field : form.fields) {
        const bool emptied = !field.sensitive && !field.stored.isEmpty() && valueOf(field).trimmed().isEmpty();
        if (emptied)
            credentials.values.insert(field.key, QString());
        if (isEmpty(field) || isMask(field))
            continue;
        if (!field.sensitive)
            credentials.values.insert(field.key, valueOf(field).trimmed());
        else if (const Secret secret = secrets.value(field.key); !secret.isEmpty())
            credentials.secrets.insert(field.key, secret);
    }
    return credentials;
}

ProviderCredentials ProviderDraft::entered(const QString &slug) const
{
    ProviderCredentials all;
    all.slug = slug;
    for (auto each = values.cbegin(); each != values.cend(); ++each)
        all.values.insert(each.key(), each.value());
    for (auto each = secrets.cbegin(); each != secrets.cend(); ++each)
        all.secrets.insert(each.key(), each.value());
    return all;
}

QList<CredentialHint> ProviderDraft::hints(const OAuthProvider &form, const QJsonObject &development) const
{
    if (!holdsInput())
        return {};
    QList<CredentialHint> all = credentialHints(form, entered(form.slug), development);
    all.removeIf([this](const CredentialHint &hint) { return hint.field == typing; });
    return all;
}

bool ProviderDraft::remedy(const OAuthProvider &form, const QString &key, const QJsonObject &development)
{
    for (const CredentialHint &hint : hints(form, development)) {
        if (hint.field != key || hint.remedy == CredentialHint::Remedy::None)
            continue;
        take(remedied(form, entered(form.slug), hint));
        return true;
    }
    return false;
}

/// Nothing is entered, and Clerk has nothing either.
bool ProviderDraft::isEmpty(const ProviderField &field) const
{
    if (!field.sensitive)
        return valueOf(field).trimmed().isEmpty() && !field.held;
    return secrets.value(field.key).isEmpty() && !field.held;
}

bool ProviderDraft::isMask(const ProviderField &field) const
{
    if (!field.sensitive)
        return field.choices.isEmpty() && isMasked(values.value(field.key));
    const auto text = textOf(secrets.value(field.key));
    return text && isMasked(text->text());
}

} // namespace golive
