#include "foundation/processsecrecy.h"

#include <cstdlib>
#include <cstring>
#include <sys/prctl.h>

namespace golive {

bool keepMemoryPrivate()
{
    // Not by RLIMIT_CORE: programs that this one starts would inherit it, and a core_pattern that is a
    // program gets its dump regardless.
    return prctl(PR_SET_DUMPABLE, 0) == 0;
}

Secret takeFromEnvironment(const char *variable)
{
    char *value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): at the start, before any thread
    if (value == nullptr)
        return {};
    const auto length = std::strlen(value);
    Secret taken {QByteArray(value, static_cast<qsizetype>(length)).trimmed()};
    explicit_bzero(value, length); // this is the block that /proc/PID/environ shows
    unsetenv(variable); // NOLINT(concurrency-mt-unsafe)
    return taken;
}

} // namespace golive
