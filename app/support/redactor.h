#pragma once

#include <QString>

namespace golive {

/// `text` without anything that looks like a credential (Clerk's keys, tokens, OAuth secrets by their usual prefixes,
/// PEM blocks, what follows `Bearer`) and without the name of the person's home folder. A second line of defence: what
/// goes into a report is chosen so that nothing of the kind is in it.
[[nodiscard]] QString withoutCredentials(QString text, const QString &homeFolder);

} // namespace golive
