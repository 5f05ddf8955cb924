#include "dns/look/sections.h"

#include <algorithm>

namespace golive {

QByteArray soaOwner(const DnsMessage &message)
{
    for (const QList<DnsEntry> *section : {&message.answers, &message.authority})
        for (const DnsEntry &entry : *section)
            if (entry.type == DnsType::SOA)
                return entry.owner;
    return {};
}

QByteArrayList serversOf(const QByteArray &owner, const QList<DnsEntry> &entries)
{
    constexpr qsizetype mostServers = 16;
    QByteArrayList names;
    for (const DnsEntry &entry : entries)
        if (entry.type == DnsType::NS && entry.owner == owner && !names.contains(nameIn(entry))
            && names.size() < mostServers)
            names.append(nameIn(entry));
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace golive
