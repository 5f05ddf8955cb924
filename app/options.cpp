#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

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

Options refuse(const QString &language, const QString &sentence)
{
    return print(language,
                 sentence + QLatin1Char('\n') + OptionsText::tr("golive --help lists the options.") + QLatin1Char('\n'),
                 2);
}

Options checkFrom(const QStringList &arguments)
{
    const CheckArguments read = parseCheckArguments(arguments);
    const QString &language = read.options.language;
    if (!read.help.isEmpty())
        return print(language, read.help, 0);
    if (!read.mistake.isEmpty())
        return print(language,
                     read.mistake + QLatin1Char('\n') + OptionsText::tr("golive check --help lists the options.")
                         + QLatin1Char('\n'),
                     2);
    Options options;
    options.task = Options::Task::Check;
    options.language = language;
    options.check = read.options;
    return options;
}

std::optional<ThemeChoice> themeFrom(const QString &word)
{
    if (word == QLatin1String("light"))
        return ThemeChoice::Light;
    if (word == QLatin1String("dark"))
        return ThemeChoice::Dark;
    return std::nullopt;
}

/// `1024x600`: at least what the window needs, at most what any screen has.
std::optional<QSize> sizeFrom(const QString &words)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
    const QRegularExpressionMatch match = form.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

bool isLanguage(const QString &code)
{
    return QLocale(code).language() != QLocale::C;
}

/// What was asked for besides help and version.
Options optionsFrom(const QCommandLineParser &parser)
{
    Options options;
    options.practice = parser.isSet(QStringLiteral("practice"));
    options.screenSharing = parser.isSet(QStringLiteral("screen-sharing"));
    options.language = parser.value(QStringLiteral("lang"));
    if (parser.isSet(QStringLiteral("lang")) && !isLanguage(options.language))
        return refuse({},
                      OptionsText::tr("--lang is the code of a language, such as de, not “%1”.").arg(options.language));
    options.theme = themeFrom(parser.value(QStringLiteral("theme")));
    if (parser.isSet(QStringLiteral("theme")) && !options.theme)
        return refuse(
            options.language,
            OptionsText::tr("--theme is light or dark, not “%1”.").arg(parser.value(QStringLiteral("theme"))));
    options.size = sizeFrom(parser.value(QStringLiteral("size")));
    if (parser.isSet(QStringLiteral("size")) && !options.size)
        return refuse(options.language,
                      OptionsText::tr("--size is like 1024x600, not “%1”.").arg(parser.value(QStringLiteral("size"))));
    options.configDir = parser.value(QStringLiteral("config-dir"));
    if (parser.isSet(QStringLiteral("config-dir")) && options.configDir.trimmed().isEmpty())
        return refuse(options.language, OptionsText::tr("--config-dir is a folder, and may not be empty."));
    options.confirmed = parser.isSet(QStringLiteral("yes"));
    if (parser.isSet(QStringLiteral("reset"))) {
        options.task = Options::Task::Reset;
        return options;
    }
    if (options.confirmed)
        return refuse(options.language, OptionsText::tr("--yes belongs to --reset."));
    if (parser.isSet(QStringLiteral("export-report"))) {
        options.task = Options::Task::Report;
        options.reportFile = parser.value(QStringLiteral("export-report"));
        return options.reportFile.isEmpty()
            ? refuse(options.language, OptionsText::tr("--export-report is a file, and may not be empty."))
            : options;
    }
    if (parser.isSet(QStringLiteral("tour"))) {
        options.task = Options::Task::Tour;
        options.practice = true;
        options.tourFolder = parser.value(QStringLiteral("tour"));
    }
    return options;
}

/// What the window is opened with.
QList<QCommandLineOption> windowOptions()
{
    return {
        QCommandLineOption(
            QStringLiteral("practice"),
            OptionsText::tr("Practises on a pretend Clerk inside the program. Nothing is real and nothing is kept.")),
        QCommandLineOption(
            QStringLiteral("tour"),
            OptionsText::tr(
                "Walks through a whole practice deployment by itself and saves a picture of every step in DIR."),
            QStringLiteral("DIR")),
        QCommandLineOption(QStringLiteral("lang"),
                           OptionsText::tr("Speaks this language, such as de, instead of the system’s."),
                           QStringLiteral("CODE")),
        QCommandLineOption(QStringLiteral("theme"), OptionsText::tr("Shows itself light or dark, this time only."),
                           QStringLiteral("light|dark")),
        QCommandLineOption(QStringLiteral("size"), OptionsText::tr("Opens the window in this size, such as 1024x600."),
                           QStringLiteral("WxH")),
        QCommandLineOption(QStringLiteral("screen-sharing"),
                           OptionsText::tr("Starts in screen sharing mode: keys, ids and addresses are hidden.")),
    };
}

/// What has to do with files on this computer.
QList<QCommandLineOption> fileOptions()
{
    return {
        QCommandLineOption(
            QStringLiteral("config-dir"),
            OptionsText::tr("Keeps preferences and the notes about deployments in DIR instead of the usual places."),
            QStringLiteral("DIR")),
        QCommandLineOption(
            QStringLiteral("export-report"),
            OptionsText::tr(
                "Writes what support wants to know about this computer and its deployments to FILE, and ends."),
            QStringLiteral("FILE")),
        QCommandLineOption(
            QStringLiteral("reset"),
            OptionsText::tr(
                "Removes preferences and the notes about deployments, after asking, and ends. Names what stays in "
                "the password store.")),
        QCommandLineOption(QStringLiteral("yes"), OptionsText::tr("With --reset: does not ask.")),
    };
}

/// Calls the program by its name, wherever it was started from.
QString helpFrom(const QCommandLineParser &parser, const QString &startedAs)
{
    const QString name = QStringLiteral("golive");
    QString help = parser.helpText().replace(QLatin1String("<executable_name>"), name);
    if (!startedAs.isEmpty())
        help.replace(startedAs + QLatin1Char(' '), name + QLatin1Char(' '));
    return help;
}

} // namespace

Options parseOptions(const QStringList &arguments)
{
    if (arguments.value(1) == QLatin1String("check"))
        return checkFrom(arguments.mid(2));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, OptionsText::tr("Shows this help."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     OptionsText::tr("Shows the program’s version."));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        OptionsText::tr("Takes a Clerk application from its development instance to a working production instance."));
    parser.addOptions({help, version});
    parser.addOptions(windowOptions());
    parser.addOptions(fileOptions());
    parser.addPositionalArgument(
        QStringLiteral("check"),
        OptionsText::tr("Checks the DNS records of a domain, without a window; see check --help."),
        QStringLiteral("[check DOMAIN]"));

    const bool understood = parser.parse(arguments);
    const QString language = parser.value(QStringLiteral("lang"));
    if (!understood)
        return refuse(language, parser.errorText());
    if (parser.isSet(help))
        return print(language, helpFrom(parser, arguments.value(0)), 0);
    if (parser.isSet(version))
        return print(language, QStringLiteral("golive " GOLIVE_VERSION "\n"), 0);
    if (!parser.positionalArguments().isEmpty())
        return refuse(
            language,
            OptionsText::tr("“%1” is not something Golive knows.").arg(parser.positionalArguments().constFirst()));
    return optionsFrom(parser);
}

} // namespace golive
