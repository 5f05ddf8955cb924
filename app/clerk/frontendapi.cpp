#include "clerk/frontendapi.h"

#include "clerk/httptransport.h"

#include <QJsonObject>
#include <QNetworkAccessManager>

namespace golive {

FrontendApi::FrontendApi(QNetworkAccessManager &network, Clock &clock, QUrl gateway)
    : m_network(network)
    , m_clock(clock)
    , m_gateway(std::move(gateway))
{
}

QUrl FrontendApi::addressFor(const QUrl &frontendApi) const
{
    QUrl address = m_gateway.isEmpty() ? frontendApi : m_gateway;
    QString path = frontendApi.path();
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    const QString before = m_gateway.isEmpty() ? QString() : QStringLiteral("/frontend/") + frontendApi.host();
    address.setPath(before + path + QStringLiteral("/v1/environment"));
    address.setQuery(QString());
    address.setFragment(QString());
    address.setUserInfo(QString());
    return address;
}

QFuture<Result<QList<OfferedConnection>>> FrontendApi::readOffer(const QUrl &frontendApi) const
{
    using Offer = QList<OfferedConnection>;
    const QUrl address = addressFor(frontendApi);
    if (frontendApi.host().isEmpty() || !isTrustworthy(address))
        return ready<Offer>(failure(Error::Kind::InsecureConnection, QStringLiteral("the address is not https")));
    const HttpLimits limits;
    const auto answer
        = HttpCall::start(m_network, m_clock, {HttpMessage::Method::Get, plainRequest(address, limits), {}}, limits);
    return QFuture(answer).then([](const Result<QJsonDocument> &reply) -> Result<Offer> {
        if (!reply)
            return failure(reply.error());
        const QJsonObject environment = reply->object();
        if (!environment.value(QLatin1String("user_settings")).isObject())
            return failure(Error::Kind::UnexpectedReply, QStringLiteral("not an environment"));
        return offeredConnections(environment);
    });
}

} // namespace golive
