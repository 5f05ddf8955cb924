#include "assembledwindow.h"
#include "checkprogram.h"
#include "clerk/clerkenvironment.h"
#include "composition.h"
#include "foundation/processsecrecy.h"
#include "options.h"
#include "systemappearance.h"
#include "tour.h"
#include "translations.h"
#include "ui/privacy/screensharing.h"
#include "ui/shell/startproblem.h"
#include "wizard/errortext.h"
#include "wizard/preferences.h"

#include <QApplication>
#include <QNetworkProxyFactory>
#include <QProcessEnvironment>
#include <QSettings>

#include <cstdio>

using namespace golive;

namespace {

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments.append(QString::fromLocal8Bit(argv[index]));
    return arguments;
}

int print(const Options &options)
{
    std::FILE *stream = options.exitCode == 0 ? stdout : stderr;
    std::fputs(options.output.toLocal8Bit().constData(), stream);
    return options.exitCode;
}

Result<std::unique_ptr<Services>> servicesFor(const Options &options, const Preferences &preferences, Secret accessKey)
{
    if (options.practice)
        return practiceServices();
    auto environment = ClerkEnvironment::from(QProcessEnvironment::systemEnvironment());
    if (!environment)
        return failure(environment.error());
    if (!qEnvironmentVariableIsSet("CLERK_PLATFORM_API_URL") && !preferences.platformApiUrl().isEmpty())
        environment->platformApi = preferences.platformApiUrl();
    environment->accessKey = std::move(accessKey);
    return realServices(preferences, *environment);
}

} // namespace

int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    Secret accessKey = takeFromEnvironment("CLERK_PLATFORM_API_KEY");
    QCoreApplication::setApplicationName(QStringLiteral("golive"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GOLIVE_VERSION));
    const Options options = parseOptions(argumentsOf(argc, argv));
    if (options.task == Options::Task::PrintAndLeave) {
        // Needs no display, but an application object for the translation of what is printed.
        const QCoreApplication application(argc, argv);
        const Translations translations(options.language);
        return print(parseOptions(argumentsOf(argc, argv)));
    }

    if (options.task == Options::Task::Check) {
        const QCoreApplication application(argc, argv);
        return runCheck(options.check);
    }

    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Golive"));
    QGuiApplication::setDesktopFileName(QStringLiteral("golive"));
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    // The tour looks the same on every computer, and leaves nothing behind in the preferences.
    QSettings settings(options.task == Options::Task::Tour ? QString() : Preferences::defaultFile(),
                       QSettings::IniFormat);
    Preferences preferences(settings);
    const Translations translations(options.language.isEmpty() ? preferences.language() : options.language);
    const SystemAppearance appearance;

    const auto services = servicesFor(options, preferences, std::move(accessKey));
    if (!services)
        return showStartProblem(noticeFor(services.error()));

    AssembledWindow assembled(**services, preferences, appearance, options.theme);
    QObject::connect(&appearance, &SystemAppearance::changed, &assembled.window(),
                     [&assembled] { assembled.applyAppearance(); });
    assembled.window().screenSharing().setOn(options.screenSharing);
    if (options.size)
        assembled.window().resize(*options.size);
    assembled.window().show();
    if (options.task == Options::Task::Tour) {
        Tour tour(**services, assembled.window(), options.tourFolder);
        tour.start();
        return QApplication::exec();
    }
    return QApplication::exec();
}
