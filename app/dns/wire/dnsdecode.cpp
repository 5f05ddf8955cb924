#include "dns/wire/dnsmessage.h"
#include "dns/wire/dnsname.h"

#include <QtEndian>

namespace golive {
namespace {

constexpr qsizetype longestName = 255; // octets on the wire, RFC 1035 section 2.3.4
constexpr int mostPointers = 32; // in one name; a compressing server needs one
constexpr int mostEntries = 2000; // in one message; far above anything this program asks for
constexpr quint16 classIn = 1;
constexpr quint16 extendedErrorOption = 15; // RFC 8914

/// Walks over the message up to `end`. Once something did not fit, it stays broken.
class Reader
{
public:
    explicit Reader(const QByteArray &wire)
        : m_wire(wire)
        , m_end(wire.size())
    {
    }

    [[nodiscard]] bool broken() const { return m_broken; }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] qsizetype left() const { return m_end - m_at; }
    void fail() { m_broken = true; }

    quint8 u8() { return number<quint8>(); }
    quint16 u16() { return number<quint16>(); }
    quint32 u32() { return number<quint32>(); }

    QByteArray octets(qsizetype count)
    {
        if (!has(count))
            return {};
        m_at += count;
        return m_wire.mid(m_at - count, count);
    }
    QByteArray rest() { return octets(left()); }

    /// The next `count` octets as a reader of their own; names in it may still point before them.
    Reader part(qsizetype count)
    {
        Reader inner(*this);
        if (has(count)) {
            inner.m_end = m_at + count;
            m_at += count;
        }
        inner.m_broken = m_broken;
        return inner;
    }

    QByteArray name();

private:
    template<typename Number>
    Number number()
    {
        constexpr auto size = static_cast<qsizetype>(sizeof(Number));
        if (!has(size))
            return 0;
        m_at += size;
        return qFromBigEndian<Number>(m_wire.constData() + m_at - size);
    }
    bool has(qsizetype count)
    {
        if (count < 0 || count > left())
            m_broken = true;
        return !m_broken;
    }
    bool follow(qsizetype &runStart, int &pointers);

