#include "clerk/transporterror.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Reply = QNetworkReply;

class TestTransportError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWentWrong_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<Kind>("kind");

        const QList<std::pair<Reply::NetworkError, Kind>> kinds {
            {Reply::ConnectionRefusedError, Kind::Offline},
            {Reply::RemoteHostClosedError, Kind::Offline},
            {Reply::HostNotFoundError, Kind::Offline},
            {Reply::TemporaryNetworkFailureError, Kind::Offline},
            {Reply::UnknownNetworkError, Kind::Offline},
            {Reply::ContentReSendError, Kind::Offline},
            {Reply::TimeoutError, Kind::TimedOut},
            {Reply::OperationCanceledError, Kind::TimedOut},
            {Reply::SslHandshakeFailedError, Kind::InsecureConnection},
            {Reply::ProxyConnectionRefusedError, Kind::ProxyRefused},
            {Reply::ProxyConnectionClosedError, Kind::ProxyRefused},
            {Reply::ProxyNotFoundError, Kind::ProxyRefused},
            {Reply::ProxyTimeoutError, Kind::ProxyRefused},
            {Reply::ProxyAuthenticationRequiredError, Kind::ProxyRefused},
            {Reply::UnknownProxyError, Kind::ProxyRefused},
            {Reply::ProtocolFailure, Kind::UnexpectedReply},
            {Reply::UnknownContentError, Kind::UnexpectedReply},
        };
        for (const auto &[error, kind] : kinds)
            QTest::addRow("%d", static_cast<int>(error)) << static_cast<int>(error) << kind;
    }

    void tellsWhatWentWrong()
    {
        QFETCH(int, error);
        QFETCH(Kind, kind);

        const Error told = transportError(static_cast<Reply::NetworkError>(error), QStringLiteral("why\n"));

        QVERIFY(told.kind == kind);
        QCOMPARE(told.detail, QStringLiteral("why"));
        QVERIFY(outcomeIsUnknown(told));
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds");

        QTest::newRow("seconds") << QByteArrayLiteral("120") << 120;
        QTest::newRow("spaces") << QByteArrayLiteral(" 5 ") << 5;
        QTest::newRow("negative") << QByteArrayLiteral("-1") << 0;
        QTest::newRow("huge") << QByteArrayLiteral("999999999999") << 24 * 3600;
        QTest::newRow("date") << QByteArrayLiteral("Mon, 05 Jan 2026 10:00:30 GMT") << 30;
        QTest::newRow("date gone by") << QByteArrayLiteral("Sun, 04 Jan 2026 10:00:30 GMT") << 0;
        QTest::newRow("empty") << QByteArray() << -1;
        QTest::newRow("fraction") << QByteArrayLiteral("1.5") << -1;
        QTest::newRow("words") << QByteArrayLiteral("in a while") << -1;
    }

    void readsRetryAfter()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, seconds);
        const QDateTime now(QDate(2026, 1, 5), QTime(10, 0), Qt::UTC);

        const auto wait = retryAfterFrom(header, now);

        QCOMPARE(wait.value_or(-1s).count(), seconds);
    }
};

QTEST_APPLESS_MAIN(TestTransportError)
#include "tst_transporterror.moc"
