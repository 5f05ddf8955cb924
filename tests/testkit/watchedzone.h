#pragma once

#include "dns/ask/dnsclient.h"
#include "dns/watch/dnswatch.h"
#include "testkit/dnstestserver.h"
#include "testkit/movedclock.h"

namespace golive {

/// The zone example.com on two servers, two resolvers that know the way to it, and a watch over two
/// records that are not there yet. Time passes only in advance().
class WatchedZone
{
public:
    inline static const QByteArray apex = "example.com";
    inline static const QList<DnsRecord> wanted {
        {QStringLiteral("clerk.example.com"), QStringLiteral("frontend-api.clerk.services"), true},
        {QStringLiteral("clk._domainkey.example.com"), QStringLiteral("dkim1.abc.clerk.services"), true},
    };

    WatchedZone()
    {
        for (DnsTestServer *server : {&first, &second, &resolver, &otherResolver}) {
            server->addZone(apex, std::chrono::seconds(30));
            server->add(nsEntry(apex, "ns1.dns-host.net", ttl));
            server->add(nsEntry(apex, "ns2.dns-host.net", ttl));
        }
        for (DnsTestServer *server : {&resolver, &otherResolver}) {
            server->recursive = true;
            server->addZone("com");
            server->add(addressEntry("ns1.dns-host.net", first.server().address, ttl));
            server->add(addressEntry("ns2.dns-host.net", second.server().address, ttl));
            server->addZone("services");
            server->add(addressEntry("frontend-api.clerk.services", QHostAddress(QStringLiteral("192.0.2.80")), ttl));
            server->add(textEntry("dkim1.abc.clerk.services", "v=DKIM1; p=", ttl));
        }
        watchWith({{resolver.server(), otherResolver.server()}, first.port()});
    }

    void watchWith(const DnsSettings &settings)
    {
        watch = std::make_unique<DnsWatch>(client, clock, settings);
        watch->setRecords(QString::fromLatin1(apex), wanted);
    }

    [[nodiscard]] const RecordWatch::View &view() const { return watch->view(); }
    [[nodiscard]] const DnsFinding &finding(qsizetype record) const { return view().records[record].finding; }

    void begin()
    {
        watch->start();
        settle();
    }

    /// Puts the record on the zone's servers, as its provider does; resolvers see it too.
    void publish(const DnsRecord &record)
    {
        for (DnsTestServer *server : {&first, &second, &resolver, &otherResolver})
            server->add(cnameEntry(dnsName(record.host), dnsName(record.target), ttl));
    }

    void addToZone(const DnsEntry &entry)
    {
        first.add(entry);
        second.add(entry);
    }

    /// How often the zone's own servers were asked anything.
    [[nodiscard]] qsizetype askedAtZone() const { return first.asked.size() + second.asked.size(); }

    /// Moves the clock from one appointment to the next, and lets the servers answer in between.
    void advance(std::chrono::milliseconds time)
    {
        settle();
        while (time.count() > 0) {
            const std::chrono::milliseconds next = clock.untilNext();
            const std::chrono::milliseconds step = next.count() < 0 || next > time ? time : next;
            clock.advance(step);
            time -= step;
            settle();
        }
    }

    /// Until nothing is under way that does not need time to pass.
    void settle()
    {
        int quiet = 0;
        auto before = progress();
        while (quiet < 3) {
            QTest::qWait(client.open() > 0 ? 5 : 0);
            QCoreApplication::processEvents();
            quiet = before == progress() ? quiet + 1 : 0;
            before = progress();
        }
    }

    DnsTestServer first {QHostAddress(QStringLiteral("127.0.0.1"))};
    DnsTestServer second {QHostAddress(QStringLiteral("127.0.0.2")), first.port()};
    DnsTestServer resolver {QHostAddress(QStringLiteral("127.0.0.3"))};
    DnsTestServer otherResolver {QHostAddress(QStringLiteral("127.0.0.4"))};
    MovedClock clock;
    DnsClient client {clock};
    std::unique_ptr<DnsWatch> watch;

private:
    [[nodiscard]] QPair<qsizetype, qsizetype> progress() const
    {
        return {askedAtZone() + resolver.asked.size() + otherResolver.asked.size(), client.open()};
    }

    static constexpr std::chrono::seconds ttl {300};
};

} // namespace golive
