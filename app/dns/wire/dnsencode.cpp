#include "dns/wire/dnsmessage.h"
#include "dns/wire/dnsname.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestName = 255; // octets on the wire, RFC 1035 section 2.3.4
constexpr qsizetype longestMessage = 0xffff;
constexpr qsizetype furthestPointer = 0x3fff;
constexpr quint16 classIn = 1;
constexpr quint16 extendedErrorOption = 15; // RFC 8914

/// Collects the octets. Once something could not be written, it stays broken.
class Writer
{
public:
    void u8(quint8 value) { m_wire.append(static_cast<char>(value)); }
    void u16(quint16 value)
    {
        u8(static_cast<quint8>(value >> 8));
        u8(static_cast<quint8>(value));
    }
    void u32(quint32 value)
    {
        u16(static_cast<quint16>(value >> 16));
        u16(static_cast<quint16>(value));
    }
    void octets(const QByteArray &bytes) { m_wire.append(bytes); }
    void string(const QByteArray &bytes)
    {
        if (bytes.size() > 255)
            m_broken = true;
        u8(static_cast<quint8>(bytes.size()));
        octets(bytes);
    }

    enum class Compression { Allowed, Forbidden };

    void name(const QByteArray &name, Compression compression = Compression::Allowed)
    {
        qsizetype length = 1;
        const QByteArrayList labels = labelsOf(name);
        for (const QByteArray &label : labels) {
            const std::optional<QByteArray> bytes = octetsOfLabel(label);
            length += 1 + bytes.value_or(QByteArray()).size();
            if (!bytes || length > longestName) {
                m_broken = true;
                return;
            }
        }
        writeLabels(labels, compression);
    }

    /// What `content` writes, with its length in front.
    template<typename Content>
    void sized(Content content)
    {
        const qsizetype at = m_wire.size();
        u16(0);
        content();
        const qsizetype length = m_wire.size() - at - 2;
        if (length > longestMessage)
            m_broken = true;
        else
            qToBigEndian(static_cast<quint16>(length), m_wire.data() + at);
    }

    void fail() { m_broken = true; }

    [[nodiscard]] std::optional<QByteArray> result() const
    {
        if (m_broken || m_wire.size() > longestMessage)
            return std::nullopt;
        return m_wire;
    }

private:
    void writeLabels(const QByteArrayList &labels, Compression compression)
    {
        for (qsizetype at = 0; at < labels.size(); ++at) {
            const QByteArray rest = labels.mid(at).join('.').toLower();
            const auto known = m_seen.constFind(rest);
            if (known != m_seen.cend() && compression == Compression::Allowed) {
                u16(static_cast<quint16>(0xc000 | *known));
                return;
            }
            if (m_wire.size() <= furthestPointer)
                m_seen.insert(rest, static_cast<quint16>(m_wire.size()));
            string(octetsOfLabel(labels[at]).value_or(QByteArray())); // all were looked at before
        }
        u8(0);
    }

    QByteArray m_wire;
    QHash<QByteArray, quint16> m_seen; ///< where a name or the end of one was written first
    bool m_broken = false;
};

/// Writes the data of one entry, each alternative only under the types it belongs to.
struct DataWriter
{
    Writer &out;
    DnsType type;

