#include "foundation/secretjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace golive;

namespace {

QJsonObject parsed(const SecretJson &json)
{
    QJsonParseError error {};
    const QJsonObject object = QJsonDocument::fromJson(json.text().reveal(), &error).object();
    if (error.error != QJsonParseError::NoError)
        QTest::qFail(json.text().reveal().constData(), __FILE__, __LINE__);
    return object;
}

QString everyAsciiLetter()
{
    QString all;
    for (char16_t letter = 0; letter < 128; ++letter)
        all.append(QChar(letter));
    return all;
}

} // namespace

class TestSecretJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLetterArrives_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QString();
        QTest::newRow("all of ASCII") << everyAsciiLetter();
        QTest::newRow("a key with line ends") << QStringLiteral("-----BEGIN\nab+/=\n-----END");
        QTest::newRow("what JSON escapes") << QStringLiteral("\"a\\b\"\\\\");
        QTest::newRow("beyond ASCII") << QStringLiteral("Grüße 你好 \U0001F511");
    }

    void everyLetterArrives()
    {
        QFETCH(const QString, text);
        SecretJson json;
        json.insert(text, Secret(text.toUtf8()));

        QCOMPARE(parsed(json), QJsonObject({{text, text}}));
    }

    void whatIsNoTextIsMended()
    {
        SecretJson json;
        json.insert(QStringLiteral("key"), Secret(QByteArrayLiteral("a\xff\xc3")));

        QCOMPARE(parsed(json), QJsonObject({{QStringLiteral("key"), QStringLiteral("a\uFFFD\uFFFD")}}));
    }

    void objectsGoIntoObjectsBesideWhatIsNoSecret()
    {
        SecretJson inside;
        inside.insert(QStringLiteral("secret"), Secret("s\"1"));
        inside.insert(QStringLiteral("list"), QJsonArray({1, true, QJsonValue::Null, QStringLiteral("ü")}));
        SecretJson json;
        json.insert(QStringLiteral("empty"), SecretJson());
        json.insert(QStringLiteral("inside"), inside);

        QCOMPARE(QString::fromUtf8(json.text().reveal()),
                 QStringLiteral("{\"empty\":{},\"inside\":{\"secret\":\"s\\\"1\",\"list\":[1,true,null,\"ü\"]}}"));
        QCOMPARE(parsed(SecretJson()), QJsonObject());
    }
};

QTEST_GUILESS_MAIN(TestSecretJson)
#include "tst_secretjson.moc"
