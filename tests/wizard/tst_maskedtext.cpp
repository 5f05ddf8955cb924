#include "wizard/privacy/maskedtext.h"

#include <QTest>

using namespace golive;

class TestMaskedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void covers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");

        const auto row = [](const char *text, const char *shown) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(shown);
        };
        row("sk_live_a1B2c3D4e5", "sk_live_••••••••");
        row("CLERK_SECRET_KEY=sk_test_$x/9+=", "CLERK_SECRET_KEY=sk_test_••••••••");
        row("pk_live_Y2xlcmsuc2hvcC5leGFtcGxlJA", "pk_live_••••••••");
        row("Key ak_0123456789 is used.", "Key ak_•••••••• is used.");
        row("-----BEGIN PRIVATE KEY-----\nMIGT\n-----END PRIVATE KEY-----", "••••••••");
        row("Application app_2abcDEFghiJKLmnoPQRstuVWXyz", "Application app_••••••••");
        row("trace 0123456789abcdef0123456789abcdef.", "trace ••••••••.");
        row("Ask jo.doe+clerk@shop.example today", "Ask ••••••••@•••••••• today");
        row("shop.example", "••••••••");
        row("Open https://shop.example/sign-in?x=1.", "Open https://••••••••.");
        row("“shop.example” and (shop.co.uk), shop.example.", "“••••••••” and (••••••••), ••••••••.");
        row("without .shop.example", "without .••••••••");
        row("münchen.de", "••••••••");
        row("clerk.shop.example", "clerk.••••••••");
        row("clk._domainkey.shop.example", "clk._domainkey.••••••••");
        row("clerk.\u200Bshop.\u200Bexample", "clerk.••••••••");
        row("bright-otter-41.clerk.accounts.dev", "••••••••.accounts.dev");
        row("dkim1.abc123def.clerk.services", "dkim1.••••••••.clerk.services");
        row("cornershop://callback", "••••••••://••••••••");
        row("https://dashboard.clerk.com/apps/app_2abcDEFghiJKLmno/instances",
            "https://dashboard.clerk.com/apps/app_••••••••/instances");
        row("192.0.2.17:53", "••••••••:53");
        row("2001:db8:0:1:2:3:4:5", "••••••••");
        row("2001:db8::1 answers", "•••••••• answers");
    }

    void covers()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);

        QCOMPARE(maskedText(text), shown);
        QCOMPARE(maskedText(shown), shown);
    }

    void leaves_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Nothing to hide here.", "Clerk was last asked at 14:05:33.", "Enter the key. It begins with ak_.",
              "This is the secret key (sk_) of a single instance.", "ak_…", "Next.js, Nuxt.js and .env.local",
              "Usual name: .env.production", "frontend-api.clerk.services", "https://dashboard.clerk.com",
              "https://console.cloud.google.com", "Look at console.cloud.google.com first.",
              "CNAME clerk, 3,600 seconds", "z. B. in 24 Stunden", "http://localhost:3000", "Wait… then try again.",
              "step 3.2 of 10", "A: yes. B: no."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void leaves()
    {
        QFETCH(QString, text);

        QCOMPARE(maskedText(text), text);
    }

    void doesNotTellHowLongWhatItCoversIs()
    {
        QCOMPARE(maskedText(QStringLiteral("a-very-long-name-of-a-shop.example")),
                 maskedText(QStringLiteral("ab.example")));
    }
};

QTEST_APPLESS_MAIN(TestMaskedText)
#include "tst_maskedtext.moc"
