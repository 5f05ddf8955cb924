#pragma once

#include "check/checkoptions.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace golive {

/// What the command line asks for.
struct Options
{
    enum class Task {
        Assist, ///< open the assistant
        Check, ///< check DNS records, without a display
        Report, ///< write a report for support, without a display
        Reset, ///< remove preferences and notes, without a display
        Tour, ///< walk through a practice deployment and take pictures
        PrintAndLeave, ///< `output` is all there is to do, with `exitCode`
    };

    Task task = Task::Assist;
    bool practice = false;
    QString configDir; ///< of preferences and notes; empty: as usual
    bool confirmed = false; ///< a Reset need not ask
    QString tourFolder;
    QString reportFile;
    QString language; ///< such as `de`; empty: as preferred
    bool screenSharing = false; ///< covers keys, ids and addresses from the start
    std::optional<ThemeChoice> theme; ///< none: as preferred
    std::optional<QSize> size; ///< of the window; none: as it was left
    CheckOptions check;
    QString output;
    int exitCode = 0;
};

/// Needs no application object, so that --help and --version work without a display. Wrong usage
/// becomes PrintAndLeave with exit code 2.
[[nodiscard]] Options parseOptions(const QStringList &arguments);

} // namespace golive
