#include "dns/ask/dnspace.h"

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds budgetSpan = 1000ms;
constexpr int troublesInARow = 2; // one may be a lost datagram
constexpr milliseconds recoversAfter = 10s; // without trouble
constexpr milliseconds worthMentioningAfter = 30s;
constexpr qsizetype mostRemembered = 512; // servers; whole lists of domains may be checked in one go

} // namespace

milliseconds DnsPace::waitBefore(const DnsServer &server, milliseconds now)
{
    if (m_paces.size() >= mostRemembered && !m_paces.contains(endpointOf(server)))
        forgetTheIdle(now);
    Pace &pace = m_paces[endpointOf(server)];
    pace.server = server;
    const milliseconds span = spanOf(pace);
    pace.asked.removeIf([&](milliseconds then) { return then + span <= now; });
    if (pace.asked.size() >= mostPerSecond)
        return pace.asked.at(pace.asked.size() - mostPerSecond) + span - now;
    pace.asked.append(now);
    return 0ms;
}

void DnsPace::ended(const DnsAnswer &answer, milliseconds now)
{
    const auto known = m_paces.find(endpointOf(answer.server));
    if (known == m_paces.end())
        return;
    Pace &pace = *known;
    if (answer.conclusive()) {
        pace.answeredBefore = true;
        pace.troubles = 0;
        if (pace.slowSince && now - pace.lastTrouble >= recoversAfter)
            pace.slowSince.reset();
        return;
    }
    const bool refuses = answer.answered() && answer.message.rcode == DnsRcode::Refused;
    const bool isTrouble = refuses || answer.outcome == DnsAnswer::Outcome::TimedOut;
    if (!pace.answeredBefore || !isTrouble)
        return;
    pace.lastTrouble = now;
    if (++pace.troubles >= troublesInARow && !pace.slowSince) {
        pace.slowSince = now;
        pace.refused = false;
    }
    pace.refused = pace.refused || refuses;
}

QList<DnsServer> DnsPace::slowed(milliseconds now) const
{
    QList<DnsServer> servers;
    for (const Pace &pace : m_paces)
        if (pace.slowSince && pace.refused && now - *pace.slowSince > worthMentioningAfter)
            servers.append(pace.server);
    std::sort(servers.begin(), servers.end(),
              [](const DnsServer &a, const DnsServer &b) { return describe(a) < describe(b); });
    return servers;
}

milliseconds DnsPace::spanOf(const Pace &pace)
{
    return pace.slowSince ? budgetSpan * slowFactor : budgetSpan;
}

void DnsPace::forgetTheIdle(milliseconds now)
{
    m_paces.removeIf([now](const std::pair<const DnsEndpoint &, Pace &> &each) {
        const QList<milliseconds> &asked = each.second.asked;
        return asked.isEmpty() || asked.constLast() + budgetSpan * slowFactor <= now;
    });
}

} // namespace golive
