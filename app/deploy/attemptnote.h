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

} // namespace golive
