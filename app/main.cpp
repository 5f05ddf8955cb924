#include "assembledwindow.h"
#include "checkprogram.h"
#include "clerk/clerkenvironment.h"
#include "composition.h"
#include "exportedreport.h"
#include "foundation/processsecrecy.h"
#include "options.h"
#include "orderlyend.h"
#include "places.h"
#include "resetprogram.h"
#include "sessionend.h"
#include "singleinstance.h"
#include "systemappearance.h"
#include "tour.h"
#include "translations.h"
#include "ui/privacy/screensharing.h"
#include "ui/shell/startproblem.h"
#include "wizard/preferences.h"
#include "wizard/startwords.h"

#include <QApplication>
#include <QNetworkProxyFactory>
#include <QProcessEnvironment>
#include <QSettings>

#include <cstdio>
#include <cstdlib>
#include <optional>

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

Result<std::unique_ptr<Services>> servicesFor(const Options &options, const Preferences &preferences,
                                              const Secret &accessKey)
{
    if (options.practice)
        return practiceServices();
    auto environment = ClerkEnvironment::from(
        QProcessEnvironment::systemEnvironment(),
        {preferences.platformApiAddress(), QString::fromLatin1(Preferences::platformApiSetting)});
    if (!environment)
        return failure(environment.error());
    environment->accessKey = accessKey;
    return realServices(preferences, *environment, Places::in(options.configDir).journal);
}

/// A session bus that dies (the person signs out, a daemon crashes) must not take the program and what is only in its
/// memory along: Qt 6.4 then passes libdbus a call that never was, and libdbus answers with abort() unless told not to.
void keepLibdbusFromAborting()
{
    qputenv("DBUS_FATAL_WARNINGS", "0");
}

/// Puts back to its default what kept the program from starting.
void reset(const QString &setting, Preferences &preferences)
{
    if (setting == QLatin1String(Preferences::platformApiSetting))
        preferences.setPlatformApiAddress({});
    else
        preferences.setResolvers({});
}

constexpr int noDisplayExitCode = 1;

bool mayHaveDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

/// A display that is named but does not answer makes Qt abort; there is no other place to step in.
void leaveWithoutDisplay(QtMsgType type, const QMessageLogContext & /*context*/, const QString &message)
{
    if (type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", StartWords::noDisplayInEnglish);
        std::_Exit(noDisplayExitCode);
    }
    std::fprintf(stderr, "%s\n", qPrintable(message));
}

/// The exit code of a program that came second.
int leaveTo(SingleInstance::Outcome outcome)
{
    if (outcome == SingleInstance::Outcome::OtherWasShown) {
        std::fprintf(stdout, "%s\n", qPrintable(StartWords::alreadyOpen()));
        return 0;
    }
    (void)showStartProblem(StartWords::otherIsSilent());
    return 1;
}

/// Without a display, in the person's language.
int complainAboutDisplay(int argc, char *argv[], const QString &language)
{
    const QCoreApplication application(argc, argv);
    const Translations translations(language);
    std::fprintf(stderr, "%s\n", qPrintable(StartWords::noDisplay()));
    return noDisplayExitCode;
}

/// What is needed before there is a window, asking back where a setting cannot be used. Null: the person leaves.
std::unique_ptr<Services> startedServices(const Options &options, Preferences &preferences, const Secret &accessKey)
{
    auto services = servicesFor(options, preferences, accessKey);
    while (!services) {
        const Error error = services.error();
        if (!showStartProblem(StartWords::problem(error), StartWords::remedy(error)))
            return nullptr;
        reset(error.field, preferences);
        services = servicesFor(options, preferences, accessKey);
    }
    return std::move(*services);
}

/// What needs no window; nothing when one is asked for. There is an application object for the translations.
std::optional<int> runWithoutWindow(const Options &options, int argc, char *argv[])
{
    using Task = Options::Task;
    if (options.task == Task::Assist || options.task == Task::Tour)
        return std::nullopt;
    // GLib keeps its sockets in a list that is walked for each; of a thousand domains that is most of the work.
    if (options.task == Task::Check)
        qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    if (options.task == Task::Check)
        return runCheck(options.check);
    if (options.task == Task::Report)
        return runReport(options);
    if (options.task == Task::Reset)
        return runReset(options);
    const Translations translations(options.language);
    return print(parseOptions(argumentsOf(argc, argv)));
}

/// From the window's opening to the program's end.
int runWindow(const Options &options, Services &services, Preferences &preferences, const SystemAppearance &appearance,
              const SingleInstance &instance)
{
    const OrderlyEnd orderlyEnd(*services.assistant, services.clock);
    AssembledWindow assembled(services, preferences, appearance, options.theme);
    const SessionEnd sessionEnd(*services.assistant, assembled.window());
    QObject::connect(&instance, &SingleInstance::shownWanted, &assembled.window(),
                     [&assembled] { assembled.window().bringToFront(); });
    QObject::connect(&appearance, &SystemAppearance::changed, &assembled.window(),
                     [&assembled] { assembled.applyAppearance(); });
    assembled.window().screenSharing().setOn(options.screenSharing);
    if (options.size)
        assembled.window().resize(*options.size);
    assembled.window().show();
    if (options.task == Options::Task::Tour) {
        Tour tour(services, assembled.window(), options.tourFolder);
        tour.start();
        return QApplication::exec();
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    keepLibdbusFromAborting();
    const Secret accessKey = takeFromEnvironment("CLERK_PLATFORM_API_KEY");
    QCoreApplication::setApplicationName(QStringLiteral("golive"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GOLIVE_VERSION));
    const Options options = parseOptions(argumentsOf(argc, argv));
    if (const auto exitCode = runWithoutWindow(options, argc, argv))
        return *exitCode;
    if (!mayHaveDisplay())
        return complainAboutDisplay(argc, argv, options.language);

    qInstallMessageHandler(leaveWithoutDisplay);
    const QApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Golive"));
    QGuiApplication::setDesktopFileName(QStringLiteral("golive"));
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    // The tour looks the same on every computer, and leaves nothing behind in the preferences.
    QSettings settings(options.task == Options::Task::Tour ? QString() : Places::in(options.configDir).preferences,
                       QSettings::IniFormat);
    Preferences preferences(settings);
    const Translations translations(options.language.isEmpty() ? preferences.language() : options.language);

    SingleInstance instance(SingleInstance::scopeOf(Places::in(options.configDir).journal),
                            SingleInstance::usualFolder());
    if (options.task == Options::Task::Assist && !options.practice) {
        const auto outcome = instance.claim();
        if (outcome != SingleInstance::Outcome::First)
            return leaveTo(outcome);
    }

    const SystemAppearance appearance; // asks the desktop: only where somebody stays for the answer
    const auto services = startedServices(options, preferences, accessKey);
    if (!services)
        return 1;

    return runWindow(options, *services, preferences, appearance, instance);
}
