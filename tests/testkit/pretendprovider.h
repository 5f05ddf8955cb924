#pragma once

#include "model/domain.h"
#include "wizard/practicecontrols.h"

namespace golive {

/// A DNS provider on which records only change their word, for tests of the practice panel.
class PretendProvider final : public PracticeControls
{
public:
    [[nodiscard]] QList<PracticeRecord> records() const override { return m_records; }
    void enter(const QString &host, PracticeEntry entry) override
    {
        entered.append(host);
        for (PracticeRecord &record : m_records)
            if (record.host == host)
                record.entry = entry;
        Q_EMIT recordsChanged();
    }

    /// Clerk asks for these now; what was entered for others stays.
    void ask(const QList<DnsRecord> &wanted)
    {
        const QList<PracticeRecord> before = m_records;
        m_records.clear();
        for (const DnsRecord &each : wanted) {
            PracticeRecord record {each.host, each.target, PracticeEntry::Absent};
            for (const PracticeRecord &known : before)
                if (known.host == each.host)
                    record.entry = known.entry;
            m_records.append(record);
        }
        Q_EMIT recordsChanged();
    }

    QStringList entered; ///< hosts, in order

private:
    QList<PracticeRecord> m_records;
};

} // namespace golive
