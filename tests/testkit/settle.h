#pragma once

#include <QCoreApplication>

namespace golive {

/// Lets everything happen that is already on its way: answers given, handlers called, and what they
/// ask for in turn. For showing that something does not happen.
inline void settle()
{
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
}

} // namespace golive
