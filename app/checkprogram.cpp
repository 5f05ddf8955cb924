#include "checkprogram.h"

#include "check/checkcommand.h"
#include "foundation/clock.h"
#include "foundation/terminationsignal.h"
#include "preferencechecks.h"
#include "translations.h"
#include "wizard/preferences.h"

#include <QCoreApplication>
#include <QNetworkProxyFactory>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

namespace golive {
namespace {

constexpr int misunderstood = 2;
constexpr int interrupted = 128; // and the signal's number, as shells have it

bool write(std::FILE *stream, const QByteArray &text)
{
    const auto size = static_cast<size_t>(text.size());
    return std::fwrite(text.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

int refuse(const QString &sentence)
{
    (void)write(stderr, sentence.toLocal8Bit() + '\n');
    return misunderstood;
}

/// For a whole list, as many as the system lets this process have sockets, with some to spare.
qsizetype mostQuestions()
{
    constexpr rlim_t wanted = 2'048;
    rlimit files {};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return DnsClient::usuallyInFlight;
    const rlim_t allowed = std::min(wanted, files.rlim_max);
    if (files.rlim_cur < allowed) {
        files.rlim_cur = allowed;
        if (setrlimit(RLIMIT_NOFILE, &files) != 0)
            return DnsClient::usuallyInFlight;
    }
    return std::max<qsizetype>(DnsClient::usuallyInFlight, static_cast<qsizetype>(allowed / 4 * 3));
}

Result<DnsSettings> settingsFor(const CheckOptions &options, const Preferences &preferences)
{
    auto settings = parseResolvers(options.resolvers.isEmpty() ? preferences.resolvers() : options.resolvers);
    if (!settings)
        return settings;
    settings->authoritativePort = options.authoritativePort.value_or(preferences.authoritativePort());
    const bool isTestNetwork
        = options.authoritativePort || settings->authoritativePort != DnsSettings().authoritativePort;
    return isTestNetwork ? withinTestNetwork(*settings) : *settings;
}

} // namespace

int runCheck(const CheckOptions &options)
{
    QSettings stored(Preferences::defaultFile(), QSettings::IniFormat);
    const Preferences preferences(stored);
    const Translations translations(options.language.isEmpty() ? preferences.language() : options.language);
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    const auto settings = settingsFor(options, preferences);
    if (!settings)
        return refuse(preferenceChecks().resolvers(preferences.resolvers()));
    QList<ListedDomain> domains;
    if (!options.list.isEmpty()) {
        auto listed = readDomainList(options.list);
        if (!listed)
            return refuse(listed.error());
        domains = *std::move(listed);
    }

    SystemClock clock;
    const CheckStreams streams {[](const QByteArray &text) { return write(stdout, text); },
                                [](const QByteArray &text) { (void)write(stderr, text); }};
    CheckCommand command(clock, *settings, options, streams);
    const TerminationSignal termination([](int signal) { QCoreApplication::exit(interrupted + signal); });
    QObject::connect(
        &command, &CheckCommand::finished, &command, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    if (!domains.isEmpty())
        command.setMostQuestions(mostQuestions());
    command.start(domains);
    return QCoreApplication::exec();
}

} // namespace golive
