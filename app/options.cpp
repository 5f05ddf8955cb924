#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace golive {
namespace {

class OptionsText
{
    Q_DECLARE_TR_FUNCTIONS(golive::Options)
};

Options print(const QString &language, const QString &output, int exitCode)
{
    Options options;
    options.language = language;
    options.task = Options::Task::PrintAndLeave;
    options.output = output;
    options.exitCode = exitCode;
    return options;
}

} // namespace

Options parseOptions(const QStringList &arguments)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, OptionsText::tr("Shows this help."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     OptionsText::tr("Shows the program’s version."));
    const QCommandLineOption practice(
        QStringLiteral("practice"),
        OptionsText::tr("Practises on a pretend Clerk inside the program. Nothing is real and nothing is kept."));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        OptionsText::tr(
            "Walks through a whole practice deployment by itself and saves a picture of every step in DIR."),
        QStringLiteral("DIR"));
    const QCommandLineOption languageOption(
        QStringLiteral("lang"), OptionsText::tr("Speaks this language, such as de, instead of the system’s."),
        QStringLiteral("CODE"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        OptionsText::tr("Takes a Clerk application from its development instance to a working production instance."));
    parser.addOptions({help, version, practice, tour, languageOption});

    const QString usageHint = OptionsText::tr("golive --help lists the options.");
    const bool understood = parser.parse(arguments);
    const QString language = parser.value(languageOption);
    if (!understood)
        return print(language, parser.errorText() + QLatin1Char('\n') + usageHint + QLatin1Char('\n'), 2);
    if (parser.isSet(help))
        return print(language, parser.helpText().replace(QLatin1String("<executable_name>"), QLatin1String("golive")),
                     0);
    if (parser.isSet(version))
        return print(language, QStringLiteral("golive " GOLIVE_VERSION "\n"), 0);
    if (!parser.positionalArguments().isEmpty())
        return print(
            language,
            OptionsText::tr("“%1” is not something Golive knows.").arg(parser.positionalArguments().constFirst())
                + QLatin1Char('\n') + usageHint + QLatin1Char('\n'),
            2);
    Options options;
    options.practice = parser.isSet(practice);
    options.language = language;
    if (parser.isSet(tour)) {
        options.task = Options::Task::Tour;
        options.practice = true;
        options.tourFolder = parser.value(tour);
    }
    return options;
}

} // namespace golive
