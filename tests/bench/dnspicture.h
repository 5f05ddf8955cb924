#pragma once

#include "dns/ask/dnsclient.h"
#include "dns/watch/dnswatch.h"
#include "foundation/clock.h"
#include "testkit/dnsworld.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>

namespace golive {

/// One look at one domain of the DNS world, and how long its parts take.
class DnsPicture
{
public:
    explicit DnsPicture(const QString &domain)
        : m_domain(domain)
        , m_watch(m_client, m_clock, {DnsWorld::resolvers()})
    {
    }

    /// The records Clerk asks for in general.
    void wantRecords()
    {
        const auto record = [this](const char *host, const char *target) {
            return DnsRecord {QLatin1String(host) + QLatin1Char('.') + m_domain, QString::fromLatin1(target), true};
        };
        m_watch.setRecords(
            m_domain,
            {record("clerk", "frontend-api.clerk.services"), record("accounts", "accounts.clerk.services"),
             record("clkmail", "mail.token.clerk.services"), record("clk._domainkey", "dkim1.token.clerk.services"),
             record("clk2._domainkey", "dkim2.token.clerk.services")});
    }
    /// The domain alone, as it is known before the records are.
    void wantZone() { m_watch.setRecords(m_domain, {}); }

    [[nodiscard]] DnsWatch &watch() { return m_watch; }
    [[nodiscard]] const DnsClient &client() const { return m_client; }

    /// Milliseconds until `reached` holds, looked at whenever something is new; a large number when it never does.
    double timeUntil(const std::function<bool()> &reached)
    {
        QElapsedTimer timer;
        timer.start();
        QEventLoop loop;
        const auto look = [&] {
            if (reached())
                loop.quit();
        };
        const auto listening = QObject::connect(&m_watch, &RecordWatch::viewChanged, &loop, look);
        QTimer::singleShot(tooLong, &loop, &QEventLoop::quit);
        if (!reached())
            loop.exec();
        QObject::disconnect(listening);
        return double(timer.nsecsElapsed()) / 1e6;
    }

    /// Cells of the table that hold an answer of a zone's own server, no older than `since`.
    [[nodiscard]] qsizetype cellsOfZone(const QDateTime &since = {}) const
    {
        return cells(RecordAnswer::Role::Authoritative, since);
    }
    [[nodiscard]] qsizetype cellsOfResolvers() const { return cells(RecordAnswer::Role::Resolver, {}); }
    [[nodiscard]] bool isQuiet() const { return !m_watch.view().looking; }

    static constexpr std::chrono::seconds tooLong {20};

private:
    [[nodiscard]] qsizetype cells(RecordAnswer::Role role, const QDateTime &since) const
    {
        qsizetype count = 0;
        for (const RecordView &record : m_watch.view().records)
            count += std::count_if(record.answers.begin(), record.answers.end(), [&](const RecordAnswer &each) {
                return each.role == role && each.answered && (!since.isValid() || each.askedAt >= since);
            });
        return count;
    }

    QString m_domain;
    SystemClock m_clock;
    DnsClient m_client {m_clock};
    DnsWatch m_watch;
};

} // namespace golive
