#include "dns/look/registration.h"

#include "foundation/clock.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr qint64 mostOctets = 256LL * 1024;
constexpr int mostRedirects = 5; // the service knows the registry's, which may know the registrar's
constexpr auto patience = 10s;
constexpr int notFound = 404;

/// Words of strangers, for a person to read: one line, not too long.
QString tamed(const QJsonValue &value)
{
    constexpr qsizetype longest = 100;
    return value.toString().simplified().left(longest);
}

QStringList statusesIn(const QJsonObject &object)
{
    constexpr qsizetype mostStatuses = 20;
    QStringList statuses;
    for (const auto &status : object.value(QLatin1String("status")).toArray())
        if (const QString word = tamed(status).toLower(); !word.isEmpty() && statuses.size() < mostStatuses)
            statuses.append(word);
    return statuses;
}

QDateTime expiryIn(const QJsonObject &object)
{
    for (const auto &event : object.value(QLatin1String("events")).toArray())
        if (event[QLatin1String("eventAction")].toString() == QLatin1String("expiration"))
            return QDateTime::fromString(event[QLatin1String("eventDate")].toString(), Qt::ISODate).toUTC();
    return {};
}

/// The formatted name of a card (RFC 7095): `["fn", {}, "text", "Example Ltd"]` among its rows.
QString nameOnCard(const QJsonArray &card)
{
    for (const auto &row : card[1].toArray())
        if (row[0].toString() == QLatin1String("fn"))
            return tamed(row[3]);
    return {};
}

QString registrarIn(const QJsonObject &object)
{
    for (const auto &entity : object.value(QLatin1String("entities")).toArray())
        if (entity[QLatin1String("roles")].toArray().contains(QStringLiteral("registrar")))
            return nameOnCard(entity[QLatin1String("vcardArray")].toArray());
    return {};
}

bool isTrustworthy(const QUrl &service)
{
    const bool isHere = QHostAddress(service.host()).isLoopback();
    return service.scheme() == QLatin1String("https") || (isHere && service.scheme() == QLatin1String("http"));
}

QNetworkRequest requestFor(const QUrl &service, const QByteArray &name)
{
    QUrl url(service);
    url.setPath(service.path() + QString::fromLatin1(name));
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/rdap+json, application/json");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirects);
    for (const QNetworkRequest::Attribute cookies :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute})
        request.setAttribute(cookies, QNetworkRequest::Manual);
    return request;
}

Result<Registration> registrationIn(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == notFound)
        return Registration();
    if (reply.error() != QNetworkReply::NoError)
        return failure(Error::Kind::Offline, reply.errorString());
    if (const std::optional<Registration> registration = registrationFrom(reply.read(mostOctets)))
        return *registration;
    return failure(Error::Kind::UnexpectedReply);
}

} // namespace

std::optional<Registration> registrationFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QLatin1String("objectClassName")).toString().toLower() != QLatin1String("domain"))
        return std::nullopt;
    return Registration {true, statusesIn(object), expiryIn(object), registrarIn(object)};
}

QFuture<Result<Registration>> lookUpRegistration(QNetworkAccessManager &network, Clock &clock, const QUrl &service,
                                                 const QByteArray &name)
{
    if (!isTrustworthy(service))
        return ready<Registration>(failure(Error::Kind::InsecureConnection));
    const Promise<Registration> promise;
    QNetworkReply *reply = network.get(requestFor(service, name));
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [promise, reply] {
        if (reply->bytesAvailable() <= mostOctets)
            return;
        promise.resolve(failure(Error::Kind::UnexpectedReply));
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [promise, reply] {
        promise.resolve(registrationIn(*reply));
        reply->deleteLater();
    });
    clock.callAfter(patience, reply, [promise, reply] {
        promise.resolve(failure(Error::Kind::TimedOut));
        reply->abort();
    });
    return promise.future();
}

} // namespace golive
