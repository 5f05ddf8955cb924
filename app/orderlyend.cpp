#include "orderlyend.h"

#include "deploy/deployment.h"
#include "foundation/clock.h"

#include <QCoreApplication>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds betweenLooks = 50ms;
constexpr int mostLooks = 300; // 15 s: systemd kills after 90, a desktop that logs out sooner

} // namespace

OrderlyEnd::OrderlyEnd(const Deployment &deployment, Clock &clock)
    : m_deployment(deployment)
    , m_clock(clock)
    , m_signal([this](int signal) { end(signal); })
{
}

void OrderlyEnd::end(int signal)
{
    constexpr int bySignal = 128; // as shells report it
    if (!m_deployment.isCreating() || ++m_looks > mostLooks)
        QCoreApplication::exit(bySignal + signal);
    else
        m_clock.callAfter(betweenLooks, this, [this, signal] { end(signal); });
}

} // namespace golive
