#include "model/hostname.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace golive {
namespace {

using Kind = DomainProblem::Kind;

constexpr qsizetype longestInput = 4096; // far beyond any address; keeps a pasted book from costing time
constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestName = 253;

tl::unexpected<DomainProblem> problem(Kind kind, const QString &part = {})
{
    return tl::unexpected<DomainProblem>({kind, part});
}

/// Without the characters that text brings along from chats, mails and browsers.
QString withoutWrapping(const QString &typed)
{
    static const QRegularExpression invisible(QStringLiteral("[\\x{200B}\\x{200E}\\x{200F}\\x{2060}\\x{FEFF}]"));
    static const QRegularExpression wrapping(QStringLiteral("^[\\s\"'`<(]+|[\\s\"'`>),;]+$"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression otherDots(QStringLiteral("[\\x{3002}\\x{FF0E}\\x{FF61}]")); // RFC 3490, 3.1
    return typed.left(longestInput).remove(invisible).remove(wrapping).replace(otherDots, QStringLiteral("."));
}

struct Authority
{
    QString text;
    bool fromUrl = false;
};

/// What stands between the scheme and the path, if any.
Authority authorityOf(const QString &text)
{
    static const QRegularExpression scheme(QStringLiteral("^(?:[a-z][a-z0-9+.-]*:)?[/\\\\]{2}"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression rest(QStringLiteral("[/\\\\?#].*$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto found = scheme.match(text);
    return {text.mid(found.capturedLength()).remove(rest), found.hasMatch()};
}

/// A name whose last label is a number is an IPv4 address or a broken one, to every browser.
/// https://url.spec.whatwg.org/#ends-in-a-number-checker
bool isIpAddress(const QString &host)
{
    static const QRegularExpression v4(QStringLiteral("^(?:[^.:]*\\.)*(?:[0-9]+|0x[0-9a-f]*)\\.?(?::[0-9]*)?$"),
                                       QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression v6(
        QStringLiteral("^(?:\\[.*\\](?::[0-9]*)?|[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*(?:%.*)?)$"),
        QRegularExpression::CaseInsensitiveOption);
    return v4.match(host).hasMatch() || v6.match(host).hasMatch();
}

/// Both halves of `host:port`; nothing when what follows the colon is no port.
std::optional<QString> withoutPort(const QString &host)
{
    static const QRegularExpression port(QStringLiteral(":[0-9]{0,5}$"));
    const QString bare = QString(host).remove(port);
    return bare.contains(QLatin1Char(':')) ? std::nullopt : std::optional(bare);
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar each) { return each.unicode() < 0x80; });
}

/// QUrl answers the same nothing for a label that is too long and one that cannot be.
Kind whyNotEncoded(const QString &label)
{
    const bool isWordLike = std::all_of(label.cbegin(), label.cend(), [](QChar each) {
        return each.isLetterOrNumber() || each.isMark() || each.isSurrogate() || each == QLatin1Char('-');
    });
    return isWordLike && label.size() >= longestLabel / 4 ? Kind::LabelTooLong : Kind::NotADomain;
}

/// An encoded label that stands for something. https://www.rfc-editor.org/rfc/rfc3492
bool isDecodable(const QString &label)
{
    const QString decoded = QUrl::fromAce(label.toLatin1(), QUrl::IgnoreIDNWhitelist);
    return decoded != label && QString::fromLatin1(QUrl::toAce(decoded, QUrl::IgnoreIDNWhitelist)) == label;
}

tl::expected<QString, DomainProblem> asciiLabel(const QString &label)
{
    static const QRegularExpression characters(QStringLiteral("^[a-z0-9_-]+$"));
    if (label.isEmpty() || label.startsWith(QLatin1Char('-')) || label.endsWith(QLatin1Char('-'))
        || label.contains(QLatin1Char('_')))
        return problem(Kind::BadLabel, label);

    const QString ascii
        = isAscii(label) ? label.toLower() : QString::fromLatin1(QUrl::toAce(label, QUrl::IgnoreIDNWhitelist));
    if (ascii.isEmpty())
        return problem(whyNotEncoded(label), label);
    if (!characters.match(ascii).hasMatch())
        return problem(Kind::NotADomain, label);
    if (ascii.size() > longestLabel)
        return problem(Kind::LabelTooLong, label);
    if (ascii.startsWith(QLatin1String("xn--")) && !isDecodable(ascii))
        return problem(Kind::BadLabel, label);
    return ascii;
}

tl::expected<QString, DomainProblem> asciiName(const QString &host)
{
    QStringList labels;
    const QStringList typedLabels = host.split(QLatin1Char('.'));
    for (const QString &label : typedLabels) {
        auto ascii = asciiLabel(label);
        if (!ascii)
            return tl::unexpected(std::move(ascii).error());
        labels.append(*std::move(ascii));
    }
    const QString name = labels.join(QLatin1Char('.'));
    if (labels.size() == 1)
        return problem(Kind::SingleLabel, name);
    if (name.size() > longestName)
        return problem(Kind::NameTooLong, name);
    return name;
}

} // namespace

tl::expected<QString, DomainProblem> hostNameFrom(const QString &typed)
{
    static const QRegularExpression space(QStringLiteral("\\s"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression mailTo(QStringLiteral("^mailto:"), QRegularExpression::CaseInsensitiveOption);
    const QString text = withoutWrapping(typed);
    if (text.isEmpty())
        return problem(Kind::Empty);

    auto [host, fromUrl] = authorityOf(QString(text).remove(mailTo));
    if (host.contains(space))
        return problem(Kind::NotADomain, text.left(longestName));
    if (host.contains(QLatin1Char('@'))) {
        host = host.section(QLatin1Char('@'), -1);
        if (!fromUrl)
            return problem(Kind::EmailAddress, host);
    }
    if (isIpAddress(host))
        return problem(Kind::IpAddress, host);
    const std::optional<QString> bare = withoutPort(host);
    if (!bare || bare->isEmpty())
        return problem(Kind::NotADomain, text.left(longestName));
    return asciiName(bare->endsWith(QLatin1Char('.')) ? bare->chopped(1) : *bare);
}

} // namespace golive
