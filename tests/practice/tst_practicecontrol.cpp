#include "testkit/clerkatfault.h"

#include <QNetworkProxy>

using namespace golive;

namespace {

struct Answer
{
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray retryAfter;
    QByteArray body;
    bool came = false; ///< within the time that was waited
};

} // namespace

/// Another process causes accidents in golive-practice-server and sees what came of them.
class TestPracticeControl : public QObject
{
    Q_OBJECT

    ClerkAtFault m_clerk {QStringLiteral(PRACTICE_SERVER)};
    QString m_shop;

    QString creation() const { return QStringLiteral("applications/%1/instances").arg(m_shop); }

    Answer call(const QByteArray &method, const QString &path, const QByteArray &body = {}, int patience = 10'000)
    {
        QNetworkAccessManager network;
        QUrl url = m_clerk.url;
        url.setPath(QStringLiteral("/v1/platform/") + path);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + m_clerk.key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
        Answer answer;
        answer.came = QTest::qWaitFor([&] { return reply->isFinished(); }, patience);
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.error = reply->error();
        answer.retryAfter = reply->rawHeader("Retry-After");
        answer.body = reply->readAll();
        return answer;
    }

    Answer create(int patience = 10'000) { return call("POST", creation(), R"({"domain": "example.com"})", patience); }

    void cause(const char *mishap, QJsonObject more = {})
    {
        more.insert(QStringLiteral("mishap"), QString::fromLatin1(mishap));
        m_clerk.plan(more);
    }

    int creations()
    {
        return ClerkAtFault::count(m_clerk.effects(), QStringLiteral("POST"), QStringLiteral("/instances"));
    }

private Q_SLOTS:
    void init()
    {
        m_clerk.startAnew();
        m_shop = m_clerk.truth(QStringLiteral("applications"))[0][QLatin1String("application_id")].toString();
        QVERIFY(!m_shop.isEmpty());
    }

    void dropsBeforeTheEffectOrAfter()
    {
        // Every time: Qt sends a request again whose connection was lost.
        cause("dropped_before", {{QStringLiteral("path"), QStringLiteral("instances")}, {QStringLiteral("times"), 0}});
        QVERIFY(create().error != QNetworkReply::NoError);
        QVERIFY(m_clerk.mishaps() > 0);
        m_clerk.lift();
        QCOMPARE(creations(), 0);

        cause("dropped_after", {{QStringLiteral("path"), QStringLiteral("instances")}, {QStringLiteral("times"), 0}});
        QVERIFY(create().error != QNetworkReply::NoError);
        QCOMPARE(creations(), 1);
    }

    void staysSilentBeforeTheEffectOrAfter()
    {
        cause("silent_before");
        QVERIFY(!create(50).came);
        QCOMPARE(creations(), 0);
        cause("silent_after");
        QVERIFY(!create(50).came);
        QCOMPARE(creations(), 1);
    }

    void refusesInClerksWords()
    {
        cause("refusal",
              {{QStringLiteral("status"), 429},
               {QStringLiteral("code"), QStringLiteral("too_many_requests")},
               {QStringLiteral("retry_after"), QStringLiteral("7")}});
        const Answer answer = create();
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.retryAfter, QByteArrayLiteral("7"));
        QVERIFY(answer.body.contains("too_many_requests"));
        QCOMPARE(creations(), 0);
    }

    void answersOddlyAfterTheEffect_data()
    {
        QTest::addColumn<QByteArray>("mishap");
        QTest::addColumn<bool>("isJson");
        QTest::newRow("truncated") << QByteArrayLiteral("truncated") << false;
        QTest::newRow("wrong types") << QByteArrayLiteral("wrong_types") << true;
        QTest::newRow("no UTF-8") << QByteArrayLiteral("invalid_text") << false;
        QTest::newRow("slow") << QByteArrayLiteral("slow") << true;
        QTest::newRow("200 MB") << QByteArrayLiteral("huge") << false;
    }

    void answersOddlyAfterTheEffect()
    {
        QFETCH(QByteArray, mishap);
        QFETCH(bool, isJson);
        cause(mishap.constData(), {{QStringLiteral("every_ms"), 0}});
        const Answer answer = create();
        QCOMPARE(answer.status, 201);
        QCOMPARE(creations(), 1);
        const QJsonDocument json = QJsonDocument::fromJson(answer.body);
        QCOMPARE(!json.isNull(), isJson);
        QCOMPARE(answer.body.size() > 200'000'000, mishap == "huge");
        QCOMPARE(json[QLatin1String("id")].isDouble(), mishap == "wrong_types");
    }

    void sendsHalfOfAnAnswer()
    {
        cause("half_sent");
        const Answer answer = create(100);
        QVERIFY(!answer.came);
        QVERIFY(!answer.body.isEmpty());
        QCOMPARE(creations(), 1);
    }

    void sendsAPageInPlaceOfAnAnswer()
    {
        cause("page", {{QStringLiteral("status"), 502}});
        const Answer answer = create();
        QCOMPARE(answer.status, 502);
        QVERIFY(answer.body.startsWith("<!doctype html>"));
        QCOMPARE(creations(), 0);
    }

    void happensToTheCallThatWasMeant()
    {
        cause("refusal",
              {{QStringLiteral("method"), QStringLiteral("GET")},
               {QStringLiteral("path"), QStringLiteral("applications/*")},
               {QStringLiteral("occurrence"), 2}});
        QCOMPARE(call("GET", QStringLiteral("applications")).status, 200);
        QCOMPARE(call("GET", QStringLiteral("applications/") + m_shop).status, 200);
        QCOMPARE(call("GET", QStringLiteral("applications/%1/domains").arg(m_shop)).status, 200);
        QCOMPARE(call("GET", QStringLiteral("applications/") + m_shop).status, 500);
        QCOMPARE(call("GET", QStringLiteral("applications/") + m_shop).status, 200);
        QCOMPARE(m_clerk.mishaps(), 1);
    }

    void lastsUntilItIsLifted()
    {
        cause("refusal", {{QStringLiteral("path"), QStringLiteral("applications")}, {QStringLiteral("times"), 0}});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(call("GET", QStringLiteral("applications")).status, 500);
        QCOMPARE(call("GET", QStringLiteral("domains")).status, 200);
        m_clerk.lift();
        QCOMPARE(call("GET", QStringLiteral("applications")).status, 200);
    }

    void spreadsToEveryCall()
    {
        cause("refusal",
              {{QStringLiteral("path"), QStringLiteral("applications")},
               {QStringLiteral("times"), 0},
               {QStringLiteral("spreads"), true}});
        QCOMPARE(call("GET", QStringLiteral("domains")).status, 200);
        QCOMPARE(call("GET", QStringLiteral("applications")).status, 500);
        QCOMPARE(call("GET", QStringLiteral("domains")).status, 500);
    }

    void closesTheDoorAfterSoManyAnswers()
    {
        cause("closed_door", {{QStringLiteral("after_answers"), 1}});
        QCOMPARE(call("GET", QStringLiteral("applications")).status, 200);
        QCOMPARE(call("GET", QStringLiteral("applications")).error, QNetworkReply::ConnectionRefusedError);
        m_clerk.lift();
        QCOMPARE(call("GET", QStringLiteral("applications")).status, 200);
    }

    void tellsTheTruthWhateverHappens()
    {
        cause("refusal", {{QStringLiteral("times"), 0}});
        QCOMPARE(m_clerk.truth(QStringLiteral("applications")).array().size(), 4);
        QCOMPARE(m_clerk.requests().size(), 0);
        m_clerk.lift();
        QCOMPARE(create().status, 201);
        QCOMPARE(ClerkAtFault::count(m_clerk.requests(), QStringLiteral("POST"), QStringLiteral("/instances")), 1);
        const QString path = QStringLiteral("applications/%1?include_secret_keys=true").arg(m_shop);
        QVERIFY(m_clerk.truth(path)[QLatin1String("instances")][1][QLatin1String("secret_key")].toString().startsWith(
            QLatin1String("sk_live_")));
    }

    void startsAnewWithTheSameWorld()
    {
        const QJsonDocument before = m_clerk.truth(QStringLiteral("applications"));
        QCOMPARE(create().status, 201);
        QVERIFY(m_clerk.truth(QStringLiteral("applications")) != before);
        m_clerk.startAnew();
        QCOMPARE(m_clerk.truth(QStringLiteral("applications")), before);
        QCOMPARE(m_clerk.effects().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPracticeControl)
#include "tst_practicecontrol.moc"
