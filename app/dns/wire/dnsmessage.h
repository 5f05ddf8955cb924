#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHostAddress>
#include <QList>

#include <chrono>
#include <optional>
#include <variant>

namespace golive {

/// Record types by their number (IANA "DNS parameters"). A number without a name here is a type too.
enum class DnsType : quint16 {
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    SRV = 33,
    DNAME = 39,
    OPT = 41,
    DS = 43,
    RRSIG = 46,
    CAA = 257,
};

/// What the answering server thinks of the question, extended ones included (RFC 1035, RFC 6891).
enum class DnsRcode : quint16 {
    NoError = 0,
    FormatError = 1,
    ServerFailure = 2,
    NameError = 3, ///< NXDOMAIN: the name does not exist
    NotImplemented = 4,
    Refused = 5,
    BadVersion = 16,
};

/// `CNAME`, or `TYPE65` for one without a name here. For people.
[[nodiscard]] QString dnsTypeName(DnsType type);
/// `NXDOMAIN`, or `RCODE11`. For people.
[[nodiscard]] QString dnsRcodeName(DnsRcode rcode);

/// Names here and below have the form that dnsname.h describes.
struct DnsQuestion
{
    QByteArray name;
    DnsType type = DnsType::CNAME;

    bool operator==(const DnsQuestion &) const = default;
};

/// CNAME, NS and DNAME.
struct DnsNameData
{
    QByteArray name;

    bool operator==(const DnsNameData &) const = default;
};

/// A and AAAA.
struct DnsAddressData
{
    QHostAddress address;

    bool operator==(const DnsAddressData &) const = default;
};

struct DnsSoaData
{
    QByteArray primary;
    QByteArray mailbox;
    quint32 serial = 0;
    quint32 refresh = 0;
    quint32 retry = 0;
    quint32 expire = 0;
    quint32 minimum = 0; ///< seconds "does not exist" may be remembered (RFC 2308)

    bool operator==(const DnsSoaData &) const = default;
};

struct DnsMxData
{
    quint16 preference = 0;
    QByteArray exchange;

    bool operator==(const DnsMxData &) const = default;
};

struct DnsTextData
{
    QByteArrayList strings; ///< of at most 255 octets each

    [[nodiscard]] QByteArray text() const { return strings.join(); }

    bool operator==(const DnsTextData &) const = default;
};

/// RFC 8659.
struct DnsCaaData
{
    quint8 flags = 0; ///< 128: an authority that does not know the tag must not issue
    QByteArray tag; ///< in lower case
    QByteArray value;

    bool operator==(const DnsCaaData &) const = default;
};

/// A type this program does not look into.
struct DnsRawData
{
    QByteArray octets;

    bool operator==(const DnsRawData &) const = default;
};

using DnsData = std::variant<DnsRawData, DnsNameData, DnsAddressData, DnsSoaData, DnsMxData, DnsTextData, DnsCaaData>;

/// One resource record of class IN. `model` calls the records that Clerk asks for DnsRecord.
struct DnsEntry
{
    QByteArray owner;
    DnsType type = DnsType::A;
    std::chrono::seconds ttl {0};
    DnsData data;

    bool operator==(const DnsEntry &) const = default;
};

/// Why a server could not answer, in its own words (RFC 8914).
struct DnsExtendedError
{
    quint16 code = 0;
    QByteArray text;

    bool operator==(const DnsExtendedError &) const = default;
};

/// The OPT pseudo record (RFC 6891).
struct DnsEdns
{
    quint16 udpSize = 1232; ///< largest answer the sender takes over UDP
    bool dnssecOk = false;
    QList<DnsExtendedError> errors;

    bool operator==(const DnsEdns &) const = default;
};

/// A DNS message, question or answer.
struct DnsMessage
{
    quint16 id = 0;
    bool isResponse = false;
    quint8 opcode = 0; ///< 0: an ordinary question
    bool authoritative = false;
    bool truncated = false;
    bool recursionDesired = false;
    bool recursionAvailable = false;
    bool authenticData = false;
    bool checkingDisabled = false;
    DnsRcode rcode = DnsRcode::NoError;
    std::optional<DnsQuestion> question;
    QList<DnsEntry> answers;
    QList<DnsEntry> authority;
    QList<DnsEntry> additional; ///< without the OPT record, which is `edns`
    std::optional<DnsEdns> edns;

    bool operator==(const DnsMessage &) const = default;
};

/// The message on the wire, names compressed (RFC 1035 section 4.1.4). Nothing when it cannot be
/// written: a name or text that is too long, data of another type than the entry says, over 65535 octets.
[[nodiscard]] std::optional<QByteArray> encodeDns(const DnsMessage &message);

/// Reads what came from the network, trusting nothing: nothing unless every length and name is
/// sound, compression points backwards, there is at most one question of class IN and at most one
/// OPT record. Of a truncated message, what could be read. Entries of other classes are left out.
[[nodiscard]] std::optional<DnsMessage> decodeDns(const QByteArray &wire);

/// An answer to `query` with the same id and question, to be filled in by a server.
[[nodiscard]] DnsMessage replyTo(const DnsMessage &query);

// Shorthands for the types this program writes.
[[nodiscard]] DnsEntry cnameEntry(const QByteArray &owner, const QByteArray &target, std::chrono::seconds ttl);
[[nodiscard]] DnsEntry nsEntry(const QByteArray &owner, const QByteArray &server, std::chrono::seconds ttl);
[[nodiscard]] DnsEntry addressEntry(const QByteArray &owner, const QHostAddress &address, std::chrono::seconds ttl);
[[nodiscard]] DnsEntry textEntry(const QByteArray &owner, const QByteArray &text, std::chrono::seconds ttl);
[[nodiscard]] DnsEntry soaEntry(const QByteArray &owner, const DnsSoaData &soa, std::chrono::seconds ttl);

/// The name a CNAME, NS or DNAME entry holds; empty for other types.
[[nodiscard]] QByteArray nameIn(const DnsEntry &entry);

} // namespace golive
