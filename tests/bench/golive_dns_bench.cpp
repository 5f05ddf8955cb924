#include "bench/bench.h"
#include "bench/dnspicture.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace golive;

namespace {

constexpr qsizetype zoneCells = 10; // five records at two servers
constexpr qsizetype resolverCells = 20; // and at four resolvers

/// What was measured, and how much it may be.
class Report
{
public:
    explicit Report(double roundTrip)
        : m_roundTrip(roundTrip)
    {
    }

    /// In round trips; `beside` is what dig takes for the same, in milliseconds.
    void roundTrips(const char *what, double milliseconds, double bar, double beside)
    {
        line(what, milliseconds / m_roundTrip, bar, "round trips", milliseconds);
        if (beside > 0)
            std::printf("%-46s dig, one after the other: %7.1f ms, %.1f times as long\n", "", beside,
                        beside / milliseconds);
    }
    void atMost(const char *what, double measured, double bar, const char *unit)
    {
        line(what, measured, bar, unit, -1);
    }
    void atLeast(const char *what, double measured, double bar, const char *unit)
    {
        verdict(measured >= bar);
        std::printf("%-46s %8.2f %-12s at least %6.2f  %s\n", what, measured, unit, bar, word(measured >= bar));
    }
    /// Whatever was measured last, done by dig.
    void beside(double milliseconds, const char *what = "dig, one question after the other")
    {
        std::printf("%-46s %s: %.1f ms\n", "", what, milliseconds);
    }
    [[nodiscard]] int missed() const { return m_missed; }

private:
    void line(const char *what, double measured, double bar, const char *unit, double milliseconds)
    {
        verdict(measured <= bar);
        std::printf("%-46s %8.2f %-12s at most  %6.2f  %s", what, measured, unit, bar, word(measured <= bar));
        if (milliseconds >= 0)
            std::printf("  (%.1f ms)", milliseconds);
        std::printf("\n");
    }
    void verdict(bool kept) { m_missed += kept ? 0 : 1; }
    static const char *word(bool kept) { return kept ? "kept  " : "MISSED"; }

