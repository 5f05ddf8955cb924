#pragma once

#include "deploy/deployjournal.h"
#include "deploy/instancecreator.h"
#include "foundation/result.h"

namespace golive {

/// What the journal remembers of an attempt to create the production instance. `attemptedBefore`: when the attempt
/// before this one was made; it counts again when nothing was sent this time.
void noteAttempt(JournalEntry &entry, const Result<CreationOutcome> &result, const QDateTime &attemptedBefore,
                 const QDateTime &now);

/// What the facts say of the production instance, however it came about; ticks for another one are taken out.
void noteInstance(JournalEntry &entry, const DeployFacts &facts);

/// Whether the instance was asked for from here and its key was never kept: the answer was lost, and the program ended
/// before it had asked again. False while the keychain cannot be looked at.
[[nodiscard]] bool lacksKeyOfAttempt(const JournalEntry &entry, const DeployFacts &facts);

} // namespace golive
