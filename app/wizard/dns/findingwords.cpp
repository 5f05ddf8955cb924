#include "wizard/dns/findingwords.h"

#include "wizard/displaytext.h"

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestProvider = 60;

} // namespace

bool isOnCloudflare(const RecordWatch::View &view)
{
    static const QStringList suffixes {QStringLiteral(".ns.cloudflare.com"), QStringLiteral(".foundationdns.com"),
                                       QStringLiteral(".foundationdns.net"), QStringLiteral(".foundationdns.org")};
    return std::any_of(view.nameServers.cbegin(), view.nameServers.cend(), [](const QString &server) {
        return std::any_of(suffixes.cbegin(), suffixes.cend(),
                           [&](const QString &suffix) { return server.endsWith(suffix, Qt::CaseInsensitive); });
    });
}

QString safeAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() ? address : QString();
}

QString providerNameOf(const RecordWatch::View &view)
{
    const QString announced = displayText(view.domainConnect.providerDisplayName, longestProvider);
    return view.provider.isKnown() ? view.provider.name : announced;
}

QString consoleOf(const RecordWatch::View &view)
{
    const QString announced = safeAddress(view.domainConnect.urlControlPanel);
    return announced.isEmpty() ? safeAddress(view.provider.console) : announced;
}

FindingContext FindingContext::of(const RecordWatch::View &view, const QString &domain)
{
    FindingContext context;
    context.zone = view.zone;
    context.provider = providerNameOf(view);
    context.console = consoleOf(view);
    context.domain = domain;
    context.onCloudflare = isOnCloudflare(view);
    context.takesZoneFile = view.provider.takesZoneFile();
    context.registrar = displayText(view.registrar, longestProvider);
    return context;
}

FindingContext FindingContext::of(const RecordWatch::View &view, const QString &domain, const RecordView &record)
{
    FindingContext context = of(view, domain);
    context.host = record.record.host;
    context.target = record.record.target;
    context.nameToType = record.nameToType;
    context.valueToType = record.valueToType;
    return context;
}

} // namespace golive
