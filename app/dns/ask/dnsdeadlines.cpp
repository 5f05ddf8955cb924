#include "dns/ask/dnsdeadlines.h"

#include "foundation/clock.h"

#include <QObject>

#include <algorithm>
#include <utility>

namespace golive {

using std::chrono::milliseconds;

DnsDeadlines::Wait::Wait(DnsDeadlines &deadlines, Key key)
    : m_deadlines(&deadlines)
    , m_key(std::move(key))
{
}

DnsDeadlines::Wait::Wait(Wait &&other) noexcept
    : m_deadlines(std::exchange(other.m_deadlines, nullptr))
    , m_key(std::move(other.m_key))
{
}

DnsDeadlines::Wait &DnsDeadlines::Wait::operator=(Wait &&other) noexcept
{
    if (this != &other) {
        giveUp();
        m_deadlines = std::exchange(other.m_deadlines, nullptr);
        m_key = std::move(other.m_key);
    }
    return *this;
}

void DnsDeadlines::Wait::giveUp()
{
    if (m_deadlines)
        std::exchange(m_deadlines, nullptr)->take(m_key);
}

DnsDeadlines::DnsDeadlines(Clock &clock)
    : m_clock(clock)
{
}

DnsDeadlines::~DnsDeadlines() = default;

DnsDeadlines::Wait DnsDeadlines::after(milliseconds time, std::function<void()> work)
{
    const Key key {m_clock.elapsed() + time, m_next++};
    m_work.emplace(key, std::move(work));
    arm();
    return {*this, key};
}

/// The alarm stays where others wait, even for later: most waits are given up, and setting it is what costs.
void DnsDeadlines::take(const Key &key)
{
    m_work.erase(key);
    if (m_work.empty())
        m_alarm.reset();
}

void DnsDeadlines::arm()
{
    if (m_work.empty())
        return;
    const milliseconds earliest = m_work.cbegin()->first.first;
    if (m_alarm && m_rings <= earliest)
        return;
    m_rings = earliest;
    m_alarm = std::make_unique<QObject>();
    m_clock.callAfter(std::max(earliest - m_clock.elapsed(), milliseconds(0)), m_alarm.get(), [this] { rang(); });
}

/// A timer of the system may ring a little early; then it is set again.
void DnsDeadlines::rang()
{
    m_alarm.release()->deleteLater(); // whose timer this is called from
    const milliseconds now = m_clock.elapsed();
    while (!m_work.empty() && m_work.cbegin()->first.first <= now)
        m_work.extract(m_work.cbegin()).mapped()();
    arm();
}

} // namespace golive
