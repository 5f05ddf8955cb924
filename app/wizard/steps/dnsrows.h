#pragma once

#include "wizard/steps/dnsstate.h"

namespace golive {

/// Makes one record's line of what is known about it.
class DnsRows
{
    Q_DECLARE_TR_FUNCTIONS(golive::DnsRows)

public:
    /// `silenced`: something about the whole domain or the network is in the way.
    [[nodiscard]] static DnsRow rowOf(const DnsRecord &record, const DnsSituation &situation, bool silenced);

    /// Nothing is left to do for the person.
    [[nodiscard]] static bool isRight(DnsRow::Standing standing);
    /// Optional records count only where Clerk requires none at all.
    [[nodiscard]] static bool counts(const DnsRow &row, const QList<DnsRow> &all);

private:
    [[nodiscard]] static QString wordFor(DnsRow::Standing standing);
    static void addDiagnosis(DnsRow &row, const RecordView &view, const DnsSituation &situation);
    static void addClerksView(DnsRow &row, const DnsSituation &situation);
    [[nodiscard]] static DnsAnswerRow answerRow(const RecordAnswer &answer);
};

} // namespace golive
