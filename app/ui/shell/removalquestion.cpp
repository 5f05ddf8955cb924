#include "ui/shell/removalquestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace golive {
namespace {

class RemovalText
{
    Q_DECLARE_TR_FUNCTIONS(golive::Removal)
};

QMessageBox *message(QWidget *parent, QMessageBox::Icon icon, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(icon, QStringLiteral("Golive"), text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    return box;
}

} // namespace

void askBeforeRemoval(QWidget *parent, const QString &wouldBeLost, std::function<void()> remove)
{
    QString more = RemovalText::tr("Removed are: the keys in this computer’s password store, what Golive remembers of "
                                   "your deployments, and these preferences. Nothing is changed in Clerk or in your "
                                   "DNS. Then Golive closes.");
    if (!wouldBeLost.isEmpty())
        more += QStringLiteral("\n\n") + wouldBeLost;
    QMessageBox *box = message(parent, QMessageBox::Warning,
                               RemovalText::tr("Remove everything Golive stored on this computer?"), more);
    box->setObjectName(QStringLiteral("removalQuestion"));
    auto *keep = box->addButton(RemovalText::tr("&Keep it"), QMessageBox::RejectRole);
    auto *go = box->addButton(RemovalText::tr("&Remove everything"), QMessageBox::DestructiveRole);
    go->setObjectName(QStringLiteral("removeNow"));
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(go, &QPushButton::clicked, parent, [remove = std::move(remove)] { remove(); });
    box->open();
}

void showRemoval(QWidget *parent, const Removal &removal, std::function<void()> close, std::function<void()> tryAgain)
{
    const bool complete = removal.isComplete();
    QString more;
    if (complete)
        more = RemovalText::tr("Golive looked again: the password store has no entry of Golive any more, and these "
                               "are not there any more:\n%1")
                   .arg(removal.gone.join(QLatin1Char('\n')));
    else if (removal.storeIsLocked)
        more = RemovalText::tr("The password store is locked, so nothing is known of the keys in it. When it is "
                               "unlocked, Golive goes on with the removal.");
    else if (!removal.notLookedAt.isEmpty())
        more = RemovalText::tr("The password store could not be searched, so nothing is known of the keys in it. %1")
                   .arg(removal.notLookedAt);
    else
        more = RemovalText::tr("These are still there:\n%1").arg(removal.left.join(QLatin1Char('\n')));
    QMessageBox *box = message(
        parent, complete ? QMessageBox::Information : QMessageBox::Warning,
        complete ? RemovalText::tr("Everything is removed") : RemovalText::tr("Not everything could be removed"), more);
    box->setObjectName(QStringLiteral("removalResult"));
    if (complete) {
        auto *end = box->addButton(RemovalText::tr("&Close Golive"), QMessageBox::AcceptRole);
        QObject::connect(box, &QDialog::finished, parent, [close = std::move(close)] { close(); });
        box->setEscapeButton(end);
    } else {
        auto *later = box->addButton(RemovalText::tr("&Not now"), QMessageBox::RejectRole);
        auto *again
            = box->addButton(removal.storeIsLocked ? RemovalText::tr("&Unlock…") : RemovalText::tr("&Try again"),
                             QMessageBox::AcceptRole);
        again->setObjectName(QStringLiteral("removeAgain"));
        QObject::connect(again, &QPushButton::clicked, parent, [tryAgain = std::move(tryAgain)] { tryAgain(); });
        box->setEscapeButton(later);
    }
    box->open();
}

} // namespace golive
