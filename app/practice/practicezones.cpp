#include "practice/practicezones.h"

#include "dns/wire/dnsname.h"

#include <libpsl.h>

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr auto recordTtl = 30s;
constexpr auto proxyTtl = 300s; // what Cloudflare's proxy answers with
constexpr auto zoneTtl = 60s;
constexpr int longestChain = 8;

const QByteArray provider = QByteArrayLiteral("practice-dns.example");

/// One, for one program answers: a second name for it would be counted as the same server.
QList<QByteArray> nameServers()
{
    return {"ns1." + provider};
}

DnsEntry soaOf(const QByteArray &zone)
{
    DnsSoaData soa;
    soa.primary = nameServers().constFirst();
    soa.mailbox = "hostmaster." + provider;
    soa.serial = 1;
    soa.refresh = 3600;
    soa.retry = 600;
    soa.expire = 86400;
    soa.minimum = static_cast<quint32>(PracticeZones::negativeTtl.count());
    return soaEntry(zone, soa, PracticeZones::negativeTtl);
}

/// What lies at the top of every zone. The addresses are for documentation only (RFC 5737).
QList<DnsEntry> apexEntries(const QByteArray &zone)
{
    QList<DnsEntry> entries {soaOf(zone)};
    for (const QByteArray &server : nameServers())
        entries.append(nsEntry(zone, server, zoneTtl));
    entries.append(addressEntry(zone, QHostAddress(QStringLiteral("203.0.113.10")), zoneTtl));
    return entries;
}

/// Below `invalid` there is nothing (RFC 2606), which is how a sign-in page for a network gives itself away.
bool isNowhere(const QByteArray &name)
{
    return isAtOrBelow(name, "invalid") || isAtOrBelow(name, PracticeZones::unregistered);
}

bool isZone(const QByteArray &name)
{
    return name == PracticeZones::zoneOf(name) && !isNowhere(name);
}

/// Who denies that the name exists: its zone, or the one above where a zone would begin.
QByteArray denierOf(const QByteArray &name)
{
    return isNowhere(name) ? name.mid(name.lastIndexOf('.') + 1) : PracticeZones::zoneOf(name);
}

/// What Clerk publishes at the end of a record: an address for the web, a text for mail.
DnsEntry clerksOwn(const QByteArray &target)
{
    if (target.startsWith("mail"))
        return textEntry(target, "v=spf1 -all", recordTtl);
    if (target.startsWith("dkim"))
        return textEntry(target, "k=rsa; p=practice", recordTtl);
    return addressEntry(target, QHostAddress(QStringLiteral("203.0.113.80")), recordTtl);
}

QByteArray withoutALetter(QByteArray target)
{
    const auto label = target.indexOf('.');
    return target.remove(label / 2, 1);
}

QList<DnsEntry> entriesFor(const ZoneRecord &record)
{
    const QByteArray host = record.host.toLatin1();
    const QByteArray target = record.target.toLatin1();
    switch (record.entry) {
    case ZoneEntry::Absent: return {};
    case ZoneEntry::Right: return {cnameEntry(host, target, recordTtl)};
    case ZoneEntry::Typo: return {cnameEntry(host, withoutALetter(target), recordTtl)};
    case ZoneEntry::NameDoubled: return {cnameEntry(host + '.' + PracticeZones::zoneOf(host), target, recordTtl)};
    case ZoneEntry::Proxied:
        return {addressEntry(host, QHostAddress(QStringLiteral("104.18.7.20")), proxyTtl),
                addressEntry(host, QHostAddress(QStringLiteral("172.67.140.33")), proxyTtl)};
    }
    return {};
}

} // namespace

QList<DnsEntry> PracticeZones::strangers() const
{
    const QByteArray domain = occupied;
    QList<DnsEntry> all {
        cnameEntry("accounts." + domain, "customers.practice-hosting.example", recordTtl),
        addressEntry("clkmail." + domain, QHostAddress(QStringLiteral("203.0.113.25")), recordTtl),
    };
    all.removeIf([this](const DnsEntry &each) {
        return std::any_of(m_records.cbegin(), m_records.cend(), [&](const ZoneRecord &record) {
            return record.host.toLatin1() == each.owner && record.entry != ZoneEntry::Absent;
        });
    });
    return all;
}

