#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace golive {

/// Lets a program end in good order when it is told to: SIGTERM, SIGINT and SIGHUP, unless whoever
/// started it has it ignore them. One at a time.
class TerminationSignal
{
public:
    /// `handler` is called from the event loop with the signal's number.
    explicit TerminationSignal(std::function<void(int)> handler);
    TerminationSignal(const TerminationSignal &) = delete;
    TerminationSignal &operator=(const TerminationSignal &) = delete;
    ~TerminationSignal();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace golive
