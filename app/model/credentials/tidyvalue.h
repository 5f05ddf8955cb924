#pragma once

#include "model/credentials/credentialhint.h"

#include <QList>

namespace golive {

/// A value without what came along when it was copied.
struct TidyValue
{
    QString value;
    QList<CredentialHint::Kind> faults; ///< Surrounded, Prefixed, Broken: those that were found
};

/// Takes off white space, quotes, commas, invisible characters, `Bearer `, a variable's name, and line ends
/// within. Never leaves nothing of something, and leaves a value alone that it does not understand.
[[nodiscard]] TidyValue tidyValue(const QString &value);

/// Dots or stars in place of the characters.
[[nodiscard]] bool isMasked(const QString &value);

/// Text that stands for a value to be filled in, or names the variable that holds it.
[[nodiscard]] bool isPlaceholder(const QString &value);

} // namespace golive
