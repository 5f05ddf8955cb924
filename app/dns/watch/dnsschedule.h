#pragma once

#include <chrono>
#include <optional>

namespace golive {

/// How long to wait before the zone's servers are asked again, `waiting` after the person began to
/// wait: often at first, then less and less; never again by itself after two hours. When `sparing`,
/// as a hidden window is, four times less often.
[[nodiscard]] std::optional<std::chrono::milliseconds> pollDelay(std::chrono::milliseconds waiting, bool sparing);

/// How long to wait before a resolver that remembers something else for `remembered` is asked
/// again: until it forgets, and `jitter` more, but at least 5 s and, since one address has many
/// caches behind it, at most 60 s.
[[nodiscard]] std::chrono::milliseconds resolverDelay(std::optional<std::chrono::seconds> remembered,
                                                      std::chrono::milliseconds jitter);

/// How long to wait before names and servers of the zone are looked up again, while `delay` is the
/// one of the records. An unregistered name is remembered as such by resolvers; there is no hurry.
[[nodiscard]] std::chrono::milliseconds zoneDelay(std::chrono::milliseconds delay, bool notRegistered);

} // namespace golive
