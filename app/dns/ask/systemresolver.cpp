#include "dns/ask/systemresolver.h"

#include <QFile>

namespace golive {
namespace {

constexpr qsizetype mostNameServers = 3; // MAXNS of the C library
constexpr qint64 largestFile = 0x10000;

/// How this system names its servers. On macOS and Windows they are behind functions of the system,
/// which belong here too.
QList<QHostAddress> addressesOfTheSystem()
{
#ifdef Q_OS_UNIX
    QFile file(QStringLiteral("/etc/resolv.conf"));
    if (file.open(QIODevice::ReadOnly))
        return nameServersIn(file.read(largestFile));
#endif
    return {};
}

} // namespace

QList<QHostAddress> nameServersIn(const QByteArray &resolvConf)
{
    QList<QHostAddress> addresses;
    for (const QByteArray &line : resolvConf.split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        // The keyword begins its line, and whatever follows the address is a comment.
        if (words.size() < 2 || words.constFirst() != "nameserver" || !line.startsWith("nameserver"))
            continue;
        const QHostAddress address(QString::fromLatin1(words.at(1)));
        if (!address.isNull() && !addresses.contains(address) && addresses.size() < mostNameServers)
            addresses.append(address);
    }
    return addresses;
}

QList<DnsServer> systemServers(const DnsSettings &settings)
{
    if (!settings.systemServers.isEmpty() || !settings.asksSystem)
        return settings.systemServers;
    QList<DnsServer> servers;
    for (const QHostAddress &address : addressesOfTheSystem())
        servers.append({address, 53, address.toString()});
    return servers;
}

} // namespace golive
