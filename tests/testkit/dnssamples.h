#pragma once

#include "dns/watch/recordwatch.h"
#include "model/deployplan.h"

#include <initializer_list>
#include <utility>

namespace golive {

/// The five records Clerk lists for a new domain.
inline QList<DnsRecord> sampleRecords(const QString &domain = QStringLiteral("example.com"))
{
    const auto host = [&](const char *label) { return QLatin1String(label) + QLatin1Char('.') + domain; };
    return {{host("clerk"), QStringLiteral("frontend-api.clerk.services"), true},
            {host("accounts"), QStringLiteral("accounts.clerk.services"), true},
            {host("clkmail"), QStringLiteral("mail.u3kwrfeaf9l7.clerk.services"), true},
            {host("clk._domainkey"), QStringLiteral("dkim1.u3kwrfeaf9l7.clerk.services"), true},
            {host("clk2._domainkey"), QStringLiteral("dkim2.u3kwrfeaf9l7.clerk.services"), true}};
}

inline Application sampleApplication()
{
    Application application;
    application.id = QStringLiteral("app_1");
    application.name = QStringLiteral("Bookshop");
    application.instances = {{QStringLiteral("ins_dev"), Environment::Development, {}},
                             {QStringLiteral("ins_prod"), Environment::Production, {}}};
    return application;
}

inline Domain sampleDomain(const QList<DnsRecord> &records = sampleRecords())
{
    Domain domain;
    domain.id = QStringLiteral("dmn_1");
    domain.name = QStringLiteral("example.com");
    domain.records = records;
    return domain;
}

/// Clerk has seen the first `verified` records.
inline DomainStatus sampleStatus(int verified = 0, const QList<DnsRecord> &records = sampleRecords())
{
    DomainStatus status;
    for (const DnsRecord &record : records) {
        RecordStatus row;
        row.key = record.host.section(QLatin1Char('.'), 0, 0);
        row.from = record.host;
        row.to = record.target;
        row.required = record.required;
        row.verified = status.records.size() < verified;
        status.records.append(row);
    }
    status.dns.state = verified >= records.size() ? ComponentState::Complete : ComponentState::InProgress;
    return status;
}

/// A zone at a provider with two servers where `seen` was found, in the order of the records; what
/// is not in the list is missing.
inline RecordWatch::View sampleView(std::initializer_list<std::pair<RecordProgress, DnsFinding::Kind>> seen,
                                    const QList<DnsRecord> &records = sampleRecords())
{
    RecordWatch::View view;
    view.zone = QStringLiteral("example.com");
    view.nameServers = {QStringLiteral("ada.ns.cloudflare.com"), QStringLiteral("bob.ns.cloudflare.com")};
    view.provider.name = QStringLiteral("Cloudflare");
    view.provider.console = QStringLiteral("https://dash.cloudflare.com/");
    view.provider.zoneFileImport = DnsProvider::ZoneFileImport::Yes;
    view.lastLooked = QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    auto next = seen.begin();
    for (const DnsRecord &record : records) {
        RecordView row;
        row.record = record;
        row.nameToType = record.host.left(record.host.size() - 1 - view.zone.size());
        row.relativeNameToType = row.nameToType;
        row.fullNameToType = record.host;
        row.valueToType = record.target;
        row.authoritativeAsked = 2;
        row.progress = RecordProgress::NotFound;
        row.finding.kind = DnsFinding::Kind::Missing;
        if (next != seen.end()) {
            row.progress = next->first;
            row.finding.kind = next->second;
            ++next;
        }
        if (row.progress >= RecordProgress::AtProvider)
            row.authoritativeRight = 2;
        if (row.progress >= RecordProgress::AtResolvers) {
            row.resolversAsked = 8;
            row.resolversRight = 3;
        }
        view.records.append(row);
    }
    return view;
}

} // namespace golive
