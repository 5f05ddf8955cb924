#include "model/clerknames.h"
#include "model/domainname.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace golive;
using Kind = DomainProblem::Kind;

class TestDomainName : public QObject
{
    Q_OBJECT

    /// The table writes what cannot be seen as escapes.
    static QString unescaped(const QString &text)
    {
        const QByteArray json
            = "[\"" + QString(text).replace(QLatin1Char('"'), QStringLiteral("\\\"")).toUtf8() + "\"]";
        return QJsonDocument::fromJson(json).array().at(0).toString(QStringLiteral("not an escape"));
    }

    static QString nameOf(Kind kind)
    {
        static const QHash<Kind, QString> names {
            {Kind::Empty, QStringLiteral("Empty")},
            {Kind::NotADomain, QStringLiteral("NotADomain")},
            {Kind::SingleLabel, QStringLiteral("SingleLabel")},
            {Kind::IpAddress, QStringLiteral("IpAddress")},
            {Kind::EmailAddress, QStringLiteral("EmailAddress")},
            {Kind::LabelTooLong, QStringLiteral("LabelTooLong")},
            {Kind::NameTooLong, QStringLiteral("NameTooLong")},
            {Kind::BadLabel, QStringLiteral("BadLabel")},
            {Kind::PublicSuffix, QStringLiteral("PublicSuffix")},
            {Kind::HostingProvider, QStringLiteral("HostingProvider")},
        };
        return names.value(kind);
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
    void understandsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("part");

        QFile table(QFINDTESTDATA("domaininputs.tsv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(table.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        int cases = 0;
        for (const QString &line : lines) {
            const QStringList columns = line.split(QLatin1Char('\t'));
            if (line.startsWith(QLatin1Char('#')))
                continue;
            QVERIFY2(columns.size() == 4, qPrintable(line));
            QTest::newRow(qPrintable(columns[0])) << unescaped(columns[1]) << columns[2] << unescaped(columns[3]);
            ++cases;
        }
        QVERIFY(cases >= 200);
        QTest::newRow("name of 253") << longName(253) << longName(253) << QStringLiteral("example.com");
        QTest::newRow("name of 254") << longName(254) << QStringLiteral("!NameTooLong") << longName(254);
        const QString label(63, QLatin1Char('a'));
        QTest::newRow("label of 63") << label + QStringLiteral(".com") << label + QStringLiteral(".com")
                                     << label + QStringLiteral(".com");
        QTest::newRow("label of 64") << label + QStringLiteral("a.com") << QStringLiteral("!LabelTooLong")
                                     << label + QLatin1Char('a');
        const QString umlauts(60, QChar(u'ü'));
        QTest::newRow("long when encoded")
            << umlauts + QStringLiteral(".com") << QStringLiteral("!LabelTooLong") << umlauts;
    }

    void understandsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, outcome);
        QFETCH(QString, part);
        const auto domain = DomainName::parse(typed);
        if (outcome.startsWith(QLatin1Char('!'))) {
            QVERIFY2(!domain, domain ? qPrintable(domain->ascii()) : "");
            QCOMPARE(QLatin1Char('!') + nameOf(domain.error().kind), outcome);
            QCOMPARE(domain.error().part, part);
            return;
        }
        QVERIFY2(domain, domain ? "" : qPrintable(nameOf(domain.error().kind) + domain.error().part));
        QCOMPARE(domain->ascii(), outcome);
        QCOMPARE(domain->registrable(), part);
        QCOMPARE(domain->isSubdomain(), domain->ascii() != domain->registrable());
        QCOMPARE(DomainName::parse(domain->ascii()), domain);
        QCOMPARE(DomainName::parse(domain->unicode()), domain);
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
