#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/watch/recordwatch.h"

#include <memory>

namespace golive {

class Clock;
class DnsClient;

/// Watches the records of one domain, as live as is harmless: the zone's own servers first, public
/// resolvers only when there is something to see (asking early would plant "does not exist" in
/// their caches), slower when nobody is looking.
class DnsWatch final : public RecordWatch
{
    Q_OBJECT

public:
    DnsWatch(DnsClient &client, Clock &clock, DnsSettings settings, QObject *parent = nullptr);
    ~DnsWatch() override;

    [[nodiscard]] const View &view() const override;

    void setRecords(const QString &domain, const QList<DnsRecord> &records) override;
    void setClerkStatus(const DomainStatus &status) override;

    void start() override;
    void stop() override;
    void lookNow() override;
    void cameBack() override;
    void setVisible(bool visible) override;
    void setSavingPower(bool saving) override;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace golive
