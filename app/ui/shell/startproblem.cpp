#include "ui/shell/startproblem.h"

#include <QApplication>
#include <QMessageBox>

namespace golive {

int showStartProblem(const Notice &problem)
{
    QMessageBox box(QMessageBox::Critical, QCoreApplication::translate("golive::StartProblem", "Golive cannot start"),
                    problem.text, QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.setDetailedText(problem.details);
    box.show();
    QApplication::exec();
    return 1;
}

} // namespace golive