    void operator()(const DnsRawData &data) const { out.octets(data.octets); }
    void operator()(const DnsNameData &data) const
    {
        expect(type == DnsType::CNAME || type == DnsType::NS || type == DnsType::DNAME);
        // RFC 6672 section 2.5: servers may not be able to read a compressed name in a DNAME
        out.name(data.name, type == DnsType::DNAME ? Writer::Compression::Forbidden : Writer::Compression::Allowed);
    }
    void operator()(const DnsAddressData &data) const
    {
        const bool isV4 = data.address.protocol() == QAbstractSocket::IPv4Protocol;
        const bool isV6 = data.address.protocol() == QAbstractSocket::IPv6Protocol;
        expect((type == DnsType::A && isV4) || (type == DnsType::AAAA && isV6));
        if (isV4) {
            out.u32(data.address.toIPv4Address());
        } else {
            const Q_IPV6ADDR octets = data.address.toIPv6Address();
            for (const quint8 octet : octets.c)
                out.u8(octet);
        }
    }
    void operator()(const DnsSoaData &data) const
    {
        expect(type == DnsType::SOA);
        out.name(data.primary);
        out.name(data.mailbox);
        for (const quint32 number : {data.serial, data.refresh, data.retry, data.expire, data.minimum})
            out.u32(number);
    }
    void operator()(const DnsMxData &data) const
    {
        expect(type == DnsType::MX);
        out.u16(data.preference);
        out.name(data.exchange);
    }
    void operator()(const DnsTextData &data) const
    {
        expect(type == DnsType::TXT && !data.strings.isEmpty());
        for (const QByteArray &string : data.strings)
            out.string(string);
    }
    void operator()(const DnsCaaData &data) const
    {
        expect(type == DnsType::CAA && !data.tag.isEmpty());
        out.u8(data.flags);
        out.string(data.tag);
        out.octets(data.value);
    }

    void expect(bool fits) const
    {
        if (!fits)
            out.fail();
    }
};

void writeEntries(Writer &out, const QList<DnsEntry> &entries)
{
    for (const DnsEntry &entry : entries) {
        out.name(entry.owner);
        out.u16(static_cast<quint16>(entry.type));
        out.u16(classIn);
        out.u32(static_cast<quint32>(std::clamp<std::chrono::seconds::rep>(entry.ttl.count(), 0, 0x7fffffff)));
        out.sized([&] { std::visit(DataWriter {out, entry.type}, entry.data); });
    }
}

void writeEdns(Writer &out, const DnsEdns &edns, DnsRcode rcode)
{
    out.name(QByteArrayLiteral("."));
    out.u16(static_cast<quint16>(DnsType::OPT));
    out.u16(edns.udpSize);
    out.u8(static_cast<quint8>(static_cast<quint16>(rcode) >> 4));
    out.u8(0); // version
    out.u16(edns.dnssecOk ? 0x8000 : 0);
    out.sized([&] {
        for (const DnsExtendedError &error : edns.errors) {
            out.u16(extendedErrorOption);
            out.sized([&] {
                out.u16(error.code);
                out.octets(error.text);
            });
        }
    });
}

quint16 flagsOf(const DnsMessage &message)
{
    const auto bit = [](bool set, unsigned value) { return set ? value : 0U; };
    return static_cast<quint16>(bit(message.isResponse, 0x8000) | ((message.opcode & 0xfU) << 11)
                                | bit(message.authoritative, 0x0400) | bit(message.truncated, 0x0200)
                                | bit(message.recursionDesired, 0x0100) | bit(message.recursionAvailable, 0x0080)
                                | bit(message.authenticData, 0x0020) | bit(message.checkingDisabled, 0x0010)
                                | (static_cast<unsigned>(message.rcode) & 0xfU));
}

} // namespace

std::optional<QByteArray> encodeDns(const DnsMessage &message)
{
    const auto countOf = [](const QList<DnsEntry> &entries) { return static_cast<quint16>(entries.size()); };
    Writer out;
    if (static_cast<quint16>(message.rcode) > 15 && !message.edns)
        out.fail();
    if (message.answers.size() + message.authority.size() + message.additional.size() > longestMessage)
        out.fail();
    out.u16(message.id);
    out.u16(flagsOf(message));
    out.u16(message.question ? 1 : 0);
    out.u16(countOf(message.answers));
    out.u16(countOf(message.authority));
    out.u16(static_cast<quint16>(countOf(message.additional) + (message.edns ? 1 : 0)));
    if (message.question) {
        out.name(message.question->name);
        out.u16(static_cast<quint16>(message.question->type));
        out.u16(classIn);
    }
    writeEntries(out, message.answers);
    writeEntries(out, message.authority);
    writeEntries(out, message.additional);
    if (message.edns)
        writeEdns(out, *message.edns, message.rcode);
    return out.result();
}

} // namespace golive
