#include "model/clerknames.h"
#include "model/domainname.h"

#include <QTest>

using namespace golive;
using Kind = DomainProblem::Kind;

class TestDomainName : public QObject
{
    Q_OBJECT

    static void accepts(const char *title, const QString &typed, const char *ascii, const char *registrable = nullptr)
    {
        QTest::newRow(title) << typed << QString::fromLatin1(ascii)
                             << QString::fromLatin1(registrable ? registrable : ascii);
    }

    static void refuses(const char *title, const QString &typed, Kind kind, const QString &part = {})
    {
        QTest::newRow(title) << typed << int(kind) << part;
    }

    static QString longName(qsizetype length)
    {
        QString name = QStringLiteral("example.com");
        while (name.size() < length)
            name.prepend(QString(std::min<qsizetype>(60, length - name.size() - 1), QLatin1Char('a'))
                         + QLatin1Char('.'));
        return name;
    }

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("ascii");
        QTest::addColumn<QString>("registrable");

        accepts("plain", QStringLiteral("example.com"), "example.com");
        accepts("short", QStringLiteral("x.io"), "x.io");
        accepts("upper case", QStringLiteral("Example.COM"), "example.com");
        accepts("digits", QStringLiteral("1and1.com"), "1and1.com");
        accepts("digits only", QStringLiteral("123.com"), "123.com");
        accepts("hyphens inside", QStringLiteral("my-own--shop.com"), "my-own--shop.com");
        accepts("subdomain", QStringLiteral("app.example.com"), "app.example.com", "example.com");
        accepts("deep", QStringLiteral("a.b.c.example.com"), "a.b.c.example.com", "example.com");
        accepts("two-label suffix", QStringLiteral("example.co.uk"), "example.co.uk");
        accepts("below it", QStringLiteral("shop.example.co.uk"), "shop.example.co.uk", "example.co.uk");
        accepts("wildcard suffix", QStringLiteral("shop.example.foo.ck"), "shop.example.foo.ck", "example.foo.ck");
        accepts("its exception", QStringLiteral("www.ck"), "www.ck");
        accepts("japanese city", QStringLiteral("a.example.kawasaki.jp"), "a.example.kawasaki.jp",
                "a.example.kawasaki.jp");
        accepts("sold below another", QStringLiteral("example.uk.com"), "example.uk.com");
        accepts("below one sold so", QStringLiteral("shop.example.uk.com"), "shop.example.uk.com", "example.uk.com");
        accepts("www", QStringLiteral("www.example.com"), "www.example.com", "example.com");
        accepts("www as a name", QStringLiteral("www.com"), "www.com");
        accepts("spaces around", QStringLiteral("  \t example.com \n"), "example.com");
        accepts("no-break space", QStringLiteral("\u00a0example.com\u00a0"), "example.com");
        accepts("zero-width space", QStringLiteral("\u200bexam\u200bple.com\ufeff"), "example.com");
        accepts("final dot", QStringLiteral("example.com."), "example.com");
        accepts("quotes", QStringLiteral("\"example.com\""), "example.com");
        accepts("angle brackets", QStringLiteral("<https://example.com>"), "example.com");
        accepts("comma after", QStringLiteral("example.com,"), "example.com");
        accepts("https", QStringLiteral("https://example.com"), "example.com");
        accepts("http", QStringLiteral("HTTP://Example.com/"), "example.com");
        accepts("no scheme", QStringLiteral("//example.com/a"), "example.com");
        accepts("mistyped slashes", QStringLiteral("https:\\\\example.com\\a"), "example.com");
        accepts("path", QStringLiteral("https://example.com/sign-in/"), "example.com");
        accepts("path alone", QStringLiteral("example.com/sign-in"), "example.com");
        accepts("query", QStringLiteral("example.com?a=b@c"), "example.com");
        accepts("fragment", QStringLiteral("https://example.com#top"), "example.com");
        accepts("port", QStringLiteral("https://example.com:8443/a"), "example.com");
        accepts("port alone", QStringLiteral("example.com:3000"), "example.com");
        accepts("colon without a port", QStringLiteral("example.com:"), "example.com");
        accepts("user in a URL", QStringLiteral("https://me:pw@example.com/"), "example.com");
        accepts("international", QStringLiteral("bücher.de"), "xn--bcher-kva.de");
        accepts("international upper case", QStringLiteral("BÜCHER.de"), "xn--bcher-kva.de");
        accepts("decomposed", QStringLiteral("bu\u0308cher.de"), "xn--bcher-kva.de");
        accepts("already encoded", QStringLiteral("xn--bcher-kva.de"), "xn--bcher-kva.de");
        accepts("encoded upper case", QStringLiteral("XN--BCHER-KVA.de"), "xn--bcher-kva.de");
        accepts("international top level", QStringLiteral("пример.рф"), "xn--e1afmkfd.xn--p1ai");
        accepts("encoded top level", QStringLiteral("xn--e1afmkfd.xn--p1ai"), "xn--e1afmkfd.xn--p1ai");
        accepts("full-width", QStringLiteral("ｅｘａｍｐｌｅ．ｃｏｍ"), "example.com");
        accepts("ideographic stop", QStringLiteral("例え。jp"), "xn--r8jz45g.jp");
        accepts("sharp s", QStringLiteral("faß.de"), "xn--fa-hia.de");
        accepts("right to left", QStringLiteral("מבחן.co.il"), "xn--5dbmtg.co.il");
        accepts("practice", QStringLiteral("shop.example"), "shop.example");
        accepts("practice below", QStringLiteral("app.shop.example"), "app.shop.example", "shop.example");
        accepts("reserved for tests", QStringLiteral("shop.test"), "shop.test");
        accepts("unknown top level", QStringLiteral("shop.cmo"), "shop.cmo");
        accepts("label of 63", QString(63, QLatin1Char('a')) + QStringLiteral(".com"),
                qPrintable(QString(63, QLatin1Char('a')) + QStringLiteral(".com")));
        accepts("name of 253", longName(253), qPrintable(longName(253)), "example.com");
        accepts("looks like a provider", QStringLiteral("myvercel.app"), "myvercel.app");
        accepts("provider elsewhere", QStringLiteral("vercel.app.example.com"), "vercel.app.example.com",
                "example.com");
    }

    void understands()
    {
        QFETCH(QString, typed);
        const auto domain = DomainName::parse(typed);
        QVERIFY2(domain, domain ? "" : qPrintable(QString::number(int(domain.error().kind)) + domain.error().part));
        QTEST(domain->ascii(), "ascii");
        QTEST(domain->registrable(), "registrable");
        QCOMPARE(domain->isSubdomain(), domain->ascii() != domain->registrable());
        QCOMPARE(DomainName::parse(domain->ascii()), domain);
        QCOMPARE(DomainName::parse(domain->unicode()), domain);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("part");

        const auto text = [](const char *part) { return QString::fromUtf8(part); };
        refuses("nothing", QString(), Kind::Empty);
        refuses("spaces", text("  \t"), Kind::Empty);
        refuses("quotes alone", text("\"\""), Kind::Empty);
        refuses("invisible", QStringLiteral("\u200b\ufeff"), Kind::Empty);
        refuses("one word", text("example"), Kind::SingleLabel, text("example"));
        refuses("localhost", text("localhost"), Kind::SingleLabel, text("localhost"));
        refuses("localhost with a port", text("http://localhost:3000/"), Kind::SingleLabel, text("localhost"));
        refuses("below localhost", text("app.localhost"), Kind::NotADomain, text("localhost"));
        refuses("home network", text("printer.local"), Kind::NotADomain, text("local"));
        refuses("onion", text("abc.onion"), Kind::NotADomain, text("onion"));
        refuses("scheme alone", text("https://"), Kind::NotADomain, text("https://"));
        refuses("path alone", text("/a/b"), Kind::NotADomain, text("/a/b"));
        refuses("mail address", text("me@example.com"), Kind::EmailAddress, text("example.com"));
        refuses("mail link", text("mailto:me@example.com"), Kind::EmailAddress, text("example.com"));
        refuses("IPv4", text("192.0.2.1"), Kind::IpAddress, text("192.0.2.1"));
        refuses("IPv4 in a URL", text("http://192.0.2.1:80/a"), Kind::IpAddress, text("192.0.2.1:80"));
        refuses("IPv4 with a dot", text("192.0.2.1."), Kind::IpAddress, text("192.0.2.1."));
        refuses("IPv4 gone wrong", text("192.0.2.999"), Kind::IpAddress, text("192.0.2.999"));
        refuses("number", text("2130706433"), Kind::IpAddress, text("2130706433"));
        refuses("hexadecimal", text("0x7f.1"), Kind::IpAddress, text("0x7f.1"));
        refuses("IPv6", text("2001:db8::1"), Kind::IpAddress, text("2001:db8::1"));
        refuses("IPv6 loopback", text("::1"), Kind::IpAddress, text("::1"));
        refuses("IPv6 in a URL", text("https://[2001:db8::1]:443/"), Kind::IpAddress, text("[2001:db8::1]:443"));
        refuses("two words", text("my shop.com"), Kind::NotADomain, text("my shop.com"));
        refuses("two domains", text("a.com, b.com"), Kind::NotADomain, text("a.com, b.com"));
        refuses("wildcard", text("*.example.com"), Kind::NotADomain, text("*"));
        refuses("punctuation", text("exa!mple.com"), Kind::NotADomain, text("exa!mple"));
        refuses("no port", text("example.com:web"), Kind::NotADomain, text("example.com:web"));
        refuses("javascript", text("javascript:alert(1)"), Kind::NotADomain, text("javascript:alert(1"));
        refuses("two dots", text("example..com"), Kind::BadLabel);
        refuses("dot first", text(".example.com"), Kind::BadLabel);
        refuses("two final dots", text("example.com.."), Kind::BadLabel);
        refuses("hyphen first", text("-example.com"), Kind::BadLabel, text("-example"));
        refuses("hyphen last", text("example-.com"), Kind::BadLabel, text("example-"));
        refuses("underscore", text("my_shop.example.com"), Kind::BadLabel, text("my_shop"));
        refuses("nothing encoded", text("xn--.com"), Kind::BadLabel, text("xn--"));
        refuses("badly encoded", text("xn--zzzzzzzzzz99999.com"), Kind::BadLabel, text("xn--zzzzzzzzzz99999"));
        refuses("label of 64", QString(64, QLatin1Char('a')) + text(".com"), Kind::LabelTooLong,
                QString(64, QLatin1Char('a')));
        refuses("long when encoded", QString(60, QChar(u'ü')) + text(".com"), Kind::LabelTooLong,
                QString(60, QChar(u'ü')));
        refuses("name of 254", longName(254), Kind::NameTooLong, longName(254));
        refuses("top level", text("com"), Kind::SingleLabel, text("com"));
        refuses("public suffix", text("co.uk"), Kind::PublicSuffix, text("co.uk"));
        refuses("public suffix in a URL", text("https://CO.UK/"), Kind::PublicSuffix, text("co.uk"));
        refuses("wildcard suffix", text("foo.ck"), Kind::PublicSuffix, text("foo.ck"));
        refuses("registry", text("uk.com"), Kind::PublicSuffix, text("uk.com"));
        refuses("international suffix", text("個人.香港"), Kind::PublicSuffix, text("xn--gmqw5a.xn--j6w193g"));
        refuses("Vercel", text("shop.vercel.app"), Kind::HostingProvider, text("Vercel"));
        refuses("Vercel itself", text("vercel.app"), Kind::HostingProvider, text("Vercel"));
        refuses("below a shop at Vercel", text("api.shop.vercel.app"), Kind::HostingProvider, text("Vercel"));
        refuses("Netlify", text("https://shop.netlify.app/"), Kind::HostingProvider, text("Netlify"));
        refuses("Cloudflare", text("shop.pages.dev"), Kind::HostingProvider, text("Cloudflare"));
        refuses("Workers", text("a.b.workers.dev"), Kind::HostingProvider, text("Cloudflare"));
        refuses("Fly", text("shop.fly.dev"), Kind::HostingProvider, text("Fly.io"));
        refuses("Render", text("shop.onrender.com"), Kind::HostingProvider, text("Render"));
        refuses("Render's own", text("shop.render.com"), Kind::HostingProvider, text("Render"));
        refuses("Heroku", text("shop.herokuapp.com"), Kind::HostingProvider, text("Heroku"));
        refuses("Railway", text("shop.up.railway.app"), Kind::HostingProvider, text("Railway"));
        refuses("Replit", text("shop.replit.app"), Kind::HostingProvider, text("Replit"));
        refuses("Clerk", text("shop.clerk.app"), Kind::HostingProvider, text("Clerk"));
        refuses("Clerk's development", text("wild-cat-12.clerk.accounts.dev"), Kind::HostingProvider, text("Clerk"));
        refuses("Firebase", text("shop.web.app"), Kind::HostingProvider, text("Firebase"));
        refuses("GitHub", text("me.github.io"), Kind::HostingProvider, text("GitHub"));
        refuses("Azure", text("shop.azurewebsites.net"), Kind::HostingProvider, text("Microsoft Azure"));
        refuses("Amplify", text("main.d1.amplifyapp.com"), Kind::HostingProvider, text("Amazon Web Services"));
        refuses("only on the list", text("me.gitapp.si"), Kind::HostingProvider, text("gitapp.si"));
        refuses("wildcard on the list", text("a.b.nodes.k8s.fr-par.scw.cloud"), Kind::HostingProvider,
                text("nodes.k8s.fr-par.scw.cloud"));
    }

    void refuses()
    {
        QFETCH(QString, typed);
        const auto domain = DomainName::parse(typed);
        QVERIFY2(!domain, domain ? qPrintable(domain->ascii()) : "");
        const int kind = int(domain.error().kind);
        QTEST(kind, "kind");
        QTEST(domain.error().part, "part");
    }

    void isShownAsPeopleWriteIt()
    {
        const auto domain = DomainName::parse(QStringLiteral("xn--bcher-kva.example"));
        QCOMPARE(domain->unicode(), QStringLiteral("bücher.example"));
        QVERIFY(domain->isInternational());
        QVERIFY(!DomainName::parse(QStringLiteral("example.com"))->isInternational());
    }

    void knowsWwwFromAName()
    {
        const auto www = DomainName::parse(QStringLiteral("www.example.com"));
        QVERIFY(www->hasWww());
        QCOMPARE(www->withoutWww().ascii(), QStringLiteral("example.com"));
        const auto own = DomainName::parse(QStringLiteral("www.com"));
        QVERIFY(!own->hasWww());
        QCOMPARE(own->withoutWww(), *own);
    }

    void noticesLookAlikes()
    {
        QVERIFY(DomainName::parse(QStringLiteral("exаmple.com"))->mixesScripts()); // with a Cyrillic a
        QVERIFY(!DomainName::parse(QStringLiteral("пример.com"))->mixesScripts());
        QVERIFY(!DomainName::parse(QStringLiteral("東京タワー.jp"))->mixesScripts());
        QVERIFY(!DomainName::parse(QStringLiteral("shop-24.example.com"))->mixesScripts());
    }

    void noticesAnUnknownTopLevel()
    {
        QVERIFY(DomainName::parse(QStringLiteral("example.co.uk"))->hasKnownTopLevel());
        QVERIFY(DomainName::parse(QStringLiteral("a.foo.ck"))->hasKnownTopLevel());
        QVERIFY(DomainName::parse(QStringLiteral("пример.рф"))->hasKnownTopLevel());
        QVERIFY(!DomainName::parse(QStringLiteral("example.cmo"))->hasKnownTopLevel());
        QVERIFY(!DomainName::parse(QStringLiteral("shop.example"))->hasKnownTopLevel());
    }

    void isQuickWithAPastedBook()
    {
        const QString book(1'000'000, QLatin1Char('a'));
        QVERIFY(!DomainName::parse(book));
        QVERIFY(!DomainName::parse(QString(book).replace(QStringLiteral("aa"), QStringLiteral("a."))));
    }

    void namesWhatClerkWillUse()
    {
        using Purpose = ClerkName::Purpose;
        const auto domain = DomainName::parse(QStringLiteral("shop.example.com"));
        const QList<ClerkName> expected {
            {Purpose::FrontendApi, QStringLiteral("clerk.shop.example.com")},
            {Purpose::AccountPortal, QStringLiteral("accounts.shop.example.com")},
            {Purpose::MailSender, QStringLiteral("notifications@shop.example.com")},
            {Purpose::MailReturnPath, QStringLiteral("clkmail.shop.example.com")},
            {Purpose::MailSignature, QStringLiteral("clk._domainkey.shop.example.com")},
            {Purpose::MailSignature, QStringLiteral("clk2._domainkey.shop.example.com")},
        };
        QCOMPARE(clerkNames(*domain), expected);
    }
};

QTEST_APPLESS_MAIN(TestDomainName)
#include "tst_domainname.moc"
