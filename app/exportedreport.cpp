#include "exportedreport.h"

#include "composition.h"
#include "foundation/wholefile.h"
#include "options.h"
#include "places.h"
#include "translations.h"
#include "wizard/supportfacts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSysInfo>

#include <cstdio>

namespace golive {
namespace {

class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(golive::ExportedReport)
};

void say(std::FILE *stream, const QString &text)
{
    std::fputs((text + QLatin1Char('\n')).toLocal8Bit().constData(), stream);
}

/// Names of people and computers are nobody's business.
QList<SupportFacts::Line> programLines()
{
    const auto isHere = [](const char *name) {
        return qEnvironmentVariableIsEmpty(name) ? QStringLiteral("no") : QStringLiteral("yes");
    };
    QList<SupportFacts::Line> lines {
        {QStringLiteral("Golive"), QCoreApplication::applicationVersion()},
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
        {QStringLiteral("System"), QSysInfo::prettyProductName()},
        {QStringLiteral("Kernel"), QSysInfo::kernelVersion()},
        {QStringLiteral("Processor"), QSysInfo::currentCpuArchitecture()},
        {QStringLiteral("Desktop"), qEnvironmentVariable("XDG_CURRENT_DESKTOP")},
        {QStringLiteral("Session"), qEnvironmentVariable("XDG_SESSION_TYPE")},
        {QStringLiteral("Language"), QLocale().name()},
        {QStringLiteral("Session bus named"), isHere("DBUS_SESSION_BUS_ADDRESS")},
        {QStringLiteral("Proxy in environment"), isHere("https_proxy")},
    };
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr)
        lines.append({QStringLiteral("Platform"), QGuiApplication::platformName()});
    return lines;
}

void addJournal(SupportFacts &facts, const DeployJournal &journal)
{
    facts.others = journal.entries();
    for (const QString &path : journal.setAside())
        facts.setAside.append(QFileInfo(path).fileName());
}

} // namespace

QString reportOf(Services &services)
{
    SupportFacts facts = supportFacts(*services.assistant);
    facts.madeAt = services.clock.now();
    facts.program = programLines();
    facts.calls = services.calls.calls();
    addJournal(facts, *services.journal);
    return supportReport(facts, QDir::homePath());
}

int runReport(const Options &options)
{
    const Places places = Places::in(options.configDir);
    const Translations translations(options.language);
    const DeployJournal journal(places.journal);
    SupportFacts facts;
    facts.madeAt = QDateTime::currentDateTimeUtc();
    facts.program = programLines();
    addJournal(facts, journal);
    const QString path = QDir::toNativeSeparators(options.reportFile);
    if (const Result<> written = writeWholeFile(options.reportFile, supportReport(facts, QDir::homePath()).toUtf8());
        !written) {
        say(stderr, ReportText::tr("The report could not be written to %1: %2").arg(path, written.error().detail));
        return 1;
    }
    say(stdout, ReportText::tr("The report is in %1. Read it before you send it.").arg(path));
    return 0;
}

} // namespace golive
