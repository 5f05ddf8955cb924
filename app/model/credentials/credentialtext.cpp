#include "model/credentials/credentialtext.h"

#include "foundation/wiping.h"
#include "model/credentials/credentialfile.h"

#include <QStringDecoder>

#include <algorithm>
#include <cstring>

namespace golive {
namespace {

using Kind = ImportFault::Kind;

/// Latin letters in UTF-16 are every other byte zero, and only those.
bool looksLikeUtf16(const QByteArray &content)
{
    if (content.startsWith("\xff\xfe") || content.startsWith("\xfe\xff"))
        return true;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < content.size(); ++i)
        zeros[i % 2] += content[i] == '\0' ? 1 : 0;
    const auto [fewer, more] = std::minmax(zeros[0], zeros[1]);
    return content.size() >= 4 && content.size() % 2 == 0 && fewer == 0 && more > content.size() / 4;
}

bool isControl(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v')
        || code == 0x7f;
}

} // namespace

SensitiveText::~SensitiveText()
{
    wipe(m_text);
}

Imported<SensitiveText> textOf(const Secret &content)
{
    const QByteArray &bytes = content.reveal();
    if (bytes.size() > largestCredentialFile)
        return importFault(Kind::TooLarge);
    if (looksLikeUtf16(bytes))
        return importFault(Kind::Utf16);
    if (std::any_of(bytes.cbegin(), bytes.cend(), isControl))
        return importFault(Kind::Binary);
    // Without a state: what is cut in the middle of a letter is an error. The byte order mark is left out.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    SensitiveText text(decoder(bytes));
    if (decoder.hasError())
        return importFault(Kind::OtherEncoding);
    const auto isSpace = [](QChar each) { return each.isSpace(); };
    if (std::all_of(text.text().cbegin(), text.text().cend(), isSpace))
        return importFault(Kind::Empty);
    return text;
}

QJsonDocument jsonOf(const SensitiveText &text, QJsonParseError &error)
{
    const Secret json(text.text().trimmed().toUtf8()); // overwritten at the end
    return QJsonDocument::fromJson(json.reveal(), &error);
}

} // namespace golive