    const QByteArray &m_wire;
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    bool m_broken = false;
};

/// Goes where a compression pointer says: only before the labels that led here, so no name can go in circles.
bool Reader::follow(qsizetype &runStart, int &pointers)
{
    const qsizetype target = u16() & 0x3fff;
    if (m_broken || target >= runStart || ++pointers > mostPointers) {
        m_broken = true;
        return false;
    }
    runStart = m_at = target;
    return true;
}

QByteArray textOf(const QByteArrayList &labels)
{
    return labels.isEmpty() ? QByteArrayLiteral(".") : labels.join('.');
}

QByteArray Reader::name()
{
    QByteArrayList labels;
    qsizetype length = 1;
    qsizetype runStart = m_at;
    std::optional<qsizetype> resumeAt;
    int pointers = 0;
    while (has(1)) {
        const auto octet = static_cast<uchar>(m_wire[m_at]);
        if ((octet & 0xc0) == 0xc0) {
            if (!resumeAt)
                resumeAt = m_at + 2;
            if (!follow(runStart, pointers))
                return {};
            continue;
        }
        length += octet + 1;
        if ((octet & 0xc0) != 0 || (octet != 0 && length > longestName))
            break;
        u8();
        if (octet == 0) {
            m_at = resumeAt.value_or(m_at);
            return textOf(labels);
        }
        labels.append(labelOfOctets(octets(octet)));
    }
    m_broken = true;
    return {};
}

DnsTextData textFrom(Reader &in)
{
    DnsTextData data;
    while (!in.broken() && !in.atEnd())
        data.strings.append(in.octets(in.u8()));
    if (data.strings.isEmpty())
        in.fail();
    return data;
}

DnsCaaData caaFrom(Reader &in)
{
    DnsCaaData data;
    data.flags = in.u8();
    data.tag = in.octets(in.u8()).toLower();
    data.value = in.rest();
    if (data.tag.isEmpty())
        in.fail();
    return data;
}

DnsSoaData soaFrom(Reader &in)
{
    DnsSoaData data;
    data.primary = in.name();
    data.mailbox = in.name();
    for (quint32 *number : {&data.serial, &data.refresh, &data.retry, &data.expire, &data.minimum})
        *number = in.u32();
    return data;
}

DnsMxData mxFrom(Reader &in)
{
    DnsMxData data;
    data.preference = in.u16();
    data.exchange = in.name();
    return data;
}

DnsAddressData v6From(Reader &in)
{
    Q_IPV6ADDR octets {};
    for (quint8 &octet : octets.c)
        octet = in.u8();
    return {QHostAddress(octets)};
}

DnsData dataFrom(Reader &in, DnsType type)
{
    switch (type) {
    case DnsType::CNAME:
    case DnsType::NS:
    case DnsType::DNAME: return DnsNameData {in.name()};
    case DnsType::A: return DnsAddressData {QHostAddress(in.u32())};
    case DnsType::AAAA: return v6From(in);
    case DnsType::SOA: return soaFrom(in);
    case DnsType::MX: return mxFrom(in);
    case DnsType::TXT: return textFrom(in);
    case DnsType::CAA: return caaFrom(in);
    case DnsType::SRV:
    case DnsType::OPT:
    case DnsType::DS:
    case DnsType::RRSIG: break;
    }
    return DnsRawData {in.rest()};
}

/// Options that are not understood are passed over; one that is cut off breaks the message.
DnsEdns ednsFrom(Reader &in, quint16 udpSize, quint32 ttl)
{
    DnsEdns edns;
    edns.udpSize = udpSize;
    edns.dnssecOk = (ttl & 0x8000) != 0;
    while (!in.broken() && !in.atEnd()) {
        const quint16 code = in.u16();
        Reader option = in.part(in.u16());
        if (code != extendedErrorOption || option.left() < 2)
            continue;
        DnsExtendedError error;
        error.code = option.u16();
        error.text = option.rest();
        edns.errors.append(error);
    }
    return edns;
}

void readEntry(Reader &in, DnsMessage &message, QList<DnsEntry> &section)
{
    DnsEntry entry;
    entry.owner = in.name();
    entry.type = static_cast<DnsType>(in.u16());
    const quint16 entryClass = in.u16();
    const quint32 ttl = in.u32();
    Reader inner = in.part(in.u16());
    if (entry.type == DnsType::OPT) {
        // RFC 6891 section 6.1.1: one at most, of the root, among the additional ones
        if (message.edns || entry.owner != "." || &section != &message.additional)
            in.fail();
        message.edns = ednsFrom(inner, entryClass, ttl);
        message.rcode = static_cast<DnsRcode>((ttl >> 24 << 4) | static_cast<unsigned>(message.rcode));
    } else {
        entry.ttl = std::chrono::seconds((ttl & 0x80000000U) != 0 ? 0 : ttl); // RFC 2181 section 8
        entry.data = entryClass == classIn ? dataFrom(inner, entry.type) : DnsData(DnsRawData {inner.rest()});
    }
    if (inner.broken() || !inner.atEnd())
        in.fail();
    if (!in.broken() && entry.type != DnsType::OPT && entryClass == classIn)
        section.append(entry);
}

void readFlags(DnsMessage &message, quint16 flags)
{
    message.isResponse = (flags & 0x8000) != 0;
    message.opcode = static_cast<quint8>((flags >> 11) & 0xf);
    message.authoritative = (flags & 0x0400) != 0;
    message.truncated = (flags & 0x0200) != 0;
    message.recursionDesired = (flags & 0x0100) != 0;
    message.recursionAvailable = (flags & 0x0080) != 0;
    message.authenticData = (flags & 0x0020) != 0;
    message.checkingDisabled = (flags & 0x0010) != 0;
    message.rcode = static_cast<DnsRcode>(flags & 0xf);
}

} // namespace

std::optional<DnsMessage> decodeDns(const QByteArray &wire)
{
    Reader in(wire);
    DnsMessage message;
    message.id = in.u16();
    readFlags(message, in.u16());
    const quint16 questions = in.u16();
    const int counts[] = {in.u16(), in.u16(), in.u16()};
    if (in.broken() || questions > 1 || counts[0] + counts[1] + counts[2] > mostEntries)
        return std::nullopt;
    if (questions == 1) {
        DnsQuestion question;
        question.name = in.name();
        question.type = static_cast<DnsType>(in.u16());
        if (in.u16() != classIn || in.broken())
            return std::nullopt;
        message.question = question;
    }
    QList<DnsEntry> *const sections[] = {&message.answers, &message.authority, &message.additional};
    for (int section = 0; section < 3; ++section)
        for (int left = counts[section]; left > 0 && !in.broken(); --left)
            readEntry(in, message, *sections[section]);
    if (in.broken() && !message.truncated)
        return std::nullopt;
    return message;
}

} // namespace golive
