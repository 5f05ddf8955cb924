#pragma once

#include "foundation/secret.h"

namespace golive {

/// Keeps this process's memory out of core dumps and away from other programs of the same person
/// (prctl(2), PR_SET_DUMPABLE; core(5)). To be called before there is a secret to lose. False when
/// the system refuses; the program works all the same.
bool keepMemoryPrivate();

/// Takes a variable out of the environment, so that neither the programs that this one starts nor
/// anybody who looks at /proc finds it there. Empty when it is not set. Call it before other threads exist.
[[nodiscard]] Secret takeFromEnvironment(const char *variable);

} // namespace golive
