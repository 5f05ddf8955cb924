#pragma once

#include <array>

namespace golive {

/// The steps in the order a person meets them.
enum class Step {
    Start,
    Connect,
    Application,
    Settings,
    Domain,
    Create,
    Providers,
    Dns,
    Compare,
    GoLive,
    HandOver,
    Summary,
};

inline constexpr std::array allSteps {Step::Start,   Step::Connect, Step::Application, Step::Settings,
                                      Step::Domain,  Step::Create,  Step::Providers,   Step::Dns,
                                      Step::Compare, Step::GoLive,  Step::HandOver,    Step::Summary};

/// What the step list says about a step, in words and never by colour alone.
enum class StepStatus {
    NotYet, ///< cannot be opened yet
    ToDo, ///< open, nothing done
    Done,
    NeedsYou, ///< open, and something only the person can do is missing
    WaitingForDns, ///< open; the world has to catch up
    WaitingForClerk, ///< open; nothing left for the person to do
    ViewOnly, ///< done and final: the instance was created from it
};

} // namespace golive
