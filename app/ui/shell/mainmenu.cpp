#include "ui/shell/mainmenu.h"

#include "ui/privacy/screensharing.h"

#include <QMenuBar>

namespace golive {

MainMenu::MainMenu(QMenuBar &bar, ScreenSharing &sharing, QObject *parent)
    : QObject(parent)
    , m_file(bar.addMenu(QString()))
    , m_preferences(m_file->addAction({}, this, &MainMenu::preferencesWanted))
    , m_sharing(m_file->addAction({}, &sharing, &ScreenSharing::setOn))
    , m_help(bar.addMenu(QString()))
    , m_stepHelp(m_help->addAction({}, this, &MainMenu::helpToggled))
    , m_report(m_help->addAction({}, this, &MainMenu::reportWanted))
{
    m_preferences->setShortcut(Qt::CTRL | Qt::Key_Comma);
    m_sharing->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    m_sharing->setCheckable(true);
    connect(&sharing, &ScreenSharing::changed, m_sharing, &QAction::setChecked);
    m_file->addSeparator();
    m_quit = m_file->addAction({}, this, &MainMenu::quitWanted);
    m_quit->setShortcut(Qt::CTRL | Qt::Key_Q);

    m_stepHelp->setShortcut(QKeySequence::HelpContents);
    m_report->setObjectName(QStringLiteral("supportReportWanted"));
    m_help->addSeparator();
    m_about = m_help->addAction({}, this, &MainMenu::aboutWanted);
    retranslate();
}

void MainMenu::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_preferences->setText(tr("&Preferences…"));
    m_sharing->setText(tr("&Screen sharing mode"));
    m_quit->setText(tr("&Quit"));
    m_help->setTitle(tr("H&elp"));
    m_stepHelp->setText(tr("&Help on this step"));
    m_report->setText(tr("&Report for support…"));
    m_about->setText(tr("&About Golive"));
}

} // namespace golive
