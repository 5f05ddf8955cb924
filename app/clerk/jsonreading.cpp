#include "clerk/jsonreading.h"

#include <algorithm>

namespace golive {

QString textIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

namespace {

/// What has no width, or turns the direction of what follows (Unicode UAX #9).
bool isNoLetter(QChar each)
{
    const char16_t code = each.unicode();
    return (each.category() == QChar::Other_Control && !each.isSpace()) || code == 0xfeff
        || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

bool isInHosts(QChar each)
{
    return each.isLetterOrNumber() || each.isMark() || QLatin1String("-_.*").contains(each);
}

} // namespace

QString nameIn(const QJsonObject &json, const char *key)
{
    constexpr qsizetype longest = 200;
    QString name = textIn(json, key).left(4 * longest);
    name.removeIf(isNoLetter);
    name = name.simplified().left(longest);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return name;
}

QString hostIn(const QJsonObject &json, const char *key)
{
    QString host = textIn(json, key).trimmed().toLower();
    while (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    constexpr qsizetype longest = 253; // RFC 1035, section 3.1, as text
    return host.size() <= longest && std::all_of(host.cbegin(), host.cend(), isInHosts) ? host : QString();
}

QUrl urlIn(const QJsonObject &json, const char *key)
{
    const QString text = textIn(json, key).trimmed();
    if (text.isEmpty())
        return {};
    const QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("https://") + text);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && isWeb && !url.host().isEmpty() ? url : QUrl();
}

std::optional<QDateTime> momentFrom(const QJsonValue &json)
{
    constexpr qint64 endOfTime = 253'402'300'799'999; // in the year 9999
    if (const qint64 milliseconds = json.toInteger(-1); milliseconds >= 0 && milliseconds <= endOfTime)
        return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    const QDateTime moment = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    return moment.isValid() ? std::optional(moment.toUTC()) : std::nullopt;
}

} // namespace golive