    double m_roundTrip;
    int m_missed = 0;
};

double medianMs(int runs, const std::function<double()> &measured)
{
    QList<double> all;
    for (int run = 0; run < runs; ++run)
        all.append(measured());
    std::sort(all.begin(), all.end());
    return all.at(all.size() / 2);
}

/// What the link and the server take for one question, asked the plainest way there is.
double bareRoundTrip()
{
    const QByteArray soaOfRoot = QByteArray::fromHex("123400000001000000000000") + QByteArray("\0\0\6\0\1", 5);
    return medianMs(15, [&] {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(53);
        inet_pton(AF_INET, DnsWorld::ns1, &address.sin_addr);
        const int file = socket(AF_INET, SOCK_DGRAM, 0);
        char buffer[512];
        QElapsedTimer timer;
        timer.start();
        (void)sendto(file, soaOfRoot.constData(), size_t(soaOfRoot.size()), 0,
                     reinterpret_cast<const sockaddr *>(&address), sizeof address);
        (void)recv(file, buffer, sizeof buffer, 0);
        close(file);
        return double(timer.nsecsElapsed()) / 1e6;
    });
}

/// The same questions by dig, each in its turn.
double digs(const QList<QStringList> &questions)
{
    QElapsedTimer timer;
    timer.start();
    for (const QStringList &question : questions)
        QProcess::execute(QStringLiteral("sh"),
                          {QStringLiteral("-c"),
                           QStringLiteral("dig +tries=2 +time=1 \"$@\" >/dev/null"),
                           {},
                           question[0],
                           question[1],
                           question[2]});
    return double(timer.nsecsElapsed()) / 1e6;
}

QList<QStringList> zoneQuestions(const QString &domain)
{
    QList<QStringList> all;
    for (const char *server : {DnsWorld::ns1, DnsWorld::ns2})
        for (const char *host : {"clerk", "accounts", "clkmail", "clk._domainkey", "clk2._domainkey"})
            all.append({QLatin1Char('@') + QLatin1String(server), QLatin1String(host) + QLatin1Char('.') + domain,
                        QStringLiteral("CNAME")});
    return all;
}

QList<QStringList> pictureQuestions(const QString &domain)
{
    const QString resolver = QStringLiteral("@192.0.2.101");
    return QList<QStringList> {{resolver, domain, QStringLiteral("SOA")},
                               {resolver, domain, QStringLiteral("NS")},
                               {resolver, QStringLiteral("ns1.dns-host.net"), QStringLiteral("A")},
                               {resolver, QStringLiteral("ns1.dns-host.net"), QStringLiteral("AAAA")},
                               {resolver, QStringLiteral("ns2.dns-host.net"), QStringLiteral("A")},
                               {resolver, QStringLiteral("ns2.dns-host.net"), QStringLiteral("AAAA")}}
    + zoneQuestions(domain);
}

/// What four resolvers are asked about five records that are right.
QList<QStringList> resolverQuestions(const QString &domain)
{
    QList<QStringList> all;
    for (const DnsServer &resolver : DnsWorld::resolvers())
        for (const QStringList &question : zoneQuestions(domain).first(5))
            all.append({QLatin1Char('@') + resolver.address.toString(), question[1], question[2]});
    return all;
}

void pictures(Report &report)
{
    const QString right = QStringLiteral("right.example");
    const auto whole = [&](DnsPicture &picture) {
        picture.wantRecords();
        picture.watch().start();
        return picture.timeUntil([&] { return picture.cellsOfZone() == zoneCells; });
    };
    DnsPicture warming(right); // the resolvers' caches
    whole(warming);
    warming.timeUntil([&] { return warming.cellsOfResolvers() == resolverCells; });

    report.roundTrips("first cell, the zone being known",
                      medianMs(7,
                               [&] {
                                   DnsPicture picture(right);
                                   picture.wantZone();
                                   picture.watch().start();
                                   picture.timeUntil([&] { return !picture.watch().view().nameServers.isEmpty(); });
                                   picture.wantRecords();
                                   return picture.timeUntil([&] { return picture.cellsOfZone() > 0; });
                               }),
                      1.2, digs(zoneQuestions(right).first(1)));
    report.roundTrips("full first picture",
                      medianMs(7,
                               [&] {
                                   DnsPicture picture(right);
                                   return whole(picture);
                               }),
                      3.3, digs(pictureQuestions(right)));
    report.roundTrips("the same, and seen by every resolver",
                      medianMs(7,
                               [&] {
                                   DnsPicture picture(right);
                                   picture.wantRecords();
                                   picture.watch().start();
                                   return picture.timeUntil(
                                       [&] { return picture.cellsOfResolvers() == resolverCells; });
                               }),
                      4.4, digs(pictureQuestions(right) + resolverQuestions(right)));
    report.roundTrips("refresh",
                      medianMs(7,
                               [&] {
                                   DnsPicture picture(right);
                                   whole(picture);
                                   picture.timeUntil([&] { return picture.isQuiet(); });
                                   QTimer wait; // the servers' budgets of ten questions a second
                                   QEventLoop loop;
                                   QTimer::singleShot(1100, &loop, &QEventLoop::quit);
                                   loop.exec();
                                   const QDateTime since = QDateTime::currentDateTimeUtc();
                                   picture.watch().lookNow();
                                   return picture.timeUntil([&] { return picture.cellsOfZone(since) == zoneCells; });
                               }),
                      1.25, digs(zoneQuestions(right)));
}

void diagnosis(Report &report)
{
    qint64 questions = 0;
    const double took = medianMs(5, [&] {
        DnsPicture picture(QStringLiteral("nearly.example"));
        picture.wantRecords();
        picture.watch().lookNow();
        const double time = picture.timeUntil([&] { return picture.isQuiet(); });
        questions = picture.client().sent();
        return time;
    });
    QList<QStringList> asMany;
    for (qint64 index = 0; index < questions; ++index)
        asMany.append(zoneQuestions(QStringLiteral("nearly.example")).constFirst());
    report.roundTrips("full diagnosis, one record wrong", took, 9, digs(asMany));
    std::printf("%-46s %8lld questions\n", "", questions);
}

/// Of ten cells five are the dead server's; what matters is that the others do not wait for it.
void deadServer(Report &report)
{
    const double took = medianMs(5, [&] {
        DnsPicture picture(QStringLiteral("dead.example"));
        picture.wantRecords();
        picture.watch().start();
        return picture.timeUntil([&] { return picture.cellsOfZone() == zoneCells / 2; });
    });
    report.roundTrips("a dead server: the cells of the other", took, 3.3,
                      digs({{QStringLiteral("@203.0.113.99"), QStringLiteral("dead.example"), QStringLiteral("SOA")}}));
    const double named = medianMs(3, [&] {
        DnsPicture picture(QStringLiteral("dead.example"));
        picture.wantRecords();
        picture.watch().start();
        return picture.timeUntil([&] { return picture.cellsOfResolvers() == resolverCells; });
    });
    report.atMost("a dead server: known as dead, resolvers asked", named / 1000, 2.2, "s");
}

void publication(Report &report, double roundTrip)
{
    const QString domain = QStringLiteral("live.example");
    double worstFound = 0;
    double worstGreen = 0;
    for (int run = 0; run < 3; ++run) {
        const QString host = QStringLiteral("run%1.").arg(run) + domain;
        SystemClock clock;
        DnsPicture picture(domain);
        picture.watch().setRecords(domain, {{host, QStringLiteral("frontend-api.clerk.services"), true}});
        picture.watch().start();
        picture.timeUntil([&] { return picture.cellsOfZone() == 2 && picture.isQuiet(); });
        DnsWorld::publish(domain, {QStringLiteral("add %1 300 CNAME frontend-api.clerk.services").arg(host)});
        const double found = picture.timeUntil([&] { return picture.watch().view().allPublished; });
        worstFound = std::max(worstFound, found + roundTrip / 2); // nsupdate's answer was on its way
        worstGreen = std::max(worstGreen, picture.timeUntil([&] { return picture.cellsOfResolvers() == 4; }));
    }
    const auto asked = [&](const QList<QStringList> &questions) {
        QList<QStringList> ofOneRecord;
        for (qsizetype index = 0; index < questions.size(); index += 5)
            ofOneRecord.append(questions[index]);
        return digs(ofOneRecord);
    };
    report.atMost("publication to found, the worst of three", worstFound / 1000, 2.3, "s");
    report.beside(asked(zoneQuestions(domain)), "dig, both servers in turn, once and at the right moment");
    report.atMost("found to seen by all resolvers", worstGreen / 1000, 0.5, "s");
    report.beside(asked(resolverQuestions(domain)));
}

double cpuMs(decltype(RUSAGE_SELF) whose = RUSAGE_SELF)
{
    rusage usage {};
    getrusage(whose, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

void cost(Report &report)
{
    constexpr int count = 10;
    const double memory = residentMb();
    const double cpu = cpuMs();
    for (int run = 0; run < count; ++run) {
        DnsPicture picture(QStringLiteral("right.example"));
        picture.wantRecords();
        picture.watch().lookNow();
        picture.timeUntil([&] { return picture.cellsOfResolvers() == resolverCells && picture.isQuiet(); });
    }
    report.atMost("CPU time of a picture, inspection included", (cpuMs() - cpu) / count, 25, "ms");
    const QString domain = QStringLiteral("right.example");
    const double before = cpuMs(RUSAGE_CHILDREN);
    digs(pictureQuestions(domain) + resolverQuestions(domain));
    report.beside(cpuMs(RUSAGE_CHILDREN) - before, "as many digs, without the inspection");
    report.atMost("memory that ten pictures leave behind", residentMb() - memory, 2, "MB");

    QElapsedTimer timer;
    {
        DnsPicture picture(QStringLiteral("dead.example"));
        picture.wantRecords();
        picture.watch().lookNow();
        picture.timeUntil([&] { return picture.cellsOfZone() == zoneCells / 2; });
        timer.start();
    }
    report.atMost("quitting with questions open", double(timer.nsecsElapsed()) / 1e6, 100, "ms");
}

/// `golive check` for `domains`; milliseconds, or nothing when it does not do it.
std::optional<double> checkTakes(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    // With the port it asks nobody but this world: the real root is not to be waited for.
    QStringList all {QStringLiteral("check"), QStringLiteral("--json"), QStringLiteral("--authoritative-port"),
                     QStringLiteral("53")};
    for (const DnsServer &resolver : DnsWorld::resolvers())
        all += {QStringLiteral("--resolver"), resolver.address.toString()};
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, all + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() == 2) {
        std::printf("%s: %s\n", qPrintable(program), process.readAllStandardError().constData());
        return std::nullopt;
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

void thousandDomains(Report &report, const QString &program)
{
    constexpr int domains = 1000;
    constexpr int sample = 8;
    QByteArray list;
    for (int index = 0; index < domains; ++index)
        list += "d" + QByteArray::number(index) + ".example\n";
    double single = 0;
    for (int index = 0; index < sample; ++index) {
        const auto took = checkTakes(program, {QStringLiteral("d%1.example").arg(index * 37)});
        if (!took)
            return;
        single += *took / sample;
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("domains")));
    if (!file.open(QIODevice::WriteOnly) || file.write(list) < 0)
        return;
    file.close();
    const auto together = checkTakes(program, {QStringLiteral("--from"), file.fileName()});
    if (!together)
        return;
    std::printf("%-46s %8.0f ms together, %.0f ms for one (mean of %d)\n", "golive check", *together, single, sample);
    report.atLeast("a thousand domains, beside one after the other", single * domains / *together, 50, "times faster");
}

} // namespace

/// In the DNS world with links that delay: golive_dns_bench [--strict] [GOLIVE]
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const bool strict = arguments.removeAll(QStringLiteral("--strict")) > 0;
    if (!DnsWorld::isAround()) {
        std::fputs("usage, inside of tests/dnsworld/world.py: golive_dns_bench [--strict] [GOLIVE]\n", stderr);
        return 2;
    }
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const double roundTrip = bareRoundTrip();
    std::printf("one round trip, by a bare socket: %.1f ms\n", roundTrip);
    Report report(roundTrip);
    pictures(report);
    diagnosis(report);
    deadServer(report);
    publication(report, roundTrip);
    cost(report);
    if (arguments.size() > 1)
        thousandDomains(report, arguments[1]);
    return strict && report.missed() > 0 ? 1 : 0;
}
