#include "wizard/steps/providerimport.h"

#include "model/credentials/appleprivatekey.h"
#include "model/credentials/credentialtext.h"
#include "model/credentials/googleclient.h"
#include "model/credentials/snippet.h"
#include "wizard/importwords.h"
#include "wizard/snippetwords.h"

#include <QFileInfo>

namespace golive {
namespace {

using Kind = ImportFault::Kind;

/// What is text, and none of Google's files, may still be an environment file.
bool mayBeSomethingElse(Kind kind)
{
    return kind == Kind::NotJson || kind == Kind::NotAGoogleClient || kind == Kind::JsonNotObject;
}

} // namespace

ProviderImport::ProviderImport(ProviderDraft &draft, const OAuthProvider &form, WantedRegistrations wanted)
    : m_draft(draft)
    , m_form(form)
    , m_wanted(std::move(wanted))
{
}

void ProviderImport::readFile(const QString &path)
{
    const auto file = readCredentialFile(path);
    if (file) {
        read(*file);
        return;
    }
    const QString sentence = ImportWords::fault(file.error(), QFileInfo(path).fileName());
    const QString key = QStringLiteral("client_secret");
    if (isPrivateKey(m_form.slug, key)) {
        m_draft.secrets.remove(key); // no tick beside a key that was to be replaced
        m_draft.problems[key] = sentence;
    } else {
        fail(sentence);
    }
}

void ProviderImport::readText(const QString &text)
{
    read({{}, {}, Secret(text.toUtf8())});
}

void ProviderImport::read(const CredentialFile &file)
{
    m_draft.imported.clear();
    m_draft.notice = {};
    if (m_form.slug == QLatin1String("google") && takeGoogleClient(file))
        return;
    if (m_form.slug == QLatin1String("apple") && takeAppleKey(file))
        return;
    if (takeSnippet(file))
        return;
    const auto text = textOf(file.content);
    fail(text ? SnippetWords::nothingFound(file.name, m_form.name) : ImportWords::fault(text.error(), file.name));
}

/// False where it may be something else.
bool ProviderImport::takeGoogleClient(const CredentialFile &file)
{
    const auto client = readGoogleClient(file.content);
    if (!client && mayBeSomethingElse(client.error().kind) && takeSnippet(file))
        return true;
    if (!client) {
        fail(ImportWords::fault(client.error(), file.name));
        return true;
    }
    ProviderCredentials found;
    found.values.insert(QStringLiteral("client_id"), client->id);
    found.secrets.insert(QStringLiteral("client_secret"), client->secret);
    m_draft.take(found);
    const GoogleClientGaps gaps = gapsOf(*client, m_wanted.redirectUris, m_wanted.javascriptOrigins);
    m_draft.imported.append(
        SnippetWords::takenFrom(file.name, m_form, {QStringLiteral("client_id"), QStringLiteral("client_secret")}));
    const QStringList missing = ImportWords::about(*client, gaps);
    m_draft.imported.append(missing);
    if (missing.isEmpty() && !m_wanted.redirectUris.isEmpty())
        m_draft.imported.append(tr("The client has the redirect URI and the origins that production needs."));
    return true;
}

/// The key alone, or a text that holds it under a name.
bool ProviderImport::takeAppleKey(const CredentialFile &file)
{
    const auto field = fieldOf(m_form, QStringLiteral("client_secret"));
    if (!field || !isPrivateKey(m_form.slug, field->key))
        return false;
    const auto key = readApplePrivateKey(file.content);
    const bool isKeyFile = file.name.endsWith(QLatin1String(".p8"), Qt::CaseInsensitive);
    if (!key && !isKeyFile && takeSnippet(file))
        return true;
    if (!m_draft.takePrivateKey(field->key, file.content, file.name))
        return true;
    QStringList taken {field->key};
    ProviderCredentials found;
    found.secrets.insert(field->key, *key);
    const QString keyId = QStringLiteral("key_id");
    QString told = keyIdFromFileName(file.name);
    if (told.isEmpty())
        told = keyIdFromFileName(file.linkTarget);
    if (!told.isEmpty() && m_draft.values.value(keyId).trimmed().isEmpty()) {
        found.values.insert(keyId, told);
        taken.append(keyId);
    }
    m_draft.take(found);
    if (!file.name.isEmpty())
        m_draft.imported.append(SnippetWords::takenFrom(file.name, m_form, taken));
    return true;
}

bool ProviderImport::takeSnippet(const CredentialFile &file)
{
    const auto text = textOf(file.content);
    if (!text || !looksLikeSnippet(text->text()))
        return false;
    SnippetReading reading = readSnippet(text->text(), m_form);
    const QStringList remarks = SnippetWords::remarks(reading, m_form);
    if (reading.isEmpty() && remarks.isEmpty())
        return false;
    if (reading.isEmpty()) {
        fail(SnippetWords::nothingFound(file.name, m_form.name));
        m_draft.imported = remarks;
        return true;
    }
    m_draft.take(reading.found, file.name);
    reading.names.removeIf([this](const auto &each) { return m_draft.problems.contains(each.key()); });
    if (!reading.names.isEmpty())
        m_draft.imported.append(SnippetWords::takenFrom(file.name, m_form, reading.names.keys()));
    m_draft.imported.append(remarks);
    return true;
}

void ProviderImport::fail(const QString &sentence)
{
    m_draft.imported.clear();
    m_draft.notice = {Notice::Tone::Problem, sentence, {}};
}

} // namespace golive
