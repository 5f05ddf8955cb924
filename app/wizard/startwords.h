#pragma once

#include "foundation/error.h"
#include "wizard/notice.h"

#include <QCoreApplication>

namespace golive {

/// What is said when the program cannot start with what it was given.
class StartWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::StartWords)

public:
    /// What is wrong, and with what: a variable, or a setting in the preferences.
    [[nodiscard]] static Notice problem(const Error &error);
    /// On the button that puts the setting at fault back to its default; empty when that would not help.
    [[nodiscard]] static QString remedy(const Error &error);
    /// For the terminal in which the program was started a second time.
    [[nodiscard]] static QString alreadyOpen();
    /// The program is open already and cannot be brought to the front.
    [[nodiscard]] static Notice otherIsSilent();
    /// Without a window, for the terminal.
    [[nodiscard]] static QString noDisplay();
    /// The same, before there is anything to translate with.
    static constexpr char noDisplayInEnglish[]
        = QT_TRANSLATE_NOOP("golive::StartWords",
                            "Golive found no display to open its window on. Start it within a desktop session; "
                            "“golive check DOMAIN” and “golive --help” need none.");
};

} // namespace golive
