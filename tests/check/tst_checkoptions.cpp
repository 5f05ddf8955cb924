#include "check/checkedrecords.h"
#include "check/checkoptions.h"

#include <QTest>

using namespace golive;

namespace {

CheckArguments parsed(const QString &line)
{
    return parseCheckArguments(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

} // namespace

class TestCheckOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        const CheckArguments read
            = parsed(QStringLiteral("example.com --record clerk=frontend-api.clerk.services --record a=b.example "
                                    "--resolver 192.0.2.1 --resolver [2001:db8::1]:5353 --json --wait 60 "
                                    "--authoritative-port 5300 --lang de"));
        QCOMPARE(read.mistake, QString());
        QCOMPARE(read.options.domain, QStringLiteral("example.com"));
        QCOMPARE(read.options.list, QString());
        QCOMPARE(read.options.records.size(), 2);
        QCOMPARE(read.options.records.constFirst(),
                 (TypedRecord {QStringLiteral("clerk"), QStringLiteral("frontend-api.clerk.services")}));
        QCOMPARE(read.options.resolvers,
                 QStringList({QStringLiteral("192.0.2.1"), QStringLiteral("[2001:db8::1]:5353")}));
        QVERIFY(read.options.json);
        QCOMPARE(read.options.wait, std::chrono::seconds(60));
        QCOMPARE(read.options.authoritativePort, quint16(5300));
        QCOMPARE(read.options.language, QStringLiteral("de"));
    }

    void leavesTheRestToThePreferences()
    {
        const CheckOptions options = parsed(QStringLiteral("example.com")).options;
        QVERIFY(options.resolvers.isEmpty());
        QVERIFY(!options.authoritativePort);
        QVERIFY(!options.wait);
        QVERIFY(!options.json);
    }

    void understandsWhatPeoplePaste_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("domain");
        QTest::newRow("address of a page")
            << QStringLiteral("https://Example.com/pricing") << QStringLiteral("example.com");
        QTest::newRow("final dot") << QStringLiteral("example.com.") << QStringLiteral("example.com");
        QTest::newRow("international") << QStringLiteral("bücher.com") << QStringLiteral("xn--bcher-kva.com");
        QTest::newRow("of a hosting provider")
            << QStringLiteral("shop.vercel.app") << QStringLiteral("shop.vercel.app");
    }

    void understandsWhatPeoplePaste()
    {
        QFETCH(QString, typed);
        QFETCH(QString, domain);
        const CheckArguments read = parsed(typed);
        QCOMPARE(read.mistake, QString());
        QCOMPARE(read.options.domain, domain);
    }

    void takesAListFromStandardInput()
    {
        const CheckArguments read = parsed(QStringLiteral("--from -"));
        QCOMPARE(read.mistake, QString());
        QCOMPARE(read.options.list, QStringLiteral("-"));
    }

    void explainsItself()
    {
        const CheckArguments read = parsed(QStringLiteral("--help"));
        QCOMPARE(read.mistake, QString());
        QVERIFY(read.help.contains(QLatin1String("golive check")));
        for (const char *option : {"--record", "--resolver", "--json", "--wait", "--from", "--authoritative-port"})
            QVERIFY2(read.help.contains(QLatin1String(option)), option);
    }

    void namesTheMistake_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named"); ///< what the sentence mentions
        const auto row = [](const char *title, const char *line, const char *named) {
            QTest::newRow(title) << QString::fromLatin1(line) << QString::fromLatin1(named);
        };
        row("nothing", "", "golive check example.com");
        row("no domain", "--json", "golive check example.com");
        row("not a domain", "exa_mple", "exa_mple");
        row("nobody's own", "co.uk", "co.uk");
        row("an address", "192.0.2.1", "192.0.2.1");
        row("two domains", "example.com example.net", "example.net");
        row("domain and list", "example.com --from list.txt", "--from");
        row("list without a name", "--from=", "--from");
        row("unknown option", "example.com --frobnicate", "frobnicate");
        row("option without value", "example.com --resolver", "resolver");
        row("resolver by name", "example.com --resolver dns.google", "dns.google");
        row("resolver port", "example.com --resolver 192.0.2.1:70000", "192.0.2.1:70000");
        row("one of two resolvers", "example.com --resolver 192.0.2.1 --resolver 1.2.3", "1.2.3");
        row("empty resolver", "example.com --resolver=", "--resolver");
        row("record without target", "example.com --record clerk", "clerk");
        row("record without host", "example.com --record =a.example", "=a.example");
        row("record with empty target", "example.com --record clerk=", "clerk=");
        row("record with a strange host", "example.com --record cl!erk=a.example", "cl!erk");
        row("record with a star for a host", "example.com --record *=a.example", "*=a.example");
        row("record with two stars", "example.com --record a=*.*.example", "*.*.example");
        row("record twice", "example.com --record a=b.example --record a.example.com=c.example", "a.example.com");
        row("record elsewhere", "example.com --record a.example.net.=b.example", "a.example.net.");
        row("wait for ever", "example.com --wait forever", "forever");
        row("wait less than nothing", "example.com --wait -1", "-1");
        row("wait too long", "example.com --wait 86401", "86401");
        row("wait for a list", "--from list.txt --wait 5", "--wait");
        row("port by name", "example.com --authoritative-port dns", "dns");
        row("port zero", "example.com --authoritative-port 0", "--authoritative-port");
        row("port too high", "example.com --authoritative-port 65536", "65536");
    }

    void namesTheMistake()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const CheckArguments read = parsed(line);
        QVERIFY2(read.mistake.contains(named), qPrintable(read.mistake));
        QVERIFY(!read.mistake.contains(QLatin1Char('\n')));
        QCOMPARE(read.help, QString());
    }

    void writesTheFullNameOfAHost_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("full");
        const auto row = [](const char *title, const char *domain, const char *host, const char *full) {
            QTest::newRow(title) << QString::fromLatin1(domain) << QString::fromLatin1(host)
                                 << QString::fromLatin1(full);
        };
        row("relative", "example.com", "clerk", "clerk.example.com");
        row("relative with two labels", "example.com", "clk._domainkey", "clk._domainkey.example.com");
        row("full", "example.com", "clerk.example.com", "clerk.example.com");
        row("full with a dot", "example.com", "Clerk.Example.com.", "clerk.example.com");
        row("of the registrable part", "app.example.com", "clerk.example.com", "clerk.example.com");
        row("relative to a subdomain", "app.example.com", "clerk", "clerk.app.example.com");
        row("another domain's name, relative", "example.com", "clerk.example.net", "clerk.example.net.example.com");
    }

    void writesTheFullNameOfAHost()
    {
        QFETCH(QString, domain);
        QFETCH(QString, host);
        QFETCH(QString, full);
        const auto records = recordsToCheck(domain, {{host, QStringLiteral("Frontend-API.clerk.services.")}});
        QVERIFY(records.has_value());
        QCOMPARE(*records, QList<DnsRecord>({{full, QStringLiteral("frontend-api.clerk.services"), true}}));
    }

    void checksWhatClerkUsuallyAsksFor()
    {
        const auto records = recordsToCheck(QStringLiteral("example.com"), {});
        QCOMPARE(records->size(), 5);
        QCOMPARE(records->at(0).host, QStringLiteral("clerk.example.com"));
        QCOMPARE(records->at(2).target, QStringLiteral("mail.*.clerk.services"));
    }
};

QTEST_GUILESS_MAIN(TestCheckOptions)
#include "tst_checkoptions.moc"
