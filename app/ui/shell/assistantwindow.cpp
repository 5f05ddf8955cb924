#include "ui/shell/assistantwindow.h"

#include "ui/privacy/screensharing.h"
#include "ui/shell/buttonrow.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/page.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/practicestrip.h"
#include "ui/shell/readingorder.h"
#include "ui/shell/sidepanel.h"
#include "ui/shell/steplist.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace golive {
namespace {

constexpr QSize usualSize(1080, 720);
constexpr QSize smallestSize(800, 520);
constexpr int wideEnoughForAll = 1160; ///< step titles, page and panel side by side
constexpr int brandIcon = 28;

} // namespace

AssistantWindow::AssistantWindow(WizardFlow &flow, Preferences &preferences, QWidget *parent)
    : QMainWindow(parent)
    , m_flow(flow)
    , m_preferences(preferences)
    , m_sharing(new ScreenSharing(this))
    , m_practiceStrip(new PracticeStrip(this))
    , m_steps(new StepList(flow, this))
    , m_header(new PageHeader(*m_sharing, this))
    , m_stack(new QStackedWidget(this))
    , m_buttons(new ButtonRow(this))
    , m_helpPanel(new SidePanel(tr("Help"), this))
    , m_helpText(new TextLabel({}, TextRole::Body))
    , m_practicePanel(new SidePanel(tr("Practice"), this))
{
    auto *panels = new QVBoxLayout;
    panels->setSpacing(0);
    panels->addWidget(m_helpPanel, 1);
    panels->addWidget(m_practicePanel, 1);
    auto *step = new QHBoxLayout;
    step->setSpacing(0);
    step->addWidget(buildMain(), 1);
    step->addLayout(panels);
    // Below page and panels: the buttons stay where they are when a panel opens.
    auto *besideTheSteps = new QVBoxLayout;
    besideTheSteps->setSpacing(0);
    besideTheSteps->addLayout(step, 1);
    besideTheSteps->addWidget(m_buttons);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(buildSidebar());
    columns->addLayout(besideTheSteps, 1);

    auto *central = new QWidget(this);
    auto *rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_practiceStrip);
    rows->addLayout(columns, 1);
    setCentralWidget(central);

    m_practiceStrip->setVisible(false);
    buildPanels();
    buildMenu();
    retranslate();
    setMinimumSize(smallestSize);
    restorePlace();

    connect(m_buttons, &ButtonRow::back, this, [this] { m_flow.goBack(); });
    connect(m_buttons, &ButtonRow::forward, this, &AssistantWindow::goForward);
    connect(&m_flow, &WizardFlow::currentChanged, this, &AssistantWindow::changeStep);
}

QWidget *AssistantWindow::buildSidebar()
{
    auto *icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(QSize(brandIcon, brandIcon), devicePixelRatioF()));
    m_brandName = new TextLabel(QStringLiteral("Golive"), TextRole::Section, this);
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(18, 16, 18, 8);
    brand->setSpacing(12);
    brand->addWidget(icon);
    brand->addWidget(m_brandName, 1);

    auto *sidebar = new Surface(&ThemeColors::sidebar, Surface::Top | Surface::Trailing, this);
    auto *column = new QVBoxLayout(sidebar);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(0);
    column->addLayout(brand);
    column->addWidget(m_steps, 1);
    return sidebar;
}

QWidget *AssistantWindow::buildMain()
{
    auto *main = new Surface(&ThemeColors::page, Surface::Top, this);
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    return main;
}

void AssistantWindow::buildPanels()
{
    m_helpPanel->setObjectName(QStringLiteral("helpPanel"));
    m_practicePanel->setObjectName(QStringLiteral("practicePanel"));
    m_helpText->setObjectName(QStringLiteral("helpText"));
    m_helpText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_helpPanel->setContent(m_helpText);
    m_helpPanel->setVisible(false);
    m_practicePanel->setVisible(false);
    connect(m_helpPanel, &SidePanel::closed, this, [this] { showHelp(false); });
    connect(m_practicePanel, &SidePanel::closed, this, [this] { showPracticePanel(false); });
    connect(m_buttons, &ButtonRow::helpToggled, this, &AssistantWindow::showHelp);
    connect(m_practiceStrip, &PracticeStrip::panelToggled, this, &AssistantWindow::showPracticePanel);
}

