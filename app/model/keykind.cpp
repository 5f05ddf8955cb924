#include "model/keykind.h"

#include "model/credentials/credentialtext.h"

#include <QRegularExpression>

#include <array>
#include <optional>

namespace golive {
namespace {

constexpr qsizetype longestInput = 65536;

struct Form
{
    KeyKind kind;
    QRegularExpression pattern;
};

/// In the order in which they are looked for. The look-behind keeps `ak_` from being found inside a word.
const std::array<Form, 10> &forms()
{
    const auto form = [](KeyKind kind, const char *pattern) {
        return Form {kind, QRegularExpression(QStringLiteral("(?<![A-Za-z0-9_-])") + QString::fromLatin1(pattern))};
    };
    static const std::array<Form, 10> known {
        form(KeyKind::Platform, R"(ak_[A-Za-z0-9_-]+(?![A-Za-z0-9_-]|[*.\x{2022}]{2}|\x{2026}))"),
        form(KeyKind::Pem, R"(-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$))"),
        form(KeyKind::Masked, R"((?:ak_|[sp]k_(?:test|live)_|whsec_)[A-Za-z0-9_-]*(?:[*.\x{2022}]{2,}|\x{2026})\S*)"),
        form(KeyKind::SecretLive, "sk_live_[A-Za-z0-9_-]+"),
        form(KeyKind::SecretTest, "sk_test_[A-Za-z0-9_-]+"),
        form(KeyKind::PublishableLive, "pk_live_[A-Za-z0-9_+/=-]+"),
        form(KeyKind::PublishableTest, "pk_test_[A-Za-z0-9_+/=-]+"),
        form(KeyKind::Webhook, "whsec_[A-Za-z0-9_+/=-]+"),
        form(KeyKind::LegacyLive, "live_[A-Za-z0-9]+"),
        form(KeyKind::LegacyTest, "test_[A-Za-z0-9]+"),
    };
    return known;
}

bool isInvisible(QChar letter)
{
    const char16_t code = letter.unicode();
    return code == 0 || code == 0x00AD || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E)
        || code == 0x2060 || code == 0xFEFF;
}

/// Without what nobody sees, and without space around it; in one buffer, so that nothing of it stays behind unwiped.
SensitiveText visibleIn(const QString &pasted)
{
    const QStringView start = QStringView(pasted).left(longestInput);
    QString text;
    text.reserve(start.size());
    for (const QChar letter : start)
        if (!isInvisible(letter) && !(text.isEmpty() && letter.isSpace()))
            text.append(letter);
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return SensitiveText(std::move(text));
}

bool isHost(const QString &text)
{
    static const QRegularExpression host(QStringLiteral("^[a-zA-Z0-9.-]+$"));
    return host.match(text).hasMatch();
}

} // namespace

RecognisedKey recogniseKey(const QString &pasted)
{
    const SensitiveText visible = visibleIn(pasted);
    const QString &text = visible.text();
    if (text.isEmpty())
        return {};

    std::optional<RecognisedKey> found;
    qsizetype position = text.size();
    for (const Form &form : forms()) {
        const auto match = form.pattern.match(text);
        if (!match.hasMatch() || match.capturedStart() >= position)
            continue;
        position = match.capturedStart();
        found = {form.kind, Secret(match.capturedView().toUtf8())};
        if (form.kind == KeyKind::Platform)
            break;
    }
    return found.value_or(RecognisedKey {KeyKind::Unknown, Secret(text.toUtf8())});
}

QString publishableKeyHost(const QString &publishableKey)
{
    static const QRegularExpression form(QStringLiteral("^pk_(?:test|live)_([A-Za-z0-9_+/-]+)={0,2}$"));
    const auto match = form.match(publishableKey.trimmed());
    if (!match.hasMatch())
        return {};
    QByteArray encoded = match.captured(1).toLatin1();
    encoded.replace('-', '+').replace('_', '/');
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    const QString text = QString::fromLatin1(decoded.decoded);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok || !text.endsWith(QLatin1Char('$')))
        return {};
    const QString host = text.chopped(1);
    return isHost(host) ? host : QString();
}

QString publishableKeyFor(const QString &host)
{
    return QStringLiteral("pk_live_") + QString::fromLatin1((host + QLatin1Char('$')).toLatin1().toBase64());
}

} // namespace golive
