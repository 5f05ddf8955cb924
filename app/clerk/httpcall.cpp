#include "clerk/httpcall.h"

#include "clerk/calllog.h"
#include "clerk/clerkerror.h"
#include "clerk/singleuse.h"
#include "clerk/transporterror.h"
#include "foundation/wiping.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>

namespace golive {
namespace {

Q_LOGGING_CATEGORY(clerkLog, "golive.clerk", QtWarningMsg)

using std::chrono::seconds;

constexpr seconds firstWait {1};
constexpr seconds longestWait {60};
constexpr qsizetype longestPageStart = 800;
constexpr qsizetype longestText = 200;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QByteArray nameOf(HttpMessage::Method method)
{
    switch (method) {
    case HttpMessage::Method::Get: return QByteArrayLiteral("GET");
    case HttpMessage::Method::Post: return QByteArrayLiteral("POST");
    case HttpMessage::Method::Patch: return QByteArrayLiteral("PATCH");
    }
    Q_UNREACHABLE();
}

/// Qt has no error of its own for a proxy that takes no connection (6.4: UnknownNetworkError).
bool leadsThroughProxy(const QUrl &url)
{
    return QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0).type() == QNetworkProxy::HttpProxy;
}

Result<QJsonDocument> jsonFrom(const QByteArray &body)
{
    QJsonParseError problem;
    QJsonDocument json = QJsonDocument::fromJson(body, &problem);
    if (isWebPage(body))
        return failure(Error::Kind::NotClerk,
                       harmlessText(QString::fromUtf8(body.left(longestPageStart)), longestText));
    if (problem.error != QJsonParseError::NoError)
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("no JSON: ") + problem.errorString());
    return json;
}

} // namespace

QFuture<Result<QJsonDocument>> HttpCall::start(QNetworkAccessManager &network, Clock &clock, HttpMessage message,
                                               const HttpLimits &limits, CallLog *log)
{
    auto *call = new HttpCall(network, clock, std::move(message), limits, log);
    QFuture<Result<QJsonDocument>> future = call->m_promise.future();
    call->send();
    return future;
}

HttpCall::HttpCall(QNetworkAccessManager &network, Clock &clock, HttpMessage message, const HttpLimits &limits,
                   CallLog *log)
    : QObject(&network)
    , m_network(network)
    , m_clock(clock)
    , m_message(std::move(message))
    , m_limits(limits)
    , m_log(log)
{
}

/// Requests and answers carry credentials.
HttpCall::~HttpCall()
{
    wipe(m_message.body);
    wipe(m_received);
}

void HttpCall::send()
{
    ++m_tries;
    wipe(m_received);
    m_stopped.reset();
    m_attempt = std::make_unique<QObject>();
    m_sentAt = m_clock.elapsed();
    watch(sent());
}

QNetworkReply *HttpCall::sent()
{
    if (m_message.method == HttpMessage::Method::Get)
        return m_network.get(m_message.request);
    auto *body = new SingleUse(m_message.body);
    QNetworkReply *reply = m_network.sendCustomRequest(m_message.request, nameOf(m_message.method), body);
    body->setParent(reply);
    return reply;
}

void HttpCall::watch(QNetworkReply *reply)
{
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { take(*reply); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { finish(*reply); });
    connect(reply, &QObject::destroyed, this, [this] { answer(failure(Error::Kind::Cancelled)); });
    m_clock.callAfter(m_limits.total, m_attempt.get(), [this, reply] {
        stop(*reply, Error::Kind::TimedOut, QStringLiteral("the answer took too long"));
    });
}

void HttpCall::take(QNetworkReply &reply)
{
    if (m_stopped)
        return;
    const qint64 announced = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const qint64 have = m_received.size() + reply.bytesAvailable();
    if (std::max(announced, have) > m_limits.largestAnswer)
        stop(reply, Error::Kind::UnexpectedReply, QStringLiteral("the answer is too large"));
    else
        keep(reply.readAll(), announced);
}

/// In one buffer from the start, which nobody else shares: a growing one would leave its beginnings behind.
void HttpCall::keep(QByteArray piece, qint64 announced)
{
    const qsizetype room = std::max<qsizetype>(announced, m_received.size() + piece.size());
    if (room > m_received.capacity()) {
        QByteArray larger;
        larger.reserve(std::max(room, 2 * m_received.size()));
        larger.append(m_received.constData(), m_received.size());
        wipe(m_received);
        m_received = std::move(larger);
    }
    m_received.append(piece.constData(), piece.size());
    wipe(piece);
}

void HttpCall::stop(QNetworkReply &reply, Error::Kind reason, const QString &detail)
{
    m_stopped = failure(reason, detail).value();
    reply.abort();
}

/// Success, refusal, timeout and abort all end here.
void HttpCall::finish(QNetworkReply &reply)
{
    if (reply.isReadable()) // closed by a timeout or abort
        take(reply);
    m_attempt.reset();
    reply.disconnect(this);
    reply.deleteLater();

    Result<QJsonDocument> content = contentOf(reply);
    qCInfo(clerkLog) << nameOf(m_message.method) << reply.url().path() << statusOf(reply) << reply.error()
                     << (content ? QString() : content.error().traceId);
    note(reply, content);
    if (!content && mayTryAgain(reply))
        tryAgainAfter(content.error().retryAfter);
    else
        answer(std::move(content));
}

void HttpCall::note(const QNetworkReply &reply, const Result<QJsonDocument> &content)
{
    if (m_log == nullptr)
        return;
    CallNote call;
    call.at = m_clock.now();
    call.method = nameOf(m_message.method);
    call.target = harmlessText(reply.url().toString(QUrl::RemoveScheme | QUrl::RemoveAuthority), longestText);
    call.status = statusOf(reply);
    call.took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.elapsed() - m_sentAt);
    if (!content) {
        const Error &error = content.error();
        call.trouble = harmlessText(error.code.isEmpty() ? error.detail : error.code, longestText);
        call.traceId = harmlessText(error.traceId, longestText);
    }
    m_log->note(std::move(call));
}

Result<QJsonDocument> HttpCall::contentOf(QNetworkReply &reply) const
{
    if (m_stopped)
        return failure(*m_stopped);
    const int status = statusOf(reply);
    if (status >= 300) {
        Error error = clerkError(status, m_received);
        error.retryAfter = retryAfterFrom(reply.rawHeader("Retry-After"), m_clock.now());
        return failure(std::move(error));
    }
    if (reply.error() != QNetworkReply::NoError) {
        Error error = transportError(reply.error(), reply.errorString());
        if (reply.error() == QNetworkReply::UnknownNetworkError && leadsThroughProxy(reply.url())) {
            error.kind = Error::Kind::ProxyRefused;
            error.code = QLatin1String(proxyIsSilent);
        }
        return failure(std::move(error));
    }
    return jsonFrom(m_received);
}

bool HttpCall::mayTryAgain(const QNetworkReply &reply) const
{
    if (m_message.method != HttpMessage::Method::Get || m_tries >= m_limits.tries || m_stopped)
        return false;
    const int status = statusOf(reply);
    return status == 429 || status == 503 || status == 504 || connectionWasLost(reply.error());
}

void HttpCall::tryAgainAfter(std::optional<seconds> asked)
{
    const seconds backoff = firstWait * (1 << (m_tries - 1));
    m_clock.callAfter(std::min(asked.value_or(backoff), longestWait), this, [this] { send(); });
}

void HttpCall::answer(Result<QJsonDocument> result)
{
    m_promise.resolve(std::move(result));
    deleteLater();
}

} // namespace golive
