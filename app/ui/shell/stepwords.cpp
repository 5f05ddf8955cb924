#include "ui/shell/stepwords.h"

#include <QCoreApplication>

namespace golive {

QString stepStatusWords(StepStatus status, bool current)
{
    switch (status) {
    case StepStatus::NotYet: return QCoreApplication::translate("golive::StepList", "not yet");
    case StepStatus::ToDo:
        return current ? QCoreApplication::translate("golive::StepList", "now")
                       : QCoreApplication::translate("golive::StepList", "to do");
    case StepStatus::Done: return QCoreApplication::translate("golive::StepList", "done");
    case StepStatus::NeedsYou: return QCoreApplication::translate("golive::StepList", "needs you");
    case StepStatus::WaitingForDns: return QCoreApplication::translate("golive::StepList", "waiting for DNS");
    case StepStatus::WaitingForClerk: return QCoreApplication::translate("golive::StepList", "waiting for Clerk");
    case StepStatus::ViewOnly: return QCoreApplication::translate("golive::StepList", "done, view only");
    }
    Q_UNREACHABLE();
}

StatusTone stepStatusTone(StepStatus status)
{
    switch (status) {
    case StepStatus::NotYet:
    case StepStatus::ToDo: return StatusTone::Neutral;
    case StepStatus::Done:
    case StepStatus::ViewOnly: return StatusTone::Success;
    case StepStatus::NeedsYou: return StatusTone::Warning;
    case StepStatus::WaitingForDns:
    case StepStatus::WaitingForClerk: return StatusTone::Waiting;
    }
    Q_UNREACHABLE();
}

std::optional<Glyph> stepStatusGlyph(StepStatus status)
{
    switch (status) {
    case StepStatus::NotYet:
    case StepStatus::ToDo:
    case StepStatus::NeedsYou: return std::nullopt;
    case StepStatus::Done:
    case StepStatus::ViewOnly: return Glyph::Check;
    case StepStatus::WaitingForDns:
    case StepStatus::WaitingForClerk: return Glyph::Clock;
    }
    Q_UNREACHABLE();
}

} // namespace golive
