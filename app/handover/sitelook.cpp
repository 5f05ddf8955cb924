#include "handover/sitelook.h"

#include "model/keykind.h"
#include "model/publicsuffix.h"

#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

bool isKnown(const QList<FoundKey> &keys, const QString &key)
{
    return std::any_of(keys.cbegin(), keys.cend(), [&key](const FoundKey &each) { return each.key == key; });
}

/// Attributes hold their characters as entities. Those that addresses are made of.
QString withoutEntities(QString text)
{
    return text.replace(QLatin1String("&#x2F;"), QLatin1String("/"), Qt::CaseInsensitive)
        .replace(QLatin1String("&#47;"), QLatin1String("/"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

} // namespace

QList<FoundKey> keysIn(const QByteArray &text, const QUrl &where)
{
    static const QRegularExpression form(
        QStringLiteral("(?<![A-Za-z0-9_])pk_(test|live)_[A-Za-z0-9+/_-]{8,400}={0,2}"));
    QList<FoundKey> keys;
    for (auto matches = form.globalMatch(QString::fromLatin1(text)); matches.hasNext();) {
        const auto match = matches.next();
        const QString host = publishableKeyHost(match.captured());
        if (!host.isEmpty() && !isKnown(keys, match.captured()))
            keys.append({match.captured(), host, match.captured(1) == QLatin1String("live"), where});
    }
    return keys;
}

QList<QUrl> scriptsOf(const QByteArray &html, const QUrl &page)
{
    static const QRegularExpression tag(
        QStringLiteral("<(?:script\\b[^>]*?\\ssrc|link\\b(?=[^>]*modulepreload)[^>]*?\\shref)\\s*=\\s*"
                       "(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))"),
        QRegularExpression::CaseInsensitiveOption);
    QList<QUrl> scripts;
    for (auto matches = tag.globalMatch(QString::fromUtf8(html)); matches.hasNext();) {
        const auto match = matches.next();
        const QString written = match.captured(match.lastCapturedIndex()).trimmed();
        const QUrl address = page.resolved(QUrl(withoutEntities(written))).adjusted(QUrl::RemoveFragment);
        if (address.isValid() && !written.isEmpty() && !scripts.contains(address))
            scripts.append(address);
    }
    return scripts;
}

bool isSameSite(const QUrl &one, const QUrl &other)
{
    const QString host = one.host();
    const QString otherHost = other.host();
    if (host.isEmpty() || host == otherHost)
        return !host.isEmpty();
    const QString root = registrablePart(host);
    return !root.isEmpty() && root == registrablePart(otherHost);
}

SiteVerdict verdictOn(const SiteLook &look, const QString &frontendHost)
{
    bool own = false;
    bool other = false;
    bool development = false;
    for (const FoundKey &key : look.keys) {
        const bool isOwn = key.isLive && key.host.compare(frontendHost, Qt::CaseInsensitive) == 0;
        own = own || isOwn;
        other = other || (key.isLive && !isOwn);
        development = development || !key.isLive;
    }
    if (own)
        return development ? SiteVerdict::Mixed : SiteVerdict::Switched;
    if (other && frontendHost.isEmpty())
        return development ? SiteVerdict::Mixed : SiteVerdict::SomeProduction;
    if (other)
        return SiteVerdict::OtherProduction;
    return development ? SiteVerdict::StillDevelopment : SiteVerdict::NoKey;
}

} // namespace golive
