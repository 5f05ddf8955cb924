#include "wizard/steps/providerdraft.h"

#include "model/providercatalogue.h"
#include "wizard/displaytext.h"

#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestFileName = 60;
constexpr qsizetype longestHint = 300;

bool hasBlock(const QByteArray &pem, const QByteArray &name)
{
    const QByteArray begin = "-----BEGIN " + name + "-----";
    const qsizetype from = pem.indexOf(begin);
    return from >= 0 && pem.indexOf("-----END " + name + "-----", from + begin.size()) > from;
}

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
        takePrivateKey(field, text.toUtf8(),
                       tr("That is not a whole private key. Copy everything from -----BEGIN PRIVATE KEY----- to "
                          "-----END PRIVATE KEY-----, or choose the file."));
    else if (field.sensitive)
        secrets[field.key] = Secret(text.trimmed().toUtf8());
    else
        values[field.key] = text;
}

void ProviderDraft::importPrivateKey(const ProviderField &field, const QString &fileName, const QByteArray &content)
{
    problems.remove(field.key);
    takePrivateKey(field, content,
                   tr("“%1” is not a private key file. Choose the .p8 file that Apple let you download: it begins with "
                      "-----BEGIN PRIVATE KEY-----.")
                       .arg(displayText(fileName, longestFileName)));
    static const QRegularExpression named(QStringLiteral("^AuthKey_([A-Z0-9]{10})\\b"));
    const auto match = named.match(fileName);
    const QString keyId = QStringLiteral("key_id");
    if (match.hasMatch() && !problems.contains(field.key) && values.value(keyId).trimmed().isEmpty()) {
        values[keyId] = match.captured(1);
        problems.remove(keyId);
    }
}

/// One that is none takes the place of nothing: better no key than a wrong one with a tick beside it.
void ProviderDraft::takePrivateKey(const ProviderField &field, const QByteArray &content, const QString &ifNone)
{
    secrets.remove(field.key);
    if (hasBlock(content, "PRIVATE KEY"))
        secrets[field.key] = Secret(content);
    else if (content.trimmed().isEmpty())
        problems[field.key] = tr("There is no text in it. Choose the .p8 file that Apple let you download.");
    else if (hasBlock(content, "EC PRIVATE KEY") || hasBlock(content, "ENCRYPTED PRIVATE KEY"))
        problems[field.key] = tr("This private key was converted into another format. Use the .p8 file as Apple gave "
                                 "it to you.");
    else
        problems[field.key] = ifNone;
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
