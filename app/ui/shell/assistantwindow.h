#pragma once

#include "wizard/preferences.h"
#include "wizard/wizardflow.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace golive {

class ButtonRow;
class MainMenu;
class Page;
class PageHeader;
class PracticeStrip;
class ScreenSharing;
class SidePanel;
class StepList;
class TextLabel;

/// The assistant's window: steps on the left, the current step's title and page, one row of buttons
/// that never move or change size, and panels for help and practice at the far side. Knows the flow
/// and no page by type. Escape never ends the program; Enter goes forward only where the page says so.
class AssistantWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Flow and preferences must outlive the window. The window's place is kept in the preferences.
    AssistantWindow(WizardFlow &flow, Preferences &preferences, QWidget *parent = nullptr);

    /// Takes the page over. Add pages in any order, then call start(). The window asks the page's view
    /// model to go forward; whoever owns the flow moves it.
    void addPage(Step step, Page *page);
    /// Shows the flow's current step and tells its view model.
    void start();

    [[nodiscard]] Page *currentPage() const { return m_shown; }
    [[nodiscard]] Page *page(Step step) const { return m_pages.value(step); }

    /// Shows the strip that says that nothing is real.
    void setPracticeMode(bool practice);
    /// What stands for the DNS provider in practice mode; takes it over. Opens beside the page.
    void setPracticePanel(QWidget *panel);
    void showPracticePanel(bool shown);
    void showHelp(bool shown);
    [[nodiscard]] ScreenSharing &screenSharing() { return *m_sharing; }
    /// Wherever it is: minimised, or behind other windows.
    void bringToFront();

    /// Asked before closing, after the current page's own reasonToStay(): empty when nothing is lost,
    /// otherwise what is under way and what will remain.
    void setReasonToStay(std::function<QString()> reason) { m_reasonToStay = std::move(reason); }
    /// What would be lost if the program ended now, or is under way; empty when nothing is.
    [[nodiscard]] QString whyStay() const;
    /// The desktop wanted to end the session and was asked not to: says so, and why.
    void explainHeldUpSession();

Q_SIGNALS:
    void preferencesWanted();
    void reportWanted(); ///< for support

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildMenu();
    [[nodiscard]] QWidget *buildSidebar();
    [[nodiscard]] QWidget *buildMain();
    void buildPanels();
    void retranslate();
    void arrange();
    void changeStep();
    void renderHeader();
    void renderHelp();
    void goForward();
    void showAbout();
    void askBeforeClosing(const QString &title, const QString &reason);
    void restorePlace();

    WizardFlow &m_flow;
    Preferences &m_preferences;
    QHash<Step, Page *> m_pages;
    Page *m_shown = nullptr;
    std::function<QString()> m_reasonToStay;
    bool m_closeAnyway = false;

    ScreenSharing *m_sharing;
    PracticeStrip *m_practiceStrip;
    StepList *m_steps;
    QWidget *m_brandName = nullptr;
    PageHeader *m_header;
    QStackedWidget *m_stack;
    ButtonRow *m_buttons;
    SidePanel *m_helpPanel;
    TextLabel *m_helpText;
    SidePanel *m_practicePanel;
    MainMenu *m_menu = nullptr;
};

} // namespace golive
