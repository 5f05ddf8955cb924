#include "dns/watch/dnsschedule.h"

#include <algorithm>

namespace golive {

using namespace std::chrono_literals;

std::optional<std::chrono::milliseconds> pollDelay(std::chrono::milliseconds waiting, bool sparing)
{
    struct Phase
    {
        std::chrono::milliseconds until;
        std::chrono::milliseconds delay;
    };
    static constexpr Phase phases[] = {{2min, 2s}, {10min, 5s}, {30min, 15s}, {2h, 60s}};
    constexpr int sparingFactor = 4;

    for (const Phase &phase : phases)
        if (waiting < phase.until)
            return sparing ? phase.delay * sparingFactor : phase.delay;
    return std::nullopt;
}

std::chrono::milliseconds resolverDelay(std::optional<std::chrono::seconds> remembered,
                                        std::chrono::milliseconds jitter)
{
    constexpr std::chrono::milliseconds shortest = 5s;
    constexpr std::chrono::milliseconds longest = 60s;
    return std::clamp(remembered.value_or(30s) + jitter, shortest, longest);
}

std::chrono::milliseconds zoneDelay(std::chrono::milliseconds delay, bool notRegistered)
{
    const std::chrono::milliseconds least = notRegistered ? 60s : 15s;
    return std::max(delay, least);
}

} // namespace golive
