#pragma once

#include "dns/ask/dnsclient.h"
#include "dns/watch/dnswatch.h"
#include "testkit/dnsworld.h"
#include "testkit/hurriedclock.h"

#include <algorithm>

namespace golive {

/// One person looking at one domain of the DNS world.
struct WorldLook
{
    WorldLook(const QString &domain, const QList<DnsRecord> &records,
              const DnsSettings &settings = {DnsWorld::resolvers()}, int haste = 1)
        : clock(haste)
        , watch(client, clock, settings)
    {
        client.setTls(DnsWorld::tls());
        watch.setRecords(domain, records);
        watch.lookNow();
    }

    [[nodiscard]] bool says(DnsFinding::Kind kind) const
    {
        const RecordWatch::View &view = watch.view();
        const auto isIt = [kind](const DnsFinding &each) { return each.kind == kind; };
        return std::any_of(view.findings.begin(), view.findings.end(), isIt)
            || std::any_of(view.records.begin(), view.records.end(),
                           [&](const RecordView &each) { return isIt(each.finding); });
    }
    [[nodiscard]] bool isGreen() const
    {
        const QList<RecordView> &records = watch.view().records;
        return !records.isEmpty() && std::all_of(records.begin(), records.end(), [](const RecordView &each) {
            return each.resolversAsked == 4 && each.resolversRight == 4;
        });
    }
    [[nodiscard]] QByteArray whatItSays() const
    {
        QStringList all;
        for (const DnsFinding &each : watch.view().findings)
            all.append(catalogueId(each.kind));
        for (const RecordView &each : watch.view().records)
            all.append(each.record.host + QLatin1Char(' ') + catalogueId(each.finding.kind));
        return all.join(QStringLiteral(", ")).toUtf8();
    }

    HurriedClock clock;
    DnsClient client {clock};
    DnsWatch watch;
};

/// A required record.
inline DnsRecord record(const QString &host, const QString &target)
{
    return {host, target, true};
}

/// What Clerk asks for in general.
inline QList<DnsRecord> fiveOf(const QString &domain)
{
    return {record(QStringLiteral("clerk.") + domain, QStringLiteral("frontend-api.clerk.services")),
            record(QStringLiteral("accounts.") + domain, QStringLiteral("accounts.clerk.services")),
            record(QStringLiteral("clkmail.") + domain, QStringLiteral("mail.token.clerk.services")),
            record(QStringLiteral("clk._domainkey.") + domain, QStringLiteral("dkim1.token.clerk.services")),
            record(QStringLiteral("clk2._domainkey.") + domain, QStringLiteral("dkim2.token.clerk.services"))};
}

} // namespace golive
