#pragma once

#include "model/credentials/credentialfile.h"
#include "wizard/steps/providerdraft.h"

namespace golive {

/// What is registered for production: an imported client is compared with it.
struct WantedRegistrations
{
    QStringList redirectUris;
    QStringList javascriptOrigins;
};

/// Fills a draft from a file or a text: Google's client JSON, Apple's private key, an environment file, JSON or a
/// note with names. What was taken and what was passed over is said in the draft's `imported`; what nothing can be
/// taken from, in its notice or at the field. Nothing that was entered is lost by an import that fails.
class ProviderImport
{
    Q_DECLARE_TR_FUNCTIONS(golive::ProviderImport)

public:
    ProviderImport(ProviderDraft &draft, const OAuthProvider &form, WantedRegistrations wanted);

    void readFile(const QString &path);
    void readText(const QString &text);

private:
    void read(const CredentialFile &file);
    bool takeGoogleClient(const CredentialFile &file);
    bool takeAppleKey(const CredentialFile &file);
    bool takeSnippet(const CredentialFile &file);
    void fail(const QString &sentence);

    ProviderDraft &m_draft;
    const OAuthProvider &m_form;
    WantedRegistrations m_wanted;
};

} // namespace golive
