#include "clerk/jsonreading.h"

namespace golive {

QString textIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

QString hostIn(const QJsonObject &json, const char *key)
{
    QString host = textIn(json, key).trimmed().toLower();
    while (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    return host;
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
