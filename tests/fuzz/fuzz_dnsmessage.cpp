#include "dns/wire/dnsmessage.h"
#include "fuzz/fuzzing.h"

namespace {

using golive::decodeDns;
using golive::DnsMessage;
using golive::encodeDns;
using golive::expect;

constexpr qsizetype mostlyShort = 1024;

} // namespace

/// Reads anything without harm; and what was read means the same after it was written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray wire = golive::inputFrom(data, size);
    const std::optional<DnsMessage> message = decodeDns(wire);
    if (!message)
        return 0;
    const std::optional<QByteArray> written = encodeDns(*message);
    if (!written) { // names that must not be compressed (DNAME) may have made a long one too long
        expect(wire.size() > mostlyShort, "a message that was read cannot be written");
        return 0;
    }
    const std::optional<DnsMessage> again = decodeDns(*written);
    expect(again.has_value(), "a message that was written cannot be read");
    expect(*again == *message, "a message changes when it is written and read");
    expect(encodeDns(*again) == written, "a message is written differently the second time");
    return 0;
}
