#include "dns/wire/dnsmessage.h"

namespace golive {

QString dnsTypeName(DnsType type)
{
    switch (type) {
    case DnsType::A: return QStringLiteral("A");
    case DnsType::NS: return QStringLiteral("NS");
    case DnsType::CNAME: return QStringLiteral("CNAME");
    case DnsType::SOA: return QStringLiteral("SOA");
    case DnsType::MX: return QStringLiteral("MX");
    case DnsType::TXT: return QStringLiteral("TXT");
    case DnsType::AAAA: return QStringLiteral("AAAA");
    case DnsType::SRV: return QStringLiteral("SRV");
    case DnsType::DNAME: return QStringLiteral("DNAME");
    case DnsType::OPT: return QStringLiteral("OPT");
    case DnsType::DS: return QStringLiteral("DS");
    case DnsType::RRSIG: return QStringLiteral("RRSIG");
    case DnsType::CAA: return QStringLiteral("CAA");
    }
    return QStringLiteral("TYPE%1").arg(static_cast<quint16>(type)); // as RFC 3597 writes it
}

QString dnsRcodeName(DnsRcode rcode)
{
    switch (rcode) {
    case DnsRcode::NoError: return QStringLiteral("NOERROR");
    case DnsRcode::FormatError: return QStringLiteral("FORMERR");
    case DnsRcode::ServerFailure: return QStringLiteral("SERVFAIL");
    case DnsRcode::NameError: return QStringLiteral("NXDOMAIN");
    case DnsRcode::NotImplemented: return QStringLiteral("NOTIMP");
    case DnsRcode::Refused: return QStringLiteral("REFUSED");
    case DnsRcode::BadVersion: return QStringLiteral("BADVERS");
    }
    return QStringLiteral("RCODE%1").arg(static_cast<quint16>(rcode));
}

DnsMessage replyTo(const DnsMessage &query)
{
    DnsMessage reply;
    reply.id = query.id;
    reply.isResponse = true;
    reply.opcode = query.opcode;
    reply.recursionDesired = query.recursionDesired;
    reply.checkingDisabled = query.checkingDisabled;
    reply.question = query.question;
    if (query.edns)
        reply.edns = DnsEdns {};
    return reply;
}

DnsEntry cnameEntry(const QByteArray &owner, const QByteArray &target, std::chrono::seconds ttl)
{
    return {owner, DnsType::CNAME, ttl, DnsNameData {target}};
}

DnsEntry nsEntry(const QByteArray &owner, const QByteArray &server, std::chrono::seconds ttl)
{
    return {owner, DnsType::NS, ttl, DnsNameData {server}};
}

DnsEntry addressEntry(const QByteArray &owner, const QHostAddress &address, std::chrono::seconds ttl)
{
    const bool isV4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    return {owner, isV4 ? DnsType::A : DnsType::AAAA, ttl, DnsAddressData {address}};
}

DnsEntry textEntry(const QByteArray &owner, const QByteArray &text, std::chrono::seconds ttl)
{
    constexpr qsizetype longestString = 255; // RFC 1035 section 3.3
    DnsTextData data;
    for (qsizetype at = 0; at < text.size(); at += longestString)
        data.strings.append(text.mid(at, longestString));
    if (data.strings.isEmpty())
        data.strings.append(QByteArray(""));
    return {owner, DnsType::TXT, ttl, data};
}

DnsEntry soaEntry(const QByteArray &owner, const DnsSoaData &soa, std::chrono::seconds ttl)
{
    return {owner, DnsType::SOA, ttl, soa};
}

QByteArray nameIn(const DnsEntry &entry)
{
    const auto *data = std::get_if<DnsNameData>(&entry.data);
    return data ? data->name : QByteArray();
}

} // namespace golive
