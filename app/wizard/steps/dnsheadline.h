#pragma once

#include "wizard/steps/dnsstate.h"

namespace golive {

/// Makes the one thing to know of everything that is known, and puts below it what is true besides.
class DnsHeadline
{
    Q_DECLARE_TR_FUNCTIONS(golive::DnsHeadline)

public:
    /// What makes anything said about single records pointless, if something does. Clerk outranks
    /// it: where Clerk sees all records, it is nobody's trouble.
    [[nodiscard]] static std::optional<DnsFinding> silencing(const DnsSituation &situation);

    /// Sets everything about the domain as a whole. The rows are there already.
    static void addTo(DnsState &state, const DnsSituation &situation);

private:
    static void addMissingDomain(DnsState &state, const DeployFacts &facts);
    static void addWords(DnsState &state, const DnsSituation &situation);
    static void addTrouble(DnsState &state, const DnsFinding &finding, const DnsSituation &situation);
    static void addAllRight(DnsState &state);
    static void addCounts(DnsState &state);
    static void addDelay(DnsState &state, const DnsSituation &situation);
    static void addFurtherFindings(DnsState &state, const DnsSituation &situation);
    [[nodiscard]] static QString counted(const DnsState &state);
    [[nodiscard]] static QString stillMissing(int missing, int total);
    [[nodiscard]] static QString addThemWhere(const DnsState &state);
};

} // namespace golive
