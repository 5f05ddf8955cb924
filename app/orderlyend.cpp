#include "orderlyend.h"

#include "foundation/clock.h"
#include "wizard/assistant.h"

#include <QCoreApplication>

#include <utility>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds betweenLooks = 50ms;
constexpr int mostLooks = 300; // 15 s: systemd kills after 90, a desktop that logs out sooner

} // namespace

OrderlyEnd::OrderlyEnd(Assistant &assistant, Clock &clock)
    : m_assistant(assistant)
    , m_clock(clock)
    , m_signal([this](int signal) { end(signal); })
{
}

void OrderlyEnd::end(int signal)
{
    constexpr int bySignal = 128; // as shells report it
    if (!std::exchange(m_begun, true) && m_assistant.deployment().holdsUnkeptKey())
        m_lastAttempt = m_assistant.deployment().keepHeldKey();
    m_assistant.providers.flush();
    const bool mustWait
        = m_assistant.deployment().isCreating() || m_assistant.providers.isKeeping() || !m_lastAttempt.isFinished();
    if (!mustWait || ++m_looks > mostLooks)
        QCoreApplication::exit(bySignal + signal);
    else
        m_clock.callAfter(betweenLooks, this, [this, signal] { end(signal); });
}

} // namespace golive
