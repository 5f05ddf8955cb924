#pragma once

#include "dns/wire/dnsmessage.h"
#include "model/domain.h"

#include <QObject>

namespace golive {

/// How a record was put into a practice zone: right, or in one of the ways people get it wrong.
enum class ZoneEntry {
    Absent,
    Right,
    Typo, ///< the target lacks a letter
    NameDoubled, ///< the provider appended the zone to a full name: `clerk.example.com.example.com`
    Proxied, ///< addresses of a proxy (Cloudflare's published ranges) in place of the CNAME
};

/// A record that Clerk asks for, and what has become of it.
struct ZoneRecord
{
    QString domain; ///< the production domain it belongs to
    QString host;
    QString target;
    ZoneEntry entry = ZoneEntry::Absent;

    bool operator==(const ZoneRecord &) const = default;
};

/// All of DNS, as far as practice needs it, in memory. Every registrable domain but one exists and is
/// hosted at an invented provider whose name servers live on the loopback interface; on one of them
/// something else uses two of the names that Clerk needs.
class PracticeZones : public QObject
{
    Q_OBJECT

public:
    /// How long "does not exist" may be remembered. Short: people practising do not wait.
    static constexpr std::chrono::seconds negativeTtl {5};

    /// Nobody has registered it, and it has no zone.
    static constexpr char unregistered[] = "unregistered.example";
    /// On it `accounts` leads to another service, and `clkmail` has an address.
    static constexpr char occupied[] = "occupied.example";

    /// Clerk asks for these records from now on; they start absent.
    void announce(const QString &domain, const QList<DnsRecord> &records);

    /// Nobody asks for any record any more.
    void forgetAll();

    /// In the order of their announcement.
    [[nodiscard]] const QList<ZoneRecord> &records() const { return m_records; }
    /// As if somebody had edited the record at the DNS provider. False when nobody asks for such a host.
    bool enter(const QString &host, ZoneEntry entry);
    /// Every record of every domain, those announced later included, is entered right.
    void enterAllRight();

    /// The part of a name that can be registered; the name itself where that is a public suffix.
    [[nodiscard]] static QByteArray zoneOf(const QByteArray &name);
    /// True for `com` and `co.uk`, which are nobody's own (publicsuffix.org).
    [[nodiscard]] static bool isPublicSuffix(const QByteArray &name);

    /// What the zone's own servers say: nothing is followed out of the name that was asked for.
    [[nodiscard]] DnsMessage answer(const DnsMessage &query) const;
    /// What a resolver without a memory says: a chain is followed to its end.
    [[nodiscard]] DnsMessage resolve(const DnsMessage &query) const;

Q_SIGNALS:
    void recordsChanged();

private:
    [[nodiscard]] QList<DnsEntry> entries() const;
    /// What somebody else entered, where Clerk's own record has not taken its place.
    [[nodiscard]] QList<DnsEntry> strangers() const;
    [[nodiscard]] QList<DnsEntry> entriesAt(const QByteArray &name) const;
    /// True when something lies at the name or below it.
    [[nodiscard]] bool exists(const QByteArray &name) const;
    [[nodiscard]] QList<DnsEntry> matching(const DnsQuestion &question) const;

    QList<ZoneRecord> m_records;
    bool m_allRight = false;
};

} // namespace golive
