#pragma once

#include "support/supportreport.h"

namespace golive {

class Assistant;

/// What a report says of the steps as they are now. The program's own lines, the calls to Clerk and the journal's
/// files are for the caller to add.
[[nodiscard]] SupportFacts supportFacts(Assistant &assistant);

} // namespace golive
