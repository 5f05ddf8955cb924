#include "check/checkoptions.h"

#include "check/checkedrecords.h"
#include "dns/ask/dnssettings.h"
#include "model/domainname.h"
#include "model/hostname.h"
#include "wizard/displaytext.h"
#include "wizard/domainwords.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace golive {
namespace {

constexpr qsizetype longestEcho = 80; // of what was typed, in the sentence about it
constexpr int aDay = 86'400;
constexpr int largestPort = 65'535;

class CheckOptionsText
{
    Q_DECLARE_TR_FUNCTIONS(golive::CheckOptions)
};

QString echo(const QString &typed)
{
    return displayText(typed, longestEcho);
}

struct Declared
{
    QCommandLineOption help {{QStringLiteral("h"), QStringLiteral("help")}, CheckOptionsText::tr("Shows this help.")};
    QCommandLineOption record {
        QStringLiteral("record"),
        CheckOptionsText::tr("Checks this record instead of those Clerk usually asks for. HOST may leave out the "
                             "domain; * in TARGET stands for a part that may be anything. Can be given many times."),
        QStringLiteral("HOST=TARGET")};
    QCommandLineOption resolver {
        QStringLiteral("resolver"),
        CheckOptionsText::tr("Asks this resolver instead of the built-in ones. Can be given many times."),
        QStringLiteral("IP[:PORT]")};
    QCommandLineOption json {QStringLiteral("json"), CheckOptionsText::tr("Answers in JSON, one object a line.")};
    QCommandLineOption wait {
        QStringLiteral("wait"),
        CheckOptionsText::tr("Keeps looking until all records are right, so many seconds at most."),
        QStringLiteral("SECONDS")};
    QCommandLineOption from {
        QStringLiteral("from"),
        CheckOptionsText::tr("Checks every domain in this file, one a line; - reads standard input."),
        QStringLiteral("FILE")};
    QCommandLineOption authoritativePort {
        QStringLiteral("authoritative-port"),
        CheckOptionsText::tr("Where the zones’ own servers answer, on a test network. Nobody else is asked then but "
                             "they and the resolvers."),
        QStringLiteral("N")};
    QCommandLineOption language {QStringLiteral("lang"),
                                 CheckOptionsText::tr("Speaks this language, such as de, instead of the system’s."),
                                 QStringLiteral("CODE")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOptions({help, record, resolver, json, wait, from, authoritativePort, language});
        parser.addPositionalArgument(QStringLiteral("DOMAIN"), CheckOptionsText::tr("The domain to check."));
        parser.setApplicationDescription(CheckOptionsText::tr(
            "Checks the DNS records of a production domain and says what is wrong with them.\n"
            "Ends with 0 when all records are right, with 1 when not, with 2 when it does not understand."));
    }
};

std::optional<int> numberIn(const QString &text, int least, int most)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

/// Each takes its part of the arguments over, and answers with a sentence when it cannot.
using Reader = QString (*)(CheckOptions &, const QCommandLineParser &, const Declared &);

QString readSubject(CheckOptions &options, const QCommandLineParser &parser, const Declared &declared)
{
    const QStringList words = parser.positionalArguments();
    options.list = parser.value(declared.from);
    if (parser.isSet(declared.from) && options.list.isEmpty())
        return CheckOptionsText::tr("--from needs the name of a file, or - for standard input.");
    if (parser.isSet(declared.from) && !words.isEmpty())
        return CheckOptionsText::tr("Either a domain or --from, not both: “%1”.").arg(echo(words.constFirst()));
    if (parser.isSet(declared.from))
        return {};
    if (words.isEmpty())
        return CheckOptionsText::tr("Which domain? For example: golive check example.com");
    if (words.size() > 1)
        return CheckOptionsText::tr("One domain at a time; --from takes a list of them. “%1” is one too many.")
            .arg(echo(words.at(1)));
    const auto domain = checkableDomain(words.constFirst());
    if (!domain)
        return domain.error();
    options.domain = *domain;
    return {};
}

QString readRecords(CheckOptions &options, const QCommandLineParser &parser, const Declared &declared)
{
    const QStringList typed = parser.values(declared.record);
    for (const QString &each : typed) {
        const auto record = typedRecordFrom(each);
        if (!record)
            return record.error();
        options.records.append(*record);
    }
    if (options.domain.isEmpty())
        return {};
    const auto records = recordsToCheck(options.domain, options.records);
    return records ? QString() : records.error();
}

QString readServers(CheckOptions &options, const QCommandLineParser &parser, const Declared &declared)
{
    options.resolvers = parser.values(declared.resolver);
    options.resolvers.removeDuplicates();
    const auto resolvers = parseResolvers(options.resolvers);
    if (!resolvers || options.resolvers.contains(QString()))
        return CheckOptionsText::tr("--resolver is an IP address, with a port if it is not 53, not “%1”.")
            .arg(resolvers ? QString() : echo(resolvers.error().names.value(0)));
    if (!parser.isSet(declared.authoritativePort))
        return {};
    const auto port = numberIn(parser.value(declared.authoritativePort), 1, largestPort);
    if (!port)
        return CheckOptionsText::tr("--authoritative-port is a number from 1 to %1, not “%2”.")
            .arg(largestPort)
            .arg(echo(parser.value(declared.authoritativePort)));
    options.authoritativePort = static_cast<quint16>(*port);
    return {};
}

QString readWait(CheckOptions &options, const QCommandLineParser &parser, const Declared &declared)
{
    if (!parser.isSet(declared.wait))
        return {};
    const auto seconds = numberIn(parser.value(declared.wait), 0, aDay);
    if (!seconds)
        return CheckOptionsText::tr("--wait is a number of seconds from 0 to %1, not “%2”.")
            .arg(aDay)
            .arg(echo(parser.value(declared.wait)));
    if (parser.isSet(declared.from))
        return CheckOptionsText::tr("--wait is for one domain, not for a list.");
    options.wait = std::chrono::seconds(*seconds);
    return {};
}

QString helpFrom(const QCommandLineParser &parser)
{
    const QString asCalled = QCoreApplication::instance() ? QCoreApplication::arguments().constFirst()
                                                          : QStringLiteral("<executable_name>");
    return parser.helpText().replace(asCalled + QStringLiteral(" [options]"), QStringLiteral("golive check [options]"));
}

} // namespace

CheckArguments parseCheckArguments(const QStringList &arguments)
{
    const Declared declared;
    QCommandLineParser parser;
    declared.addTo(parser);
    // The parser takes the first for the program's name.
    const bool understood = parser.parse(QStringList(QStringLiteral("golive")) + arguments);
    CheckArguments read;
    read.options.language = parser.value(declared.language);
    if (!understood) {
        read.mistake = parser.errorText();
        return read;
    }
    if (parser.isSet(declared.help)) {
        read.help = helpFrom(parser);
        return read;
    }
    read.options.json = parser.isSet(declared.json);
    for (const Reader reader : {readSubject, readRecords, readServers, readWait})
        if (read.mistake.isEmpty())
            read.mistake = reader(read.options, parser, declared);
    return read;
}

tl::expected<QString, QString> checkableDomain(const QString &typed)
{
    const auto domain = DomainName::parse(typed);
    if (domain)
        return domain->ascii();
    if (domain.error().kind == DomainProblem::Kind::HostingProvider)
        if (const auto host = hostNameFrom(typed))
            return *host;
    return tl::unexpected(QStringLiteral("“%1”: %2").arg(echo(typed), DomainWords::problem(domain.error())));
}

} // namespace golive
