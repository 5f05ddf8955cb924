#pragma once

#include "dns/watch/recordwatch.h"

namespace golive {

/// A watch that sees what it is told to see, and remembers what was asked of it.
class ToldWatch final : public RecordWatch
{
public:
    [[nodiscard]] const View &view() const override { return m_view; }

    void setRecords(const QString &domain, const QList<DnsRecord> &records) override
    {
        watchedDomain = domain;
        watchedRecords = records;
    }
    void setClerkStatus(const DomainStatus &status) override { clerkStatus = status; }
    void start() override { running = true; }
    void stop() override { running = false; }
    void lookNow() override { ++looks; }
    void cameBack() override { ++returns; }
    void setVisible(bool wanted) override { visible = wanted; }
    void setSavingPower(bool wanted) override { savingPower = wanted; }

    void see(const View &view)
    {
        m_view = view;
        Q_EMIT viewChanged();
    }

    QString watchedDomain;
    QList<DnsRecord> watchedRecords;
    DomainStatus clerkStatus;
    bool running = false;
    bool visible = true;
    bool savingPower = false;
    int looks = 0;
    int returns = 0;

private:
    View m_view;
};

} // namespace golive
