#pragma once

#include "clerk/httpcall.h"
#include "model/signinoffer.h"

#include <QUrl>

namespace golive {

/// The public part of Clerk that runs on the production domain itself. Needs no key, and is sent none.
class FrontendApi
{
public:
    /// `gateway` is for a Clerk on this computer, whose production domains lead nowhere: it answers for them itself,
    /// below `/frontend/<host>`. Empty for Clerk. `clock` must outlive `network`.
    FrontendApi(QNetworkAccessManager &network, Clock &clock, QUrl gateway = {});

    /// What the sign-in page of this Frontend API offers: `GET /v1/environment`. InsecureConnection, and nothing is
    /// sent, for an address that is not https.
    [[nodiscard]] QFuture<Result<QList<OfferedConnection>>> readOffer(const QUrl &frontendApi) const;

private:
    [[nodiscard]] QUrl addressFor(const QUrl &frontendApi) const;

    QNetworkAccessManager &m_network;
    Clock &m_clock;
    QUrl m_gateway;
};

} // namespace golive
