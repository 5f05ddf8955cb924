#include "wizard/steps/providerdraft.h"

#include "model/credentials/appleprivatekey.h"
#include "model/credentials/credentialfile.h"
#include "model/providercatalogue.h"
#include "wizard/displaytext.h"
#include "wizard/importwords.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestHint = 300;

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
    const QString value = values.value(field.key, field.defaultValue);
    // A list shows something in any case; what it shows must be what is sent.
    if (field.required && !field.choices.isEmpty() && !field.choices.contains(value))
        return field.choices.constFirst();
    return value;
}

void ProviderDraft::type(const OAuthProvider &form, const ProviderField &field, const QString &text)
{
    problems.remove(field.key);
    if (isPrivateKey(form.slug, field.key))
        static_cast<void>(takePrivateKey(field, Secret(text.toUtf8()), {}));
    else if (field.sensitive)
        secrets[field.key] = Secret(text.trimmed().toUtf8());
    else
        values[field.key] = text;
}

void ProviderDraft::importPrivateKey(const ProviderField &field, const QString &path)
{
    problems.remove(field.key);
    secrets.remove(field.key);
    const auto file = readCredentialFile(path);
    if (!file) {
        problems[field.key] = ImportWords::fault(file.error(), QFileInfo(path).fileName());
        return;
    }
    const QString keyId = QStringLiteral("key_id");
    QString told = keyIdFromFileName(file->name);
    if (told.isEmpty())
        told = keyIdFromFileName(file->linkTarget);
    if (takePrivateKey(field, file->content, file->name) && !told.isEmpty()
        && values.value(keyId).trimmed().isEmpty()) {
        values[keyId] = told;
        problems.remove(keyId);
    }
}

/// One that is none takes the place of nothing: better no key than a wrong one with a tick beside it.
bool ProviderDraft::takePrivateKey(const ProviderField &field, const Secret &content, const QString &fileName)
{
    secrets.remove(field.key);
    const auto key = readApplePrivateKey(content);
    if (key)
        secrets[field.key] = *key;
    else
        problems[field.key] = ImportWords::fault(key.error(), fileName);
    return key.has_value();
}

QString ProviderDraft::findProblems(const OAuthProvider &form)
{
    QString first;
    for (const ProviderField &field : form.fields) {
        if (!isEmpty(field))
            problems.remove(field.key);
        else if (field.required && !problems.contains(field.key))
            problems[field.key] = tr("Enter the %1.").arg(fieldLabel(form.slug, field));
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
        if (isEmpty(field))
            continue;
        if (field.sensitive)
            credentials.secrets.insert(field.key, secrets.value(field.key));
        else
            credentials.values.insert(field.key, valueOf(field).trimmed());
    }
    return credentials;
}

bool ProviderDraft::isEmpty(const ProviderField &field) const
{
    return field.sensitive ? secrets.value(field.key).isEmpty() : valueOf(field).trimmed().isEmpty();
}

} // namespace golive
