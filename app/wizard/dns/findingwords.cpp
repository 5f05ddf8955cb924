#include "wizard/dns/findingwords.h"

#include <algorithm>

namespace golive {

bool isOnCloudflare(const RecordWatch::View &view)
{
    static const QStringList suffixes {QStringLiteral(".ns.cloudflare.com"), QStringLiteral(".foundationdns.com"),
                                       QStringLiteral(".foundationdns.net"), QStringLiteral(".foundationdns.org")};
    return std::any_of(view.nameServers.cbegin(), view.nameServers.cend(), [](const QString &server) {
        return std::any_of(suffixes.cbegin(), suffixes.cend(),
                           [&](const QString &suffix) { return server.endsWith(suffix, Qt::CaseInsensitive); });
    });
}

FindingContext FindingContext::of(const RecordWatch::View &view, const QString &domain)
{
    FindingContext context;
    context.zone = view.zone;
    context.provider = view.provider.name;
    context.console = view.provider.console;
    context.domain = domain;
    context.onCloudflare = isOnCloudflare(view);
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
