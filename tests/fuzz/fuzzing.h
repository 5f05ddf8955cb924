#pragma once

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

namespace golive {

/// Ends the fuzzer with the reason, which makes it keep the input.
inline void expect(bool holds, const char *what)
{
    if (holds)
        return;
    std::fputs(what, stderr);
    std::fputc('\n', stderr);
    std::abort();
}

inline QByteArray inputFrom(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

} // namespace golive
