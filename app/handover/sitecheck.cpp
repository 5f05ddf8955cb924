#include "handover/sitecheck.h"

#include "foundation/clock.h"
#include "foundation/promise.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace golive {
namespace {

/// One look, from the first request to the answer. Owns itself.
class Look final : public QObject
{
public:
    Look(QNetworkAccessManager &network, Clock &clock, const SiteCheck::Limits &limits)
        : m_network(network)
        , m_limits(limits)
    {
        clock.callAfter(limits.longest, this, [this] { runOutOfTime(); });
    }

    [[nodiscard]] QFuture<Result<SiteLook>> future() const { return m_promise.future(); }

    void begin(const QUrl &page)
    {
        m_site = page;
        m_look.page = page;
        fetchPage(page);
    }

private:
    [[nodiscard]] bool isAllowed(const QUrl &address) const
    {
        if (address.scheme() == QLatin1String("https"))
            return true;
        return m_limits.loopbackIsFine && QHostAddress(address.host()).isLoopback();
    }

    void fetchPage(const QUrl &address)
    {
        if (!isAllowed(address))
            return finish(failure(Error::Kind::InsecureConnection, address.host()));
        if (!isSameSite(address, m_site))
            return finish(failure(Error::Kind::Rejected, address.host()));
        m_look.page = address;
        fetch(address, m_limits.largestPage, [this](QNetworkReply &reply, const QByteArray &body) {
            const QUrl target = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
            if (!target.isEmpty()) {
                if (++m_redirects > m_limits.mostRedirects)
                    return finish(failure(Error::Kind::UnexpectedReply, QStringLiteral("too many redirects")));
                return fetchPage(m_look.page.resolved(target));
            }
            if (body.isEmpty() && reply.error() != QNetworkReply::NoError)
                return finish(failure(kindOf(reply), reply.errorString()));
            m_look.status = statusOf(reply);
            readPage(body);
        });
    }

    static int statusOf(const QNetworkReply &reply)
    {
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    static Error::Kind kindOf(const QNetworkReply &reply)
    {
        if (reply.error() == QNetworkReply::SslHandshakeFailedError)
            return Error::Kind::InsecureConnection;
        if (reply.error() == QNetworkReply::TimeoutError)
            return Error::Kind::TimedOut;
        return statusOf(reply) != 0 ? Error::Kind::UnexpectedReply : Error::Kind::Offline;
    }

    void readPage(const QByteArray &html)
    {
        note(keysIn(html, m_look.page));
        const QList<QUrl> scripts = scriptsOf(html, m_look.page);
        for (const QUrl &script : scripts) {
            if (!isSameSite(script, m_site) || !isAllowed(script))
                ++m_look.elsewhere;
            else if (m_waiting.size() < m_limits.mostScripts)
                m_waiting.append(script);
            else
                ++m_look.unread;
        }
        fetchNextScript();
    }

    /// One after the other: a site is not to notice that it is looked at.
    void fetchNextScript()
    {
        if (m_waiting.isEmpty())
            return finish(m_look);
        const QUrl script = m_waiting.takeFirst();
        fetch(script, m_limits.largestScript, [this, script](QNetworkReply &reply, const QByteArray &body) {
            const bool isEmptyHanded = body.isEmpty() && reply.error() != QNetworkReply::NoError;
            if (isEmptyHanded || statusOf(reply) >= 300) { // a page about the error is no script
                ++m_look.unread;
            } else {
                ++m_look.scripts;
                note(keysIn(body, script));
            }
            fetchNextScript();
        });
    }

    template<typename Handler>
    void fetch(const QUrl &address, qint64 largest, Handler handler)
    {
        QNetworkRequest request(address);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        // A page from a cache would be the one of before the switch.
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setRawHeader("Cache-Control", "no-cache");
        request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("Golive"));
        m_reply = m_network.get(request);
        m_reply->setParent(this);
        m_body.clear();
        connect(m_reply, &QNetworkReply::readyRead, this, [this, largest, reply = m_reply] {
            m_body += reply->read(largest - m_body.size());
            if (m_body.size() >= largest)
                reply->abort(); // what was read is used
        });
        connect(m_reply, &QNetworkReply::finished, this, [this, largest, handler, reply = m_reply] {
            if (m_isOver)
                return;
            if (m_body.size() < largest && reply->isOpen())
                m_body += reply->read(largest - m_body.size());
            reply->deleteLater();
            m_reply = nullptr;
            handler(*reply, std::exchange(m_body, {}));
        });
    }

    void note(const QList<FoundKey> &keys)
    {
        for (const FoundKey &key : keys)
            if (std::none_of(m_look.keys.cbegin(), m_look.keys.cend(),
                             [&key](const FoundKey &each) { return each.key == key.key; }))
                m_look.keys.append(key);
    }

    /// What was read until then is still worth telling.
    void runOutOfTime()
    {
        if (m_look.scripts == 0 && m_look.keys.isEmpty())
            return finish(failure(Error::Kind::TimedOut));
        m_look.unread += static_cast<int>(m_waiting.size()) + (m_reply != nullptr ? 1 : 0);
        finish(m_look);
    }

    void finish(Result<SiteLook> answer)
    {
        if (std::exchange(m_isOver, true))
            return;
        if (m_reply != nullptr)
            m_reply->abort();
        m_promise.resolve(std::move(answer));
        deleteLater();
    }

    QNetworkAccessManager &m_network;
    SiteCheck::Limits m_limits;
    Promise<SiteLook> m_promise;
    QUrl m_site;
    SiteLook m_look;
    QList<QUrl> m_waiting;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    int m_redirects = 0;
    bool m_isOver = false;
};

} // namespace

SiteCheck::SiteCheck(QNetworkAccessManager &network, Clock &clock)
    : SiteCheck(network, clock, Limits())
{
}

SiteCheck::SiteCheck(QNetworkAccessManager &network, Clock &clock, const Limits &limits)
    : m_network(network)
    , m_clock(clock)
    , m_limits(limits)
{
}

QFuture<Result<SiteLook>> SiteCheck::look(const QUrl &page) const
{
    auto *look = new Look(m_network, m_clock, m_limits);
    auto future = look->future();
    look->begin(page);
    return future;
}

} // namespace golive