void AssistantWindow::buildMenu()
{
    m_menu = new MainMenu(*menuBar(), *m_sharing, this);
    connect(m_menu, &MainMenu::preferencesWanted, this, &AssistantWindow::preferencesWanted);
    connect(m_menu, &MainMenu::reportWanted, this, &AssistantWindow::reportWanted);
    connect(m_menu, &MainMenu::helpToggled, this, [this] { showHelp(!m_helpPanel->isVisibleTo(this)); });
    connect(m_menu, &MainMenu::aboutWanted, this, &AssistantWindow::showAbout);
    connect(m_menu, &MainMenu::quitWanted, this, &QWidget::close);
}

void AssistantWindow::retranslate()
{
    m_menu->retranslate();
    m_helpPanel->setTitle(tr("Help"));
    m_practicePanel->setTitle(tr("Practice"));
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
        m_steps->setTitle(page.key(), page.value()->shortTitle());
    renderHeader();
    renderHelp();
}

void AssistantWindow::addPage(Step step, Page *page)
{
    m_pages.insert(step, page);
    m_stack->addWidget(page);
    connect(&page->viewModel(), &StepViewModel::stateChanged, this, [this, page] {
        if (page == m_shown)
            renderHeader();
    });
    m_steps->setTitle(step, page->shortTitle());
}

void AssistantWindow::start()
{
    changeStep();
}

void AssistantWindow::changeStep()
{
    Page *next = m_pages.value(m_flow.current());
    if (next == nullptr || next == m_shown)
        return;
    const bool walkingTheList = m_steps->hasFocus();
    if (m_shown != nullptr)
        m_shown->viewModel().leave();
    m_shown = next;
    m_buttons->setPlace(m_flow.current() == allSteps.front(), m_flow.current() == allSteps.back());
    m_stack->setCurrentWidget(next);
    renderHeader();
    renderHelp();
    next->viewModel().enter();
    // Wrapped texts inside cards inside a scroll area need several rounds of layout; all of them now,
    // so that the page is never seen half arranged.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!walkingTheList)
        next->focusFirstField();
}

void AssistantWindow::renderHeader()
{
    if (m_shown == nullptr)
        return;
    m_header->setTitles(m_shown->title(), m_shown->subtitle());
    m_shown->setAccessibleName(m_shown->title());
    m_buttons->setForwardIsMain(m_shown->forwardIsMain());
    //: window title: the step's title and the program's name
    setWindowTitle(tr("%1 - Golive").arg(m_shown->title()));
}

void AssistantWindow::renderHelp()
{
    if (m_shown == nullptr)
        return;
    const QString text = m_shown->helpText();
    m_helpText->setText(text.isEmpty() ? tr("There is nothing more to explain about this step.") : text);
}

void AssistantWindow::goForward()
{
    if (m_flow.current() == allSteps.back())
        close();
    else if (m_shown != nullptr)
        m_shown->viewModel().goForward();
}

void AssistantWindow::setPracticeMode(bool practice)
{
    m_practiceStrip->setVisible(practice);
}

void AssistantWindow::setPracticePanel(QWidget *panel)
{
    m_practicePanel->setContent(panel);
    m_practiceStrip->setHasPanel(true);
}

void AssistantWindow::showPracticePanel(bool shown)
{
    m_practicePanel->setVisible(shown);
    m_practiceStrip->setPanelShown(shown);
    arrange();
}

void AssistantWindow::showHelp(bool shown)
{
    const bool focusInside = m_helpPanel->isAncestorOf(QApplication::focusWidget());
    m_helpPanel->setVisible(shown);
    m_buttons->setHelpShown(shown);
    arrange();
    if (shown)
        m_helpText->setFocus(Qt::OtherFocusReason);
    else if (focusInside && m_shown != nullptr)
        m_shown->focusFirstField();
}

void AssistantWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    QApplication::alert(this); // where the desktop does not let a window come forward by itself
}

