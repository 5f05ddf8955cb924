#include "fuzz/fuzzing.h"
#include "model/credentials/appleprivatekey.h"
#include "model/credentials/googleclient.h"
#include "model/credentials/pemblock.h"
#include "model/credentials/snippet.h"

#include <QJsonDocument>

using namespace golive;

namespace {

OAuthProvider google()
{
    static const OAuthProvider form = providerFrom(QStringLiteral("google"),
                                                   QJsonDocument::fromJson(R"({"properties": {
        "connection_oauth_google": {"properties": {"client_id": {"type": "string"},
            "client_secret": {"type": "string", "x-clerk-sensitive": true}}}}})")
                                                       .object());
    return form;
}

} // namespace

/// Whatever is chosen, dropped or pasted: Google's JSON, a private key, a piece of a file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Secret content(inputFrom(data, size));
    if (const auto client = readGoogleClient(content)) {
        expect(!client->id.isEmpty() && !client->secret.isEmpty(), "a client without an id or a secret");
        (void)gapsOf(*client, {QStringLiteral("https://clerk.example.com/v1/oauth_callback")}, {});
    }
    if (const auto key = readApplePrivateKey(content)) {
        const auto again = readApplePrivateKey(*key);
        expect(again.has_value() && again->reveal() == key->reveal(), "a key that was read changes the second time");
    }
    const QString text = QString::fromUtf8(content.reveal());
    if (const auto blocks = pemBlocksIn(text))
        for (const PemBlock &block : *blocks) {
            expect(block.start >= 0 && block.start < block.end && block.end <= text.size(), "a block outside the text");
            (void)tidied(text, block);
        }
    (void)keyIdFromFileName(text);
    if (looksLikeSnippet(text))
        (void)readSnippet(text, google());
    return 0;
}
