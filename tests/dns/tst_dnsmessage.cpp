#include "dns/wire/dnsmessage.h"
#include "dns/wire/dnsname.h"

#include <QRandomGenerator>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;

namespace {

/// The same messages every time: a failure can be looked at again.
class MessageMaker
{
public:
    explicit MessageMaker(quint32 seed)
        : m_random(seed)
    {
    }

    DnsMessage message()
    {
        DnsMessage made;
        made.id = static_cast<quint16>(below(0x10000));
        made.isResponse = coin();
        made.authoritative = coin();
        made.recursionDesired = coin();
        made.recursionAvailable = coin();
        made.authenticData = coin();
        made.checkingDisabled = coin();
        made.opcode = static_cast<quint8>(below(16));
        made.rcode = static_cast<DnsRcode>(below(11));
        if (coin())
            made.question = DnsQuestion {name(), static_cast<DnsType>(below(300))};
        for (QList<DnsEntry> *section : {&made.answers, &made.authority, &made.additional})
            for (quint32 left = below(5); left > 0; --left)
                section->append(entry());
        if (coin())
            made.edns = DnsEdns {static_cast<quint16>(below(0x10000)), coin(), {{9, octets(20)}, {22, QByteArray("")}}};
        if (made.edns && coin())
            made.rcode = static_cast<DnsRcode>(below(4096));
        return made;
    }

    QByteArray octets(quint32 most)
    {
        QByteArray bytes("");
        for (quint32 left = below(most + 1); left > 0; --left)
            bytes.append(static_cast<char>(below(256)));
        return bytes;
    }

    quint32 below(quint32 limit) { return m_random.bounded(limit); }
    bool coin() { return below(2) == 1; }

private:
    QByteArray name()
    {
        static const QByteArrayList parts {"com", "example", "clerk", "_domainkey", "a", "xn--bcher-kva"};
        QByteArrayList labels;
        for (quint32 left = below(5); left > 0; --left)
            labels.append(coin() ? parts[below(6)] : labelOfOctets(QByteArray("x") + octets(20)));
        return labels.isEmpty() ? QByteArray(".") : labels.join('.');
    }

    DnsEntry entry()
    {
        const std::chrono::seconds ttl(below(100'000));
        switch (below(8)) {
        case 0: return cnameEntry(name(), name(), ttl);
        case 1: return nsEntry(name(), name(), ttl);
        case 2: return addressEntry(name(), QHostAddress(below(0xffffffff)), ttl);
        case 3: return addressEntry(name(), QHostAddress(QStringLiteral("2001:db8::%1").arg(below(999))), ttl);
        case 4: return soaEntry(name(), {name(), name(), below(99), 1, 2, 3, below(3600)}, ttl);
        case 5: return textEntry(name(), octets(600), ttl);
        case 6: return {name(), DnsType::MX, ttl, DnsMxData {static_cast<quint16>(below(99)), name()}};
        case 7: return {name(), DnsType::CAA, ttl, DnsCaaData {128, "issue", octets(30)}};
        }
        return {};
    }

    QRandomGenerator m_random;
};

/// `hex` may hold spaces.
QByteArray wire(const char *hex)
{
    return QByteArray::fromHex(hex);
}

} // namespace

class TestDnsMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        for (quint32 seed = 0; seed < 2000; ++seed) {
            const DnsMessage message = MessageMaker(seed).message();
            const std::optional<QByteArray> encoded = encodeDns(message);
            QVERIFY2(encoded, qPrintable(QString::number(seed)));
            const std::optional<DnsMessage> decoded = decodeDns(*encoded);
            QVERIFY2(decoded, qPrintable(QString::number(seed)));
            QVERIFY2(*decoded == message, qPrintable(QString::number(seed)));
        }
    }

    void anythingCutOffIsRefused()
    {
        for (quint32 seed = 0; seed < 50; ++seed) {
            const QByteArray encoded = *encodeDns(MessageMaker(seed).message());
            for (qsizetype length = 0; length < encoded.size(); ++length)
                QVERIFY(!decodeDns(encoded.first(length)));
        }
    }

    void survivesChangedOctets()
    {
        for (quint32 seed = 0; seed < 3000; ++seed) {
            MessageMaker maker(seed);
            QByteArray damaged = *encodeDns(maker.message());
            for (quint32 left = 1 + maker.below(6); left > 0; --left)
                damaged[maker.below(static_cast<quint32>(damaged.size()))] = static_cast<char>(maker.below(256));
            const std::optional<DnsMessage> decoded = decodeDns(damaged);
            if (decoded && !decoded->truncated) // whatever was understood can be said again
                QVERIFY(encodeDns(*decoded));
        }
    }

    void survivesNoise()
    {
        MessageMaker maker(7);
        for (int round = 0; round < 3000; ++round)
            (void)decodeDns(maker.octets(200));
    }