void AssistantWindow::arrange()
{
    const bool panelOpen = !m_helpPanel->isHidden() || !m_practicePanel->isHidden();
    const bool compact = panelOpen && width() < wideEnoughForAll;
    m_steps->setCompact(compact);
    m_buttons->setLeadingSpace(compact ? StepList::wide - StepList::narrow : 0);
    m_brandName->setVisible(!compact);
}

void AssistantWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    QWidget *focused = QApplication::focusWidget();
    if (m_buttons->isAncestorOf(focused) && m_buttons->pressFocused())
        return;
    const bool inField
        = qobject_cast<QLineEdit *>(focused) != nullptr && m_shown != nullptr && m_shown->isAncestorOf(focused);
    if (inField && m_shown->enterGoesForward())
        goForward();
}

/// From the page to the buttons below it, then to what stands around both.
bool AssistantWindow::focusNextPrevChild(bool next)
{
    QList<QWidget *> stops;
    for (const QWidget *region : std::initializer_list<const QWidget *> {
             m_shown, m_buttons, m_helpPanel, m_practicePanel, m_practiceStrip, m_steps->parentWidget(), m_header})
        if (region != nullptr && region->isVisibleTo(this))
            stops += tabStops(*region);
    const qsizetype here = stops.indexOf(QApplication::focusWidget());
    if (stops.isEmpty() || (here < 0 && m_shown != QApplication::focusWidget()))
        return QMainWindow::focusNextPrevChild(next);
    const qsizetype there = here < 0 && !next ? stops.size() - 1 : here + (next ? 1 : -1);
    QWidget *stop = stops.at((there + stops.size()) % stops.size());
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget *above = stop->parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(stop);
    return true;
}

void AssistantWindow::closeEvent(QCloseEvent *event)
{
    const QString reason = m_closeAnyway ? QString() : whyStay();
    if (!reason.isEmpty()) {
        event->ignore();
        askBeforeClosing(tr("Close Golive now?"), reason);
        return;
    }
    m_preferences.setWindowGeometry(saveGeometry());
    event->accept();
}

QString AssistantWindow::whyStay() const
{
    QString ofPage = m_shown != nullptr ? m_shown->reasonToStay() : QString();
    if (!ofPage.isEmpty())
        return ofPage;
    return m_reasonToStay ? m_reasonToStay() : QString();
}

void AssistantWindow::explainHeldUpSession()
{
    bringToFront();
    askBeforeClosing(tr("Golive has stopped you from signing out."),
                     whyStay() + QStringLiteral("\n\n")
                         + tr("Settle this first, or close Golive. Then sign out or shut down once more."));
}

void AssistantWindow::askBeforeClosing(const QString &title, const QString &reason)
{
    delete findChild<QMessageBox *>(QStringLiteral("closeQuestion")); // what was asked before is out of date
    auto *question
        = new QMessageBox(QMessageBox::Question, QStringLiteral("Golive"), title, QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("closeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(reason);
    QPushButton *stay = question->addButton(tr("&Stay"), QMessageBox::RejectRole);
    QPushButton *leave = question->addButton(tr("&Close Golive"), QMessageBox::AcceptRole);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(leave, &QPushButton::clicked, this, [this] {
        m_closeAnyway = true;
        close();
    });
    question->open();
}

void AssistantWindow::showAbout()
{
    auto *about = new QMessageBox(QMessageBox::NoIcon, tr("About Golive"),
                                  QStringLiteral("Golive %1").arg(QCoreApplication::applicationVersion()),
                                  QMessageBox::Ok, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    about->setInformativeText(tr("Takes a Clerk application from development to production.\n\n"
                                 "Free software under the MIT licence. Golive is not made by Clerk."));
    about->open();
}

void AssistantWindow::restorePlace()
{
    const QRect screen = this->screen()->availableGeometry();
    resize(usualSize.boundedTo(screen.size()));
    restoreGeometry(m_preferences.windowGeometry());
    // A place on a screen that is no longer there, or larger than this one.
    const QRect there = this->screen()->availableGeometry();
    if (!there.contains(frameGeometry())) {
        resize(size().boundedTo(there.size()).expandedTo(minimumSize()));
        move(there.center() - QPoint(width() / 2, height() / 2));
        move(qMax(there.left(), x()), qMax(there.top(), y()));
    }
}

void AssistantWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

void AssistantWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace golive
