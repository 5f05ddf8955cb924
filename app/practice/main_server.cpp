#include "foundation/terminationsignal.h"
#include "practice/practicedns.h"
#include "practice/practiceserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

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
};

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
    if (!port || !dns || !authoritative || !after)
        return std::nullopt;
    Options options {static_cast<quint16>(*port), static_cast<quint16>(*dns), static_cast<quint16>(*authoritative),
                     Pace(), std::nullopt};
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
    QCoreApplication application(argc, argv);
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
    if (!dns.listen(options->authoritativePort, options->dnsPort) || !server.listen(options->port)) {
        std::fprintf(stderr, "a port is taken\n");
        return 1;
    }
    const TerminationSignal termination([](int) { QCoreApplication::quit(); });
    announce(server, dns.settings());
    return QCoreApplication::exec();
}
