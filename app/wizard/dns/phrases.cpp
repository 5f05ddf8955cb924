#include "wizard/dns/phrases.h"

#include "model/publicsuffix.h"
#include "wizard/displaytext.h"

#include <QUrlQuery>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestName = 120;
constexpr qsizetype mostNames = 4;

} // namespace

QString DnsPhrases::name(const QString &text)
{
    const QString shown = displayText(text, longestName);
    //: stands for a name that is not known, in a sentence
    return shown.isEmpty() ? tr("(unknown)") : shown;
}

QString DnsPhrases::names(const QStringList &all)
{
    if (all.isEmpty())
        return name({});
    QStringList shown;
    for (const QString &each : all.first(std::min(all.size(), mostNames)))
        shown.append(name(each));
    QString listed = shown.join(QStringLiteral(", "));
    if (all.size() <= mostNames)
        return listed;
    //: %1 is a list of names
    return tr("%1 and %n more", nullptr, static_cast<int>(all.size() - mostNames)).arg(listed);
}

QString DnsPhrases::zone(const FindingContext &context)
{
    return context.zone.isEmpty() ? domain(context) : name(context.zone);
}

QString DnsPhrases::domain(const FindingContext &context)
{
    for (const QString &known : {context.domain, context.zone, context.host})
        if (!known.isEmpty())
            return name(known);
    return tr("your domain");
}

QString DnsPhrases::typedName(const FindingContext &context)
{
    return name(context.nameToType.isEmpty() ? context.host : context.nameToType);
}

QString DnsPhrases::typedName(const QString &full, const FindingContext &context)
{
    if (context.zone.isEmpty())
        return name(full);
    if (full.compare(context.zone, Qt::CaseInsensitive) == 0)
        return QStringLiteral("@");
    const QString ending = QLatin1Char('.') + context.zone;
    return name(full.endsWith(ending, Qt::CaseInsensitive) ? full.chopped(ending.size()) : full);
}

QString DnsPhrases::typedValue(const FindingContext &context)
{
    const QString value = name(context.valueToType.isEmpty() ? context.target : context.valueToType);
    // A part of the target may be known to Clerk alone.
    return context.target.contains(QLatin1Char('*')) ? tr("%1 (Clerk shows what the * stands for)").arg(value) : value;
}

QString DnsPhrases::provider(const FindingContext &context)
{
    return context.provider.isEmpty() ? tr("your DNS provider") : name(context.provider);
}

QString DnsPhrases::servers(const FindingContext &context)
{
    return context.provider.isEmpty() ? tr("the servers of your provider")
                                      : tr("the servers of %1").arg(name(context.provider));
}

QString DnsPhrases::support(const FindingContext &context)
{
    return context.provider.isEmpty() ? tr("your provider’s support")
                                      : tr("the support of %1").arg(name(context.provider));
}

FindingWords DnsPhrases::atRegistrar(FindingWords words, const FindingContext &context)
{
    if (!context.registrar.isEmpty()) {
        words.fix += QLatin1Char(' ') + tr("It is registered with %1.").arg(name(context.registrar));
        return words;
    }
    const QString registered = context.zone.isEmpty() ? context.domain : context.zone;
    QUrl lookup(QStringLiteral("https://lookup.icann.org/en/lookup"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("name"), registrablePart(registered));
    lookup.setQuery(query);
    words.link = FindingLink {tr("Find out where it is registered"), lookup};
    return words;
}

std::optional<FindingLink> DnsPhrases::console(const FindingContext &context)
{
    return link(context.provider.isEmpty() ? tr("Open its DNS page") : tr("Open %1").arg(name(context.provider)),
                context.console);
}

FindingLink DnsPhrases::clerkStatus()
{
    return {tr("Open Clerk’s status page"), QUrl(QStringLiteral("https://status.clerk.com"))};
}

std::optional<FindingLink> DnsPhrases::link(const QString &label, const QString &address)
{
    if (safeAddress(address).isEmpty())
        return std::nullopt;
    return FindingLink {label, QUrl(address, QUrl::StrictMode)};
}

FindingWords worded(std::span<const FindingWording> wordings, const DnsFinding &finding, const FindingContext &context)
{
    const auto found = std::find_if(wordings.begin(), wordings.end(),
                                    [&](const FindingWording &each) { return each.kind == finding.kind; });
    return found == wordings.end() ? FindingWords() : found->words(finding, context);
}

} // namespace golive
