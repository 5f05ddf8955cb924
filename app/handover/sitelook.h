#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QUrl>

namespace golive {

/// A publishable key that somebody's site delivers.
struct FoundKey
{
    QString key;
    QString host; ///< the Frontend API that it stands for
    bool isLive = false;
    QUrl where; ///< the page or script that it was first seen in

    bool operator==(const FoundKey &) const = default;
};

/// What was seen of a site.
struct SiteLook
{
    QUrl page; ///< after redirects
    int status = 0; ///< of HTTP, that the page came with; an error has a page, too
    int scripts = 0; ///< that were read
    int elsewhere = 0; ///< scripts of other sites, which are not read
    int unread = 0; ///< scripts that did not come, that came as an error, or for which there was no time
    QList<FoundKey> keys; ///< each once

    bool operator==(const SiteLook &) const = default;
};

/// What that says about the switch to production.
enum class SiteVerdict {
    Switched, ///< the production key of this domain, and no development key
    StillDevelopment, ///< a development key and no production key
    Mixed, ///< both
    OtherProduction, ///< a production key of another domain
    SomeProduction, ///< a production key, while it is not known which is the right one
    NoKey, ///< none was seen, which need not mean that there is none
};

/// The publishable keys in a page or a script, by what they decode to.
[[nodiscard]] QList<FoundKey> keysIn(const QByteArray &text, const QUrl &where);

/// The addresses of the scripts that a page loads, in its order, each once.
[[nodiscard]] QList<QUrl> scriptsOf(const QByteArray &html, const QUrl &page);

/// True when both are on the same registrable domain, or are the same host.
[[nodiscard]] bool isSameSite(const QUrl &one, const QUrl &other);

/// `frontendHost` is the production instance's, such as `clerk.example.com`; empty where it is not known.
[[nodiscard]] SiteVerdict verdictOn(const SiteLook &look, const QString &frontendHost);

} // namespace golive
