#include "assembledwindow.h"

#include "composition.h"
#include "exportedreport.h"
#include "preferencechecks.h"
#include "systemappearance.h"
#include "translations.h"
#include "ui/pages/applicationpage.h"
#include "ui/pages/comparisonpage.h"
#include "ui/pages/connectpage.h"
#include "ui/pages/createpage.h"
#include "ui/pages/dnspage.h"
#include "ui/pages/domainpage.h"
#include "ui/pages/golivepage.h"
#include "ui/pages/handoverpage.h"
#include "ui/pages/providerspage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/startpage.h"
#include "ui/pages/summarypage.h"
#include "ui/practice/practicepanel.h"
#include "ui/shell/preferencesdialog.h"
#include "ui/shell/removalquestion.h"
#include "ui/shell/reportdialog.h"
#include "ui/widgets/signinproofcard.h"
#include "wizard/preferences.h"
#include "wizard/safelink.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLocale>
#include <QProcess>

namespace golive {
namespace {

ThemeChoice themeFrom(const QString &word)
{
    if (word == QLatin1String("dark"))
        return ThemeChoice::Dark;
    return word == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::System;
}

QString wordFor(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System: return QStringLiteral("system");
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    }
    Q_UNREACHABLE();
}

} // namespace

AssembledWindow::AssembledWindow(Services &services, Preferences &preferences, const SystemAppearance &appearance,
                                 std::optional<ThemeChoice> themeThisTime)
    : m_services(services)
    , m_preferences(preferences)
    , m_appearance(appearance)
    , m_themeThisTime(themeThisTime)
    , m_clipboard(*QGuiApplication::clipboard(), services.clock)
    , m_context {services.clock, m_clipboard,
                 [](const QUrl &url) { return isSafeToOpen(url) && QDesktopServices::openUrl(url); }}
    , m_window(services.assistant->flow(), preferences)
    , m_traces(*services.secrets, *services.journal, preferences, services.assistant->deployment().clerkHost())
    , m_goodNews(services.assistant->deployment(), preferences, m_notifier)
{
    applyAppearance();
    addPages();
    addPractice();
    m_window.setReasonToStay([this] { return m_services.assistant->reasonToStay(); });
    QObject::connect(&m_window, &AssistantWindow::preferencesWanted, &m_window, [this] { openPreferences(); });
    QObject::connect(&m_window, &AssistantWindow::reportWanted, &m_window, [this] {
        auto *dialog = new ReportDialog(reportOf(m_services), m_clipboard, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    QObject::connect(&services.assistant->start, &StartViewModel::practiceWanted, &m_window, [] {
        QStringList arguments {QStringLiteral("--practice")};
        if (const QLocale spoken; spoken.language() != QLocale::C)
            arguments << QStringLiteral("--lang") << spoken.name();
        QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments);
    });
    m_window.start();
}

void AssembledWindow::applyAppearance()
{
    applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()),
               m_themeThisTime.value_or(themeFrom(m_preferences.theme())), m_appearance.isDark(),
               m_appearance.wantsContrast() || m_preferences.wantsContrast());
}

void AssembledWindow::addPages()
{
    Assistant &assistant = *m_services.assistant;
    m_window.addPage(Step::Start, new StartPage(assistant.start, m_context));
    m_window.addPage(Step::Connect, new ConnectPage(assistant.connectStep, m_context));
    m_window.addPage(Step::Application, new ApplicationPage(assistant.application, m_context));
    m_window.addPage(Step::Settings, new SettingsPage(assistant.settings, m_context));
    m_window.addPage(Step::Domain, new DomainPage(assistant.domain, m_context));
    m_window.addPage(Step::Create, new CreatePage(assistant.create, m_context));
    m_window.addPage(Step::Providers, new ProvidersPage(assistant.providers, m_context));
    m_window.addPage(Step::Dns, new DnsPage(assistant.dns, m_context));
    m_window.addPage(Step::Compare, new ComparisonPage(assistant.comparison, m_context));
    auto *goLive = new GoLivePage(assistant.goLive, m_context);
    goLive->addPart(new SignInProofCard(assistant.signInProof, m_context));
    m_window.addPage(Step::GoLive, goLive);
    m_window.addPage(Step::HandOver, new HandoverPage(assistant.handOver, m_context));
    m_window.addPage(Step::Summary, new SummaryPage(assistant.summary, assistant.domain.staging(), m_context));
}

void AssembledWindow::addPractice()
{
    if (!m_services.practicePanel)
        return;
    m_window.setPracticeMode(true);
    m_window.setPracticePanel(new PracticePanel(*m_services.practicePanel));
    // In practice the records are entered in the panel; somebody new has to see that once.
    QObject::connect(&m_services.assistant->flow(), &WizardFlow::currentChanged, &m_window, [this](Step step) {
        if (step == Step::Dns && !std::exchange(m_panelShown, true))
            m_window.showPracticePanel(true);
    });
}

void AssembledWindow::openPreferences()
{
    PreferencesState state;
    state.theme = themeFrom(m_preferences.theme());
    state.wantsContrast = m_preferences.wantsContrast();
    state.language = m_preferences.language();
    state.notifies = m_preferences.notifies();
    state.resolvers = m_preferences.resolvers();
    state.clerkAddress = m_preferences.platformApiAddress();

    auto *dialog = new PreferencesDialog(state, preferenceChecks(), availableLanguages(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &PreferencesDialog::saved, &m_window, [this](const PreferencesState &saved) {
        m_preferences.setTheme(wordFor(saved.theme));
        m_themeThisTime.reset();
        m_preferences.setWantsContrast(saved.wantsContrast);
        m_preferences.setLanguage(saved.language);
        m_preferences.setNotifies(saved.notifies);
        m_preferences.setResolvers(saved.resolvers);
        m_preferences.setPlatformApiAddress(saved.clerkAddress);
        applyAppearance();
    });
    QObject::connect(dialog, &PreferencesDialog::removalWanted, &m_window, [this, dialog] {
        dialog->reject();
        askBeforeRemoval(&m_window, m_services.assistant->reasonToStay(), [this] { removeEverything(); });
    });
    dialog->open();
}

void AssembledWindow::removeEverything()
{
    onAnswer(m_traces.removeAll(), &m_window, [this](const Result<Removal> &removal) {
        if (removal)
            tellRemoval(*removal);
    });
}

void AssembledWindow::tellRemoval(const Removal &removal)
{
    RemovalWays ways;
    ways.close = [] { QCoreApplication::exit(0); }; // at once: on the usual way the window would note its place again
    ways.tryAgain = [this] { removeEverything(); };
    ways.removeFiles = [this] { tellRemoval(m_traces.removeFiles()); };
    showRemoval(&m_window, removal, ways);
}

} // namespace golive
