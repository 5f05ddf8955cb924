#pragma once

#include "foundation/error.h"

#include <QString>

namespace golive {

/// A message on a page. It stays until it is dealt with or dismissed.
struct Notice
{
    enum class Tone { None, Information, Success, Warning, Problem };

    Tone tone = Tone::None;
    QString text; ///< what happened and what to do, for people
    QString details; ///< code, trace id and server's sentence, shown only on demand, for support

    [[nodiscard]] bool isEmpty() const { return tone == Tone::None; }

    bool operator==(const Notice &) const = default;
};

} // namespace golive
