#include "model/publicsuffix.h"

#include "model/modeldata.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <libpsl.h>

#include <memory>

namespace golive {
namespace {

/// The newer of the system's list and the one libpsl was built with.
const psl_ctx_t *publicSuffixList()
{
    static const std::unique_ptr<psl_ctx_t, decltype(&psl_free)> latest(psl_latest(nullptr), psl_free);
    return latest ? latest.get() : psl_builtin();
}

bool isListed(const QString &name, int types)
{
    return psl_is_public_suffix2(publicSuffixList(), name.toLatin1().constData(), types) != 0;
}

/// What the list does not say: names of providers, and which private suffixes are registries.
struct Hosting
{
    QHash<QString, QString> providers; ///< by suffix
    QSet<QString> registries;
};

Hosting readHosting()
{
    const QJsonObject data = modelData(QStringLiteral("hostingdomains.json"));
    Hosting hosting;
    for (const auto &provider : data[QStringLiteral("providers")].toArray())
        for (const auto &suffix : provider[QStringLiteral("suffixes")].toArray())
            hosting.providers.insert(suffix.toString(), provider[QStringLiteral("name")].toString());
    for (const auto &registry : data[QStringLiteral("registries")].toArray())
        hosting.registries.insert(registry.toString());
    return hosting;
}

const Hosting &hosting()
{
    static const Hosting data = readHosting();
    return data;
}

QString parentOf(const QString &name)
{
    const auto dot = name.indexOf(QLatin1Char('.'));
    return dot < 0 ? QString() : name.mid(dot + 1);
}

} // namespace

bool isPublicSuffix(const QString &name)
{
    return isListed(name, PSL_TYPE_ICANN) || hosting().registries.contains(name);
}

bool hasListedTopLevel(const QString &name)
{
    return isListed(name.section(QLatin1Char('.'), -1), PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE)
        || isListed(name.section(QLatin1Char('.'), -2), PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE);
}

QString registrablePart(const QString &name)
{
    if (isPublicSuffix(name))
        return {};
    QString part = name;
    for (QString parent = parentOf(part); !parent.isEmpty() && !isPublicSuffix(parent); parent = parentOf(part))
        part = parent;
    return part;
}

bool hasSameOwner(const QString &host, const QString &domain)
{
    const QString bought = registrablePart(domain);
    const QString &whole = bought.isEmpty() ? domain : bought;
    return host == whole || host.endsWith(QLatin1Char('.') + whole);
}

QString hostingProviderOf(const QString &name)
{
    QString suffix;
    for (QString part = name; !part.isEmpty(); part = parentOf(part)) {
        const auto provider = hosting().providers.constFind(part);
        if (provider != hosting().providers.cend())
            return *provider;
        const bool isPrivate = isListed(part, PSL_TYPE_PRIVATE | PSL_TYPE_NO_STAR_RULE);
        if (suffix.isEmpty() && isPrivate && !hosting().registries.contains(part))
            suffix = part;
    }
    return suffix;
}

} // namespace golive