void PracticeZones::announce(const QString &domain, const QList<DnsRecord> &records)
{
    for (const DnsRecord &record : records)
        m_records.append({domain, record.host, record.target, m_allRight ? ZoneEntry::Right : ZoneEntry::Absent});
    Q_EMIT recordsChanged();
}

void PracticeZones::forgetAll()
{
    m_records.clear();
    m_allRight = false;
    Q_EMIT recordsChanged();
}

bool PracticeZones::enter(const QString &host, ZoneEntry entry)
{
    const auto found
        = std::find_if(m_records.begin(), m_records.end(), [&](const ZoneRecord &each) { return each.host == host; });
    if (found == m_records.end())
        return false;
    found->entry = entry;
    Q_EMIT recordsChanged();
    return true;
}

void PracticeZones::enterAllRight()
{
    m_allRight = true;
    for (ZoneRecord &record : m_records)
        record.entry = ZoneEntry::Right;
    Q_EMIT recordsChanged();
}

QByteArray PracticeZones::zoneOf(const QByteArray &name)
{
    const char *registrable = psl_registrable_domain(psl_builtin(), name.constData());
    return registrable ? QByteArray(registrable) : name;
}

bool PracticeZones::isPublicSuffix(const QByteArray &name)
{
    return psl_is_public_suffix(psl_builtin(), name.constData()) != 0;
}

QList<DnsEntry> PracticeZones::entries() const
{
    QList<DnsEntry> all;
    for (const QByteArray &server : nameServers())
        all.append(addressEntry(server, QHostAddress(QHostAddress::LocalHost), zoneTtl));
    all += strangers();
    QByteArrayList targets;
    for (const ZoneRecord &record : m_records) {
        all.append(entriesFor(record));
        const QByteArray target = record.target.toLatin1();
        if (!targets.contains(target)) {
            targets.append(target);
            all.append(clerksOwn(target));
        }
    }
    return all;
}

QList<DnsEntry> PracticeZones::entriesAt(const QByteArray &name) const
{
    QList<DnsEntry> found = isZone(name) ? apexEntries(name) : QList<DnsEntry>();
    for (const DnsEntry &entry : entries())
        if (entry.owner == name)
            found.append(entry);
    return found;
}

bool PracticeZones::exists(const QByteArray &name) const
{
    const QList<DnsEntry> all = entries();
    return isZone(name)
        || std::any_of(all.begin(), all.end(), [&](const DnsEntry &each) { return isAtOrBelow(each.owner, name); });
}

/// A CNAME answers for every type (RFC 1034 section 3.6.2).
QList<DnsEntry> PracticeZones::matching(const DnsQuestion &question) const
{
    QList<DnsEntry> found = entriesAt(question.name);
    found.removeIf([&](const DnsEntry &each) { return each.type != question.type && each.type != DnsType::CNAME; });
    return found;
}

DnsMessage PracticeZones::answer(const DnsMessage &query) const
{
    DnsMessage reply = replyTo(query);
    if (!query.question || query.opcode != 0) {
        reply.rcode = query.opcode != 0 ? DnsRcode::NotImplemented : DnsRcode::FormatError;
        return reply;
    }
    const DnsQuestion question {query.question->name.toLower(), query.question->type};
    reply.authoritative = true;
    reply.answers = matching(question);
    if (reply.answers.isEmpty()) {
        reply.rcode = exists(question.name) ? DnsRcode::NoError : DnsRcode::NameError;
        reply.authority = {soaOf(denierOf(question.name))};
    }
    return reply;
}

DnsMessage PracticeZones::resolve(const DnsMessage &query) const
{
    DnsMessage reply = answer(query);
    reply.authoritative = false;
    reply.recursionAvailable = true;
    DnsMessage next = query;
    for (int links = 0; links < longestChain; ++links) {
        if (reply.answers.isEmpty() || reply.answers.constLast().type != DnsType::CNAME
            || query.question->type == DnsType::CNAME)
            break;
        next.question = DnsQuestion {nameIn(reply.answers.constLast()), query.question->type};
        const DnsMessage further = answer(next);
        reply.rcode = further.rcode;
        reply.answers += further.answers;
        reply.authority = further.authority;
        if (further.answers.isEmpty())
            break;
    }
    return reply;
}

} // namespace golive
