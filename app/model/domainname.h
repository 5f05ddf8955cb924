#pragma once

#include "foundation/result.h"

#include <QString>

namespace golive {

/// Why a text is not a domain that can carry a production instance.
struct DomainProblem
{
    enum class Kind {
        Empty,
        NotADomain, ///< characters or shape no host name has
        SingleLabel, ///< `localhost`, `example`
        IpAddress,
        EmailAddress,
        LabelTooLong, ///< over 63 octets in ASCII form (RFC 1035)
        NameTooLong, ///< over 253 characters in ASCII form
        BadLabel, ///< a label starts or ends with a hyphen, is empty, or has an underscore
        PublicSuffix, ///< `com`, `co.uk`: nobody's own
        HostingProvider, ///< `shop.vercel.app`: belongs to the hosting provider
    };

    Kind kind = Kind::NotADomain;
    QString part; ///< the label, suffix or provider the problem is about

    bool operator==(const DomainProblem &) const = default;
};

/// A host name a production instance can live on, in lower-case ASCII form. If you hold one, it
/// is well formed and lies below a public suffix (publicsuffix.org, ICANN part) that is nobody's hosting.
class DomainName
{
public:
    /// Understands a pasted URL, port, path, upper case, a final dot, spaces around it and an
    /// international name. A leading `www.` is kept: hasWww() tells.
    [[nodiscard]] static tl::expected<DomainName, DomainProblem> parse(const QString &typed);

    [[nodiscard]] const QString &ascii() const { return m_ascii; }
    /// As people write it: `bücher.example`.
    [[nodiscard]] QString unicode() const;
    /// The part that can be registered: `example.co.uk` of `shop.example.co.uk`.
    [[nodiscard]] QString registrable() const;
    [[nodiscard]] bool isSubdomain() const { return m_ascii != registrable(); }
    /// True for `www.example.com`, but not for somebody's own `www.com`.
    [[nodiscard]] bool hasWww() const { return m_ascii.startsWith(QLatin1String("www.")) && isSubdomain(); }
    [[nodiscard]] DomainName withoutWww() const;
    [[nodiscard]] bool isInternational() const { return m_ascii.contains(QLatin1String("xn--")); }
    /// True when one label mixes writing systems, as a look-alike does: Cyrillic among Latin letters.
    [[nodiscard]] bool mixesScripts() const;
    /// False for a top-level domain that the public suffix list does not have: perhaps a typing mistake.
    [[nodiscard]] bool hasKnownTopLevel() const;

    bool operator==(const DomainName &) const = default;

private:
    explicit DomainName(QString ascii)
        : m_ascii(std::move(ascii))
    {
    }

    QString m_ascii;
};

} // namespace golive