    void readsARealAnswer()
    {
        // clerk.example.com CNAME frontend-api.clerk.services, with compression and EDNS, as BIND writes it
        const auto message = decodeDns(wire("1234 8400 0001 0001 0000 0001"
                                            "05636c65726b 076578616d706c65 03636f6d 00 0005 0001"
                                            "c00c 0005 0001 0000012c 001d"
                                            "0c66726f6e74656e642d617069 05434c45524b 087365727669636573 00"
                                            "00 0029 04d0 00000000 0000"));
        QVERIFY(message);
        QVERIFY(message->isResponse && message->authoritative && !message->recursionAvailable);
        QCOMPARE(message->question->name, QByteArray("clerk.example.com"));
        QCOMPARE(message->answers.size(), 1);
        QVERIFY(message->answers[0] == cnameEntry("clerk.example.com", "frontend-api.clerk.services", 300s));
        QCOMPARE(message->edns->udpSize, quint16(1232));
    }

    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("octets");

        const auto row = [](const char *title, const char *hex) { QTest::newRow(title) << wire(hex); };
        row("empty", "");
        row("half a header", "1234 8400 0001");
        row("two questions", "1234 0000 0002 0000 0000 0000 0161 00 0001 0001 0161 00 0001 0001");
        row("other class", "1234 0000 0001 0000 0000 0000 0161 00 0001 0003");
        row("question missing", "1234 0000 0001 0000 0000 0000");
        row("pointer to itself", "1234 0000 0001 0000 0000 0000 c00c 0001 0001");
        row("pointer forward", "1234 0000 0001 0000 0000 0000 c00e 0161 00 0001 0001");
        row("pointer into its own labels", "1234 0000 0001 0000 0000 0000 0161 c00c 0001 0001");
        row("half a pointer", "1234 0000 0001 0000 0000 0000 c0");
        row("reserved label type", "1234 0000 0001 0000 0000 0000 4161 00 0001 0001");
        row("label over the end", "1234 0000 0001 0000 0000 0000 3f61");
        row("three octets of IPv4", "1234 8000 0000 0001 0000 0000 00 0001 0001 00000000 0003 7f0000");
        row("five octets of IPv4", "1234 8000 0000 0001 0000 0000 00 0001 0001 00000000 0005 7f00000101");
        row("data over the end", "1234 8000 0000 0001 0000 0000 00 0001 0001 00000000 0004 7f0000");
        row("octets after the name", "1234 8000 0000 0001 0000 0000 00 0005 0001 00000000 0004 016100 00");
        row("name over its data", "1234 8000 0000 0001 0000 0000 00 0005 0001 00000000 0002 0161 00");
        row("empty text record", "1234 8000 0000 0001 0000 0000 00 0010 0001 00000000 0000");
        row("text over its data", "1234 8000 0000 0001 0000 0000 00 0010 0001 00000000 0002 0561");
        row("CAA without a tag", "1234 8000 0000 0001 0000 0000 00 0101 0001 00000000 0003 000061");
        row("CAA tag over the end", "1234 8000 0000 0001 0000 0000 00 0101 0001 00000000 0003 000561");
        row("short SOA", "1234 8000 0000 0001 0000 0000 00 0006 0001 00000000 0006 0000 00000001");
        row("two OPT", "1234 8000 0000 0000 0000 0002 00 0029 04d0 00000000 0000 00 0029 04d0 00000000 0000");
        row("OPT as an answer", "1234 8000 0000 0001 0000 0000 00 0029 04d0 00000000 0000");
        row("OPT with a name", "1234 8000 0000 0000 0000 0001 0161 00 0029 04d0 00000000 0000");
        row("option over the end", "1234 8000 0000 0000 0000 0001 00 0029 04d0 00000000 0005 000f 0004 00");
        row("counts without entries", "1234 8000 0000 ffff ffff ffff");
    }

    void refusesWhatIsMalformed()
    {
        QFETCH(QByteArray, octets);
        QVERIFY(!decodeDns(octets));
    }

    void refusesALongName()
    {
        QByteArray octets = wire("1234 0000 0001 0000 0000 0000");
        for (int label = 0; label < 4; ++label)
            octets.append('\x3f').append(QByteArray(63, 'a'));
        octets.append(wire("00 0001 0001"));
        QVERIFY(!decodeDns(octets));
    }

    void keepsWhatATruncatedMessageHolds()
    {
        const auto message
            = decodeDns(wire("1234 8200 0000 0002 0000 0000 00 0001 0001 00000000 0004 7f000001 00 0001"));
        QVERIFY(message && message->truncated);
        QCOMPARE(message->answers.size(), 1);
    }

    void leavesOtherClassesOut()
    {
        const auto message = decodeDns(wire("1234 8000 0000 0001 0000 0000 00 0001 0003 00000000 0002 7f00"));
        QVERIFY(message && message->answers.isEmpty());
    }

    void aNegativeTtlIsZero()
    {
        const auto message = decodeDns(wire("1234 8000 0000 0001 0000 0000 00 0001 0001 80000001 0004 7f000001"));
        QVERIFY(message && message->answers[0].ttl == 0s);
    }

    void extendedCodesNeedEdns()
    {
        DnsMessage message;
        message.rcode = DnsRcode::BadVersion;
        QVERIFY(!encodeDns(message));
        message.edns = DnsEdns {};
        QVERIFY(decodeDns(*encodeDns(message))->rcode == DnsRcode::BadVersion);
    }

    void refusesToWriteWhatIsWrong_data()
    {
        QTest::addColumn<DnsEntry>("entry");

        const QByteArray longLabel(64, 'a');
        const QByteArray longName = QByteArray("abcdefg.").repeated(40) + "com";
        QTest::newRow("long label") << cnameEntry(longLabel, "a", 1s);
        QTest::newRow("long name") << cnameEntry("a", longName, 1s);
        QTest::newRow("empty label") << cnameEntry("a..b", "a", 1s);
        QTest::newRow("bad escape") << cnameEntry("a\\25", "a", 1s);
        QTest::newRow("no octet") << cnameEntry("a\\256", "a", 1s);
        QTest::newRow("long string") << DnsEntry {"a", DnsType::TXT, 1s, DnsTextData {{QByteArray(256, 'a')}}};
        QTest::newRow("no string") << DnsEntry {"a", DnsType::TXT, 1s, DnsTextData {}};
        QTest::newRow("other data") << DnsEntry {"a", DnsType::A, 1s, DnsNameData {"b"}};
        QTest::newRow("v6 in A") << DnsEntry {"a", DnsType::A, 1s, DnsAddressData {QHostAddress::LocalHostIPv6}};
        QTest::newRow("no address") << DnsEntry {"a", DnsType::A, 1s, DnsAddressData {}};
        QTest::newRow("too much") << DnsEntry {"a", DnsType::DS, 1s, DnsRawData {QByteArray(70'000, 'a')}};
    }

    void refusesToWriteWhatIsWrong()
    {
        QFETCH(DnsEntry, entry);
        DnsMessage message;
        message.answers = {entry};
        QVERIFY(!encodeDns(message));
    }

    void compressionSavesSpace()
    {
        DnsMessage message;
        message.question = DnsQuestion {"clerk.example.com", DnsType::CNAME};
        const qsizetype bare = encodeDns(message)->size();
        message.answers = {cnameEntry("clerk.example.com", "other.example.com", 1s)};
        QCOMPARE(encodeDns(message)->size(), bare + 2 + 10 + 8);
    }

    void namesAreCompared_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<bool>("inside");
        QTest::addColumn<QByteArray>("rest");

        const auto row = [](const char *name, const char *zone, bool inside, const char *rest) {
            QTest::addRow("%s in %s", name, zone) << QByteArray(name) << QByteArray(zone) << inside << QByteArray(rest);
        };
        row("clerk.app.sub.com", "sub.com", true, "clerk.app");
        row("sub.com", "sub.com", true, "");
        row("sub.com", ".", true, "sub.com");
        row(".", ".", true, "");
        row("notsub.com", "sub.com", false, "");
        row("com", "sub.com", false, "");
        row(R"(not\.sub.com)", "sub.com", false, "");
        row("a.sub.com", "com.sub", false, "");
        row(".", "sub.com", false, "");
        row(R"(not\\.sub.com)", "sub.com", true, R"(not\\)"); // the backslash is escaped, the dot is not
        row(R"(not\\\.sub.com)", "sub.com", false, "");
    }

    void namesAreCompared()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, zone);
        QFETCH(bool, inside);
        QFETCH(QByteArray, rest);
        QCOMPARE(isAtOrBelow(name, zone), inside);
        QCOMPARE(relativeTo(name, zone).value_or(QByteArray()), rest);
    }

    void typedNamesAreNormalised()
    {
        QCOMPARE(dnsName(QStringLiteral(" Clerk.Example.COM. ")), QByteArray("clerk.example.com"));
        QCOMPARE(dnsName(QString()), QByteArray("."));
        QCOMPARE(parentOf("clerk.example.com"), QByteArray("example.com"));
        QCOMPARE(parentOf("com"), QByteArray("."));
        QCOMPARE(parentOf("."), QByteArray("."));
        QCOMPARE(joinNames("clerk", "."), QByteArray("clerk"));
        QCOMPARE(joinNames("clerk.a", "b.com"), QByteArray("clerk.a.b.com"));
    }
};

QTEST_APPLESS_MAIN(TestDnsMessage)
#include "tst_dnsmessage.moc"
