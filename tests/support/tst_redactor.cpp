#include "support/redactor.h"

#include <QTest>

using namespace golive;

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatLooksLikeACredential_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("left");
        const auto row
            = [](const char *name, const QString &text, const QString &left) { QTest::newRow(name) << text << left; };
        row("secret key", QStringLiteral("is sk_live_AbCdEfGh12345 there"), QStringLiteral("is sk_[removed] there"));
        row("platform key", QStringLiteral("ak_0123456789abcdef"), QStringLiteral("ak_[removed]"));
        row("webhook secret", QStringLiteral("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            QStringLiteral("whsec_[removed]"));
        row("old key", QStringLiteral("live_abcdefghijklmnop"), QStringLiteral("live_[removed]"));
        row("Google's", QStringLiteral("(GOCSPX-a-b_c0123456)"), QStringLiteral("(GOCSPX-[removed])"));
        row("in a header", QStringLiteral("Authorization: bearer abc.def"),
            QStringLiteral("Authorization: bearer [removed]"));
        row("token", QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"),
            QStringLiteral("eyJ[removed]"));
        row("PEM", QStringLiteral("a\n-----BEGIN PRIVATE KEY-----\nMIIE\nvQ==\n-----END PRIVATE KEY-----\nb"),
            QStringLiteral("a\n-----BEGIN PRIVATE KEY-----[removed]\nb"));
        row("half of a PEM", QStringLiteral("-----BEGIN EC PRIVATE KEY-----\nMIIE"),
            QStringLiteral("-----BEGIN EC PRIVATE KEY-----[removed]"));
        row("home", QStringLiteral("/home/ada/.local/share/golive"), QStringLiteral("~/.local/share/golive"));
    }

    void removesWhatLooksLikeACredential()
    {
        QFETCH(QString, text);
        QFETCH(QString, left);
        QCOMPARE(withoutCredentials(text, QStringLiteral("/home/ada")), left);
    }

    void leavesWhatSupportGoesBy_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"pk_live_Y2xlcmsuZXhhbXBsZS5jb20k", "ins_3kFDomopL9lPlkRKLu2XMb361mA", "app_2abc",
                                 "clk2._domainkey.example.com", "task_list", "a live_stream", "trace 0123456789abcdef"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void leavesWhatSupportGoesBy()
    {
        QFETCH(QString, text);
        QCOMPARE(withoutCredentials(text, QStringLiteral("/")), text);
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
