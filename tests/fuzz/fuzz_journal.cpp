#include "deploy/journalfile.h"
#include "fuzz/fuzzing.h"

using namespace golive;

/// A file is ours or it is not; one that is ours means the same after it was written again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto entry = journalEntryFrom(inputFrom(data, size));
    if (!entry)
        return 0;
    expect(!entry->clerkHost.isEmpty() && !entry->plan.applicationId.isEmpty(), "an entry about nothing");
    const QString name = journalFileName(entry->clerkHost, entry->plan.applicationId);
    expect(!name.contains(QLatin1Char('/')) && name.size() < 200, "a name that is no file's");
    auto wanted = *entry;
    wanted.traceIds = wanted.traceIds.mid(std::max<qsizetype>(0, wanted.traceIds.size() - 20));
    const auto again = journalEntryFrom(journalFileOf(*entry));
    expect(again.has_value(), "an entry that was written cannot be read");
    expect(*again == wanted, "an entry changes when it is written and read");
    return 0;
}
