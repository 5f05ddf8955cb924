#include "clerk/transporterror.h"

#include "clerk/clerkerror.h"

#include <QLocale>

#include <algorithm>

namespace golive {
namespace {

using std::chrono::seconds;

constexpr qsizetype longestText = 300;
constexpr seconds longestWait = std::chrono::hours(24);

// Qt's list of errors is longer than what we tell apart.
Error::Kind kindFor(QNetworkReply::NetworkError error)
{
    if (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError)
        return Error::Kind::ProxyRefused;
    if (error == QNetworkReply::SslHandshakeFailedError)
        return Error::Kind::InsecureConnection;
    // A transfer timeout reaches us as OperationCanceledError.
    if (error == QNetworkReply::TimeoutError || error == QNetworkReply::OperationCanceledError)
        return Error::Kind::TimedOut;
    const bool answeredOddly = error == QNetworkReply::ProtocolUnknownError
        || error == QNetworkReply::ProtocolInvalidOperationError || error == QNetworkReply::ProtocolFailure
        || error == QNetworkReply::UnknownContentError || error == QNetworkReply::UnknownServerError;
    return answeredOddly ? Error::Kind::UnexpectedReply : Error::Kind::Offline;
}

} // namespace

Error transportError(QNetworkReply::NetworkError error, const QString &text)
{
    Error told;
    told.kind = kindFor(error);
    if (error == QNetworkReply::ProxyAuthenticationRequiredError)
        told.code = QLatin1String(proxyWantsLogin);
    told.detail = harmlessText(text, longestText);
    return told;
}

bool connectionWasLost(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::RemoteHostClosedError || error == QNetworkReply::TemporaryNetworkFailureError
        || error == QNetworkReply::NetworkSessionFailedError;
}

std::optional<seconds> retryAfterFrom(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    bool isNumber = false;
    if (const qint64 wait = text.toLongLong(&isNumber); isNumber)
        return std::clamp(seconds(wait), seconds(0), longestWait);

    QDateTime moment
        = QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!moment.isValid())
        return std::nullopt;
    moment.setTimeSpec(Qt::UTC);
    return std::clamp(seconds(now.secsTo(moment)), seconds(0), longestWait);
}

} // namespace golive
