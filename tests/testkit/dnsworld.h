#pragma once

#include "dns/ask/dnssettings.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

namespace golive {

/// The DNS world of real servers that tests/dnsworld/world.py builds around a test program. The
/// addresses are those of zones.py and servers.py there.
class DnsWorld
{
public:
    static constexpr const char *ns1 = "192.0.2.53";
    static constexpr const char *ns2 = "198.51.100.53";
    static constexpr const char *interceptor = "203.0.113.150";
    static constexpr const char *systemResolver = "192.0.2.111";
    static constexpr const char *limited = "198.51.100.77"; ///< NSD, which gives ten equal answers a second
    static constexpr const char *wrongTime = "203.0.113.160"; ///< its certificate has run out
    static constexpr const char *registry = "192.0.2.2"; ///< which hands domains on to their servers
    static constexpr const char *root = "192.0.2.1";

    /// False outside of the world, where nothing that follows may be done.
    [[nodiscard]] static bool isAround() { return qEnvironmentVariableIsSet("GOLIVE_WORLD"); }
    [[nodiscard]] static QString folder() { return qEnvironmentVariable("GOLIVE_WORLD"); }

    /// The public resolvers of the world.
    [[nodiscard]] static QList<DnsServer> resolvers()
    {
        QList<DnsServer> all;
        for (const char *address : {"192.0.2.101", "198.51.100.101", "203.0.113.101", "203.0.113.102"})
            all.append(at(address));
        return all;
    }
    /// The same, each with its address of DNS over HTTPS.
    [[nodiscard]] static QList<DnsServer> encryptedResolvers()
    {
        QList<DnsServer> all = resolvers();
        for (DnsServer &each : all)
            each = withHttps(each);
        return all;
    }
    [[nodiscard]] static DnsServer withHttps(DnsServer server)
    {
        server.doh = QUrl(QStringLiteral("https://%1/dns-query").arg(server.address.toString()));
        return server;
    }
    /// Everything the engine can ask there is asked.
    [[nodiscard]] static DnsSettings settings()
    {
        DnsSettings all;
        all.resolvers = encryptedResolvers();
        all.rootServers = {at(root)};
        all.checksClock = true;
        all.asksSystem = true;
        return all;
    }
    /// Trusts the world's own certification authority, and no other.
    [[nodiscard]] static QSslConfiguration tls()
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(folder() + QStringLiteral("/ca.pem")));
        return tls;
    }
    [[nodiscard]] static DnsServer at(const char *address)
    {
        return {QHostAddress(QString::fromLatin1(address)), 53, QString::fromLatin1(address)};
    }

    /// What nsupdate understands, such as `add name 300 CNAME target`, at one of the primaries.
    static void update(const char *server, const QString &zone, const QStringList &lines)
    {
        run(QStringLiteral("nsupdate"), {},
            QStringLiteral("server %1\nzone %2\nupdate %3\nsend\n")
                .arg(QLatin1String(server), zone, lines.join(QStringLiteral("\nupdate "))));
    }
    /// At both of the provider's servers.
    static void publish(const QString &zone, const QStringList &lines)
    {
        update(ns1, zone, lines);
        update(ns2, zone, lines);
    }

    /// Resolvers forget all they know of a zone.
    static void flush(const QString &zone)
    {
        for (const DnsServer &resolver : resolvers())
            run(QStringLiteral("unbound-control"),
                {QStringLiteral("-s"),
                 folder() + QLatin1Char('/') + resolver.address.toString() + QStringLiteral(".ctl"),
                 QStringLiteral("flush_zone"), zone});
    }

    static void run(const QString &program, const QStringList &arguments, const QString &input = {})
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.write(input.toUtf8());
        process.closeWriteChannel();
        if (!process.waitForFinished(10'000) || process.exitCode() != 0)
            QTest::qFail((program + QStringLiteral(": ") + QString::fromUtf8(process.readAll())).toUtf8().constData(),
                         __FILE__, __LINE__);
    }
};

/// Rules for what leaves this computer, in the language of nft, for as long as this object lives.
class NetworkRules
{
public:
    /// `hook` is one of nft's chains for outgoing packets: `type filter hook output priority 0`.
    explicit NetworkRules(const QString &hook, const QString &rule)
    {
        nft(QStringLiteral("table ip test {\nchain out {\n%1;\n%2\n}\n}\n").arg(hook, rule));
    }
    ~NetworkRules() { nft(QStringLiteral("delete table ip test\n")); }
    NetworkRules(const NetworkRules &) = delete;
    NetworkRules &operator=(const NetworkRules &) = delete;

private:
    static void nft(const QString &rules)
    {
        DnsWorld::run(QStringLiteral("nft"), {QStringLiteral("-f"), QStringLiteral("-")}, rules);
    }
};

} // namespace golive
