#include "fuzz/fuzzing.h"
#include "handover/envdocument.h"
#include "handover/envmerge.h"

#include <QPair>

using namespace golive;

namespace {

QList<EnvVariable> variables()
{
    return {{QStringLiteral("NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY"), Secret("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k"), false},
            {QStringLiteral("CLERK_SECRET_KEY"), Secret("sk_live_0123456789"), true}};
}

/// What the file says about anything but our variables.
QList<QPair<QByteArray, QByteArray>> others(const QByteArray &text)
{
    QList<QPair<QByteArray, QByteArray>> found;
    for (const EnvAssignment &line : envAssignments(text))
        if (line.name != "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY" && line.name != "CLERK_SECRET_KEY")
            found.append({line.name, line.value.reveal()});
    return found;
}

} // namespace

/// Merging into any file keeps what is there, and merging once more changes nothing.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Secret before(inputFrom(data, size));
    const EnvOwner owner {QStringLiteral("clerk.example.com"), QStringLiteral("a-b-12.clerk.accounts.dev")};
    const auto merged = mergeEnvironment(before, variables(), owner);
    if (!merged)
        return 0;
    expect(merged->changes.size() == variables().size(), "a variable that nothing became of");
    expect(others(merged->text.reveal()) == others(before.reveal()), "another variable is lost or changed");
    const auto again = mergeEnvironment(merged->text, variables(), owner);
    expect(again.has_value(), "what was merged is refused");
    expect(again->changesNothing(), "merging once more finds something to change");
    expect(again->text.reveal() == merged->text.reveal(), "merging once more changes the file");
    return 0;
}
