#include "ui/shell/startproblem.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace golive {

bool showStartProblem(const Notice &problem, const QString &remedy)
{
    QMessageBox box(QMessageBox::Critical, QStringLiteral("Golive"),
                    QCoreApplication::translate("golive::StartProblem", "Golive cannot start"));
    box.setObjectName(QStringLiteral("startProblem"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(problem.text);
    box.setDetailedText(problem.details);
    const QPushButton *chosen = remedy.isEmpty() ? nullptr : box.addButton(remedy, QMessageBox::ActionRole);
    QPushButton *leave
        = box.addButton(QCoreApplication::translate("golive::StartProblem", "&Close"), QMessageBox::RejectRole);
    box.setDefaultButton(leave);
    box.setEscapeButton(leave);
    box.show();
    QApplication::exec();
    return chosen != nullptr && box.clickedButton() == chosen;
}

} // namespace golive
