#include "ui/samplepages.h"

#include "foundation/clock.h"
#include "ui/shell/assistantwindow.h"
#include "ui/shell/preferencesdialog.h"
#include "ui/shell/reportdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"
#include "wizard/preferences.h"

#include <QApplication>
#include <QClipboard>
#include <QCommandLineParser>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

namespace {

/// Shows the room's shell and widgets with sample content, or takes their pictures.
class Gallery
{
public:
    Gallery()
        : m_settings(m_folder.filePath(QStringLiteral("gallery.conf")), QSettings::IniFormat)
        , m_preferences(m_settings)
        , m_clipboard(*QGuiApplication::clipboard(), m_clock)
        , m_context {m_clock, m_clipboard, [](const QUrl &) { return false; }}
        , m_window(m_flow, m_preferences)
    {
        fillWithProgress(m_flow);
        addSamplePages(m_window, m_context);
        m_flow.goTo(Step::Dns);
        m_window.start();
        m_window.setPracticePanel(new TextLabel(QStringLiteral("What stands for the DNS provider comes here.")));
    }

    AssistantWindow &window() { return m_window; }

    void shootAll(const QDir &folder)
    {
        const auto set = [&](const char *name, ThemeChoice theme, QSize size, Qt::LayoutDirection direction) {
            applyTheme(*qApp, theme, false);
            QGuiApplication::setLayoutDirection(direction);
            m_window.resize(size);
            for (const Step step : allSteps)
                shoot(folder, QString::fromLatin1(name), step);
        };
        m_window.show();
        set("light", ThemeChoice::Light, {1180, 760}, Qt::LeftToRight);
        set("dark", ThemeChoice::Dark, {1180, 760}, Qt::LeftToRight);
        set("small", ThemeChoice::Light, {1024, 600}, Qt::LeftToRight);
        set("rtl", ThemeChoice::Light, {1024, 600}, Qt::RightToLeft);
        applyTheme(*qApp, ThemeChoice::Light, false);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        m_window.setPracticeMode(true);
        m_window.showHelp(true);
        shoot(folder, QStringLiteral("panels-small"), Step::Dns);
        m_window.showPracticePanel(true);
        m_window.resize(1180, 760);
        shoot(folder, QStringLiteral("panels"), Step::Dns);
        applyTheme(*qApp, ThemeChoice::Dark, false);
        shoot(folder, QStringLiteral("panels-dark"), Step::Dns);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, theme, false, true);
            shoot(folder, theme == ThemeChoice::Dark ? QStringLiteral("strong-dark") : QStringLiteral("strong"),
                  Step::Dns);
        }
        shootPreferences(folder);
        shootReport(folder);
    }

private:
    void shoot(const QDir &folder, const QString &set, Step step)
    {
        setProgressFor(step);
        m_flow.goTo(step);
        QTest::qWait(60);
        const QString file
            = QStringLiteral("%1-%2.png").arg(set).arg(static_cast<int>(step) + 1, 2, 10, QLatin1Char('0'));
        m_window.grab().save(folder.filePath(file));
    }

    /// Early steps are shown as a newcomer sees them.
    void setProgressFor(Step step)
    {
        if (step > Step::Create) {
            fillWithProgress(m_flow);
            return;
        }
        Progress progress;
        progress.started = step > Step::Start;
        progress.connected = step > Step::Connect;
        if (step > Step::Application)
            progress.facts.application = Application();
        if (step > Step::Application)
            progress.plan.applicationId = QStringLiteral("app_1");
        if (step > Step::Settings)
            progress.plan.settings = DeployPlan::Settings::CloneDevelopment;
        if (step > Step::Domain)
            progress.plan.domain = QStringLiteral("harbour.example");
        m_flow.setProgress(progress);
    }

    void shootPreferences(const QDir &folder)
    {
        PreferencesState state;
        state.resolvers = QStringList {QStringLiteral("9.9.9.9"), QStringLiteral("192.0.2.1:5353")};
        PreferencesDialog dialog(state, {}, {{QStringLiteral("de"), QStringLiteral("Deutsch")}}, &m_window);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, theme, false);
            dialog.show();
            QTest::qWait(60);
            dialog.grab().save(folder.filePath(theme == ThemeChoice::Dark ? QStringLiteral("preferences-dark.png")
                                                                          : QStringLiteral("preferences.png")));
        }
    }

    void shootReport(const QDir &folder)
    {
        QString report = QStringLiteral("GOLIVE SUPPORT REPORT\n  Made                   2026-03-01T09:00:00Z\n\n"
                                        "DEPLOYMENT\n  Production             ins_3kFDomopL9lPlkRKLu2XMb361mA\n"
                                        "  Domain at Clerk        harbour.example\n");
        ReportDialog dialog(report, m_clipboard, &m_window);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, theme, false);
            dialog.show();
            QTest::qWait(60);
            dialog.grab().save(folder.filePath(theme == ThemeChoice::Dark ? QStringLiteral("report-dark.png")
                                                                          : QStringLiteral("report.png")));
        }
    }

    QTemporaryDir m_folder;
    QSettings m_settings;
    Preferences m_preferences;
    SystemClock m_clock;
    ClipboardGuard m_clipboard;
    PageContext m_context;
    WizardFlow m_flow;
    AssistantWindow m_window;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    const QCommandLineOption shot(QStringLiteral("shot"), QStringLiteral("Take pictures into this folder and end."),
                                  QStringLiteral("folder"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("Open in dark colours."));
    options.addOptions({shot, dark});
    options.process(application);

    applyTheme(application, options.isSet(dark) ? ThemeChoice::Dark : ThemeChoice::Light, false);
    Gallery gallery;
    if (options.isSet(shot)) {
        const QDir folder(options.value(shot));
        folder.mkpath(QStringLiteral("."));
        gallery.shootAll(folder);
        return 0;
    }
    gallery.window().show();
    return QApplication::exec();
}
