#pragma once

#include "foundation/secret.h"
#include "model/credentials/importfault.h"

#include <QList>
#include <QStringList>

namespace golive {

/// An OAuth client as the Google Cloud console lets it be downloaded.
/// https://developers.google.com/identity/protocols/oauth2/web-server
struct GoogleClient
{
    bool installed = false; ///< a desktop client, which has no redirect URIs of its own; Clerk needs a web client
    QString id;
    Secret secret;
    QStringList redirectUris;
    QStringList javascriptOrigins;
};

/// An address that has to be registered and is not.
struct MissingAddress
{
    QString wanted;
    QString similar; ///< one that is registered and differs only in scheme, `www.`, case or a slash; or empty

    bool operator==(const MissingAddress &) const = default;
};

/// What the client lacks of what Clerk needs, in the order in which it was asked for.
struct GoogleClientGaps
{
    QList<MissingAddress> redirectUris;
    QList<MissingAddress> javascriptOrigins;

    [[nodiscard]] bool isEmpty() const { return redirectUris.isEmpty() && javascriptOrigins.isEmpty(); }
    bool operator==(const GoogleClientGaps &) const = default;
};

/// Reads the downloaded JSON (`web` or `installed`). Fields that are not known are passed over.
[[nodiscard]] Imported<GoogleClient> readGoogleClient(const Secret &content);

/// Compares what is registered with what has to be. Google compares redirect URIs letter by letter, the
/// slash at the end and the case included, and so does this.
[[nodiscard]] GoogleClientGaps gapsOf(const GoogleClient &client, const QStringList &redirectUris,
                                      const QStringList &javascriptOrigins);

} // namespace golive
