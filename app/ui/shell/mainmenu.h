#pragma once

#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace golive {

class ScreenSharing;

/// What the menu bar offers. Whoever owns the window does what was chosen.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    /// Fills `bar`; both live as long as their window.
    MainMenu(QMenuBar &bar, ScreenSharing &sharing, QObject *parent);

    /// Names everything anew, in the language of now.
    void retranslate();

Q_SIGNALS:
    void preferencesWanted();
    void helpToggled();
    void reportWanted();
    void aboutWanted();
    void quitWanted();

private:
    QMenu *m_file;
    QAction *m_preferences;
    QAction *m_sharing;
    QAction *m_quit = nullptr;
    QMenu *m_help;
    QAction *m_stepHelp;
    QAction *m_report;
    QAction *m_about = nullptr;
};

} // namespace golive
