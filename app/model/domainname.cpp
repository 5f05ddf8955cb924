#include "model/domainname.h"

#include "model/hostname.h"
#include "model/publicsuffix.h"

#include <QSet>
#include <QUrl>

namespace golive {
namespace {

using Kind = DomainProblem::Kind;

/// Top-level domains that never lead to a server on the internet: RFC 6761, 6762, 7686, 9476, and
/// ICANN's for private use. `example` and `test` are as private, but practice lives there.
bool isOutsideTheInternet(const QString &name)
{
    static const QSet<QString> topLevels {
        QStringLiteral("localhost"), QStringLiteral("local"), QStringLiteral("onion"),
        QStringLiteral("internal"),  QStringLiteral("alt"),   QStringLiteral("arpa"),
    };
    return topLevels.contains(name.section(QLatin1Char('.'), -1));
}

/// Japanese and Korean are written in several scripts, which is no disguise.
bool isEastAsian(QChar::Script script)
{
    static const QSet<int> scripts {QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Katakana,
                                    QChar::Script_Hangul, QChar::Script_Bopomofo};
    return scripts.contains(script);
}

bool isMixed(const QString &label)
{
    QSet<int> scripts;
    const auto characters = label.toUcs4();
    for (const uint each : characters) {
        const QChar::Script script = QChar::script(each);
        if (script != QChar::Script_Common && script != QChar::Script_Inherited && !isEastAsian(script))
            scripts.insert(script);
    }
    return scripts.size() > 1;
}

} // namespace

tl::expected<DomainName, DomainProblem> DomainName::parse(const QString &typed)
{
    auto host = hostNameFrom(typed);
    if (!host)
        return tl::unexpected(std::move(host).error());
    const auto refuse = [](Kind kind, const QString &part) { return tl::unexpected<DomainProblem>({kind, part}); };
    if (isOutsideTheInternet(*host))
        return refuse(Kind::NotADomain, host->section(QLatin1Char('.'), -1));
    const QString provider = hostingProviderOf(*host);
    if (!provider.isEmpty())
        return refuse(Kind::HostingProvider, provider);
    if (isPublicSuffix(*host))
        return refuse(Kind::PublicSuffix, *host);
    return DomainName(*std::move(host));
}

QString DomainName::unicode() const
{
    return QUrl::fromAce(m_ascii.toLatin1(), QUrl::IgnoreIDNWhitelist);
}

QString DomainName::registrable() const
{
    return registrablePart(m_ascii);
}

DomainName DomainName::withoutWww() const
{
    return hasWww() ? DomainName(m_ascii.mid(4)) : *this;
}

bool DomainName::mixesScripts() const
{
    const QStringList labels = unicode().split(QLatin1Char('.'));
    return std::any_of(labels.cbegin(), labels.cend(), isMixed);
}

bool DomainName::hasKnownTopLevel() const
{
    return hasListedTopLevel(m_ascii);
}

} // namespace golive
