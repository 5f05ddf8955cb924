#include "dns/ask/dnsreach.h"

namespace golive {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Outcome = DnsAnswer::Outcome;

constexpr milliseconds directAgainEvery = 60s;
constexpr milliseconds encryptedAgainAfter = 30s;
constexpr qsizetype mostAuthorities = 64; // more than one network needs to be judged by

/// Something came back from where the server is.
bool isHeard(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered:
    case Outcome::Malformed: return true;
    case Outcome::TimedOut:
    case Outcome::PortClosed:
    case Outcome::Unreachable:
    case Outcome::NotAskable:
    case Outcome::NotTrusted:
    case Outcome::OutsideCertificateTime: return false;
    }
    Q_UNREACHABLE();
}

void note(const DnsServer &server, bool heard, QSet<DnsEndpoint> &those, QSet<DnsEndpoint> &others)
{
    (heard ? others : those).remove(endpointOf(server));
    (heard ? those : others).insert(endpointOf(server));
}

DnsTally tallyOf(const QSet<DnsEndpoint> &heard, const QSet<DnsEndpoint> &silent)
{
    return {static_cast<int>(heard.size() + silent.size()), static_cast<int>(heard.size())};
}

} // namespace

void DnsReach::directEnded(const DnsServer &server, DnsManner manner, Outcome outcome)
{
    const bool heard = isHeard(outcome);
    if (outcome == Outcome::NotAskable)
        return;
    if (!server.doh.isEmpty()) {
        note(server, heard, m_heard, m_silent);
    } else if (!manner.recursion) {
        if (m_silentAuthorities.size() + m_heardAuthorities.size() >= mostAuthorities) {
            m_silentAuthorities.clear();
            m_heardAuthorities.clear();
        }
        note(server, heard, m_heardAuthorities, m_silentAuthorities);
    } else {
        return; // may be the network's own, which answers whatever is blocked
    }
    if (heard) {
        m_silent.clear();
        m_blocked = false;
    }
}

void DnsReach::encryptedEnded(const DnsServer &server, Outcome outcome, milliseconds now)
{
    if (outcome == Outcome::NotAskable)
        return;
    const bool heard = outcome == Outcome::Answered; // a page of somebody in between is no answer
    note(server, heard, m_encryptedHeard, m_encryptedSilent);
    if (outcome == Outcome::OutsideCertificateTime)
        m_certificateTimesFail = true;
    if (!heard) {
        m_encryptedAgain = now + encryptedAgainAfter;
        m_blocked = m_blocked && !m_encryptedHeard.isEmpty();
        return;
    }
    m_certificateTimesFail = false;
    m_encryptedAgain = now;
    if (m_blocked || m_silent.size() < silentEnough)
        return;
    m_blocked = true;
    m_nextDirect = now + directAgainEvery;
    m_heard.clear(); // whoever answered did so before the silence, perhaps in another network
    m_heardAuthorities.clear();
}

bool DnsReach::beginsEncrypted(const DnsServer &server, milliseconds now)
{
    if (server.doh.isEmpty())
        return false;
    if (m_intercepted && now >= m_encryptedAgain)
        return true;
    if (!m_blocked)
        return false;
    if (now < m_nextDirect)
        return true;
    m_nextDirect = now + directAgainEvery;
    return false;
}

bool DnsReach::continuesEncrypted(const DnsServer &server, milliseconds now) const
{
    return !server.doh.isEmpty() && m_silent.size() >= silentEnough && now >= m_encryptedAgain;
}

DnsTally DnsReach::resolvers() const
{
    return tallyOf(m_heard, m_silent);
}

DnsTally DnsReach::authorities() const
{
    return tallyOf(m_heardAuthorities, m_silentAuthorities);
}

DnsTally DnsReach::encrypted() const
{
    return tallyOf(m_encryptedHeard, m_encryptedSilent);
}

} // namespace golive
