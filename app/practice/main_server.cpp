#include "foundation/terminationsignal.h"
#include "practice/practicecontrol.h"
#include "practice/practicedns.h"
#include "practice/practiceserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <cstdio>

using namespace golive;

namespace {

struct Options
{
    quint16 port = 0;
    quint16 dnsPort = 0;
    quint16 authoritativePort = 0;
    Pace pace;
    std::optional<std::chrono::seconds> publishAfter;
    std::optional<quint16> controlPort;
    PracticeServer::Certificates certificates;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// `file`.pem and `file`.key, an elliptic curve's.
QSslConfiguration certificateIn(const QString &file)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(contentOf(file + QStringLiteral(".pem"))));
    tls.setPrivateKey(QSslKey(contentOf(file + QStringLiteral(".key")), QSsl::Ec));
    return tls;
}

std::optional<int> numberOf(const QCommandLineParser &parser, const QString &option, int largest)
{
    bool isNumber = true;
    const int number = parser.isSet(option) ? parser.value(option).toInt(&isNumber) : 0;
    if (isNumber && number >= 0 && number <= largest)
        return number;
    std::fprintf(stderr, "--%s takes a number from 0 to %d\n", qPrintable(option), largest);
    return std::nullopt;
}

std::optional<Options> optionsFrom(const QCommandLineParser &parser)
{
    constexpr int largestPort = 65'535;
    constexpr int aDay = 86'400;
    const auto port = numberOf(parser, QStringLiteral("port"), largestPort);
    const auto dns = numberOf(parser, QStringLiteral("dns-port"), largestPort - PracticeDns::resolverCount);
    const auto authoritative = numberOf(parser, QStringLiteral("authoritative-port"), largestPort);
    const auto after = numberOf(parser, QStringLiteral("publish-after"), aDay);
    const auto control = numberOf(parser, QStringLiteral("control-port"), largestPort);
    if (!port || !dns || !authoritative || !after || !control)
        return std::nullopt;
    Options options;
    options.port = static_cast<quint16>(*port);
    options.dnsPort = static_cast<quint16>(*dns);
    options.authoritativePort = static_cast<quint16>(*authoritative);
    if (parser.isSet(QStringLiteral("control-port")))
        options.controlPort = static_cast<quint16>(*control);
    if (parser.isSet(QStringLiteral("certificate"))) {
        options.certificates.right = certificateIn(parser.value(QStringLiteral("certificate")));
        options.certificates.other = certificateIn(parser.value(QStringLiteral("other-certificate")));
    }
    const QString pace = parser.value(QStringLiteral("pace"));
    if (pace == QLatin1String("fast"))
        options.pace = Pace::instant();
    else if (pace != QLatin1String("people"))
        return std::nullopt;
    const QString publish = parser.value(QStringLiteral("publish"));
    if (publish == QLatin1String("right") || parser.isSet(QStringLiteral("publish-after")))
        options.publishAfter = std::chrono::seconds(*after);
    else if (publish != QLatin1String("nothing"))
        return std::nullopt;
    return options;
}

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Clerk's Platform API to practise on, with a DNS of its own, on this computer only.\n"
                       "Prints its address, its access key, and where its DNS servers are, one line each;\n"
                       "serves until it is ended."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("port"), QStringLiteral("Port of the API; 0: any."), QStringLiteral("N"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("dns-port"), QStringLiteral("Port of the first resolver; the others follow."),
                      QStringLiteral("N"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("authoritative-port"), QStringLiteral("Port of the zones' own server."),
                      QStringLiteral("N"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("pace"), QStringLiteral("How long Clerk takes: people (some seconds) or fast."),
                      QStringLiteral("pace"), QStringLiteral("people")});
    parser.addOption({QStringLiteral("publish"), QStringLiteral("What happens to DNS records: nothing or right."),
                      QStringLiteral("how"), QStringLiteral("nothing")});
    parser.addOption({QStringLiteral("publish-after"),
                      QStringLiteral("Enters a domain's records right, so many seconds after its creation."),
                      QStringLiteral("seconds"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("control-port"),
                      QStringLiteral("Lets another program cause accidents through this port; 0: any, printed last."),
                      QStringLiteral("N"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("certificate"),
                      QStringLiteral("Serves the API with TLS: FILE.pem is shown, FILE.key its key."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("other-certificate"),
                      QStringLiteral("What is shown once the certificate is exchanged by accident."),
                      QStringLiteral("FILE")});
}

void enterRight(PracticeZones &zones, const QString &domain)
{
    const QList<ZoneRecord> records = zones.records();
    for (const ZoneRecord &record : records)
        if (record.domain == domain)
            zones.enter(record.host, ZoneEntry::Right);
}

/// What whoever started the program reads; flushed, since it may be reading from a pipe.
void announce(const PracticeServer &server, const DnsSettings &dns)
{
    QStringList resolvers;
    for (const DnsServer &resolver : dns.resolvers)
        resolvers.append(QStringLiteral("127.0.0.1:%1").arg(resolver.port));
    std::printf("%s\n%s\ndns %s authoritative %d\n", qPrintable(server.baseUrl().toString()), PracticeServer::accessKey,
                qPrintable(resolvers.join(QLatin1Char(','))), dns.authoritativePort);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("golive-practice-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GOLIVE_VERSION));
    QCommandLineParser parser;
    declareOptions(parser);
    parser.process(application);
    const auto options = optionsFrom(parser);
    if (!options) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }

    SystemClock clock;
    PracticeWorld world(clock, options->pace);
    PracticeDns dns(world.zones(), clock);
    PracticeServer server(world);
    if (options->publishAfter) {
        if (*options->publishAfter == std::chrono::seconds::zero())
            world.zones().enterAllRight();
        QObject::connect(&world, &PracticeWorld::domainCreated, &world,
                         [&world, &clock, after = *options->publishAfter](const QString &domain) {
                             clock.callAfter(after, &world, [&world, domain] { enterRight(world.zones(), domain); });
                         });
    }
    PracticeControl control(server, world);
    const bool isOpen = dns.listen(options->authoritativePort, options->dnsPort)
        && server.listen(options->port, options->certificates)
        && (!options->controlPort || control.listen(*options->controlPort));
    if (!isOpen) {
        std::fprintf(stderr, "a port is taken\n");
        return 1;
    }
    const TerminationSignal termination([](int) { QCoreApplication::quit(); });
    announce(server, dns.settings());
    if (options->controlPort) {
        std::printf("control %s\n", qPrintable(control.baseUrl().toString()));
        std::fflush(stdout);
    }
    return QCoreApplication::exec();
}
