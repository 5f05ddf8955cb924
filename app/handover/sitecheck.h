#pragma once

#include "foundation/result.h"
#include "handover/sitelook.h"

#include <QFuture>

class QNetworkAccessManager;

namespace golive {

class Clock;

/// Fetches somebody's home page and the scripts it loads, when asked, to see which keys they hold.
/// Sends neither cookies nor credentials, and asks nothing but the site itself.
class SiteCheck
{
public:
    struct Limits
    {
        qint64 largestPage = 2'000'000; ///< bytes; what is beyond is not read
        qint64 largestScript = 4'000'000;
        int mostScripts = 40;
        int mostRedirects = 5;
        std::chrono::milliseconds longest {20'000}; ///< for everything
        bool loopbackIsFine = false; ///< plain http to this computer, for tests
    };

    /// Both outlive the check and its answers.
    SiteCheck(QNetworkAccessManager &network, Clock &clock);
    SiteCheck(QNetworkAccessManager &network, Clock &clock, const Limits &limits);

    /// InsecureConnection for an address that is not https; Rejected for a redirect to another site, with
    /// its host as `detail`; else what became of the page. Scripts that do not come are counted, not an error.
    [[nodiscard]] QFuture<Result<SiteLook>> look(const QUrl &page) const;

private:
    QNetworkAccessManager &m_network;
    Clock &m_clock;
    Limits m_limits;
};

} // namespace golive
