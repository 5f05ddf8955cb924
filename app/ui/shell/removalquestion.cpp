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

QString headline(const Removal &removal)
{
    if (!removal.isComplete())
        return RemovalText::tr("Not everything could be removed");
    return removal.mayBeLeft.isEmpty() ? RemovalText::tr("Everything is removed")
                                       : RemovalText::tr("The files are removed");
}

QString asLines(const QStringList &each)
{
    return each.join(QLatin1Char('\n'));
}

QString detailsOfComplete(const Removal &removal)
{
    if (removal.mayBeLeft.isEmpty())
        return RemovalText::tr("Golive looked again: the password store has no entry of Golive any more, and these "
                               "are not there any more:\n%1")
            .arg(asLines(removal.gone));
    return RemovalText::tr("These are not there any more:\n%1\n\nThe password store was not searched. It may still "
                           "have these entries of Golive, which you can remove in your system’s own program for "
                           "passwords:\n%2")
        .arg(asLines(removal.gone), asLines(removal.mayBeLeft));
}

QString details(const Removal &removal)
{
    if (removal.isComplete())
        return detailsOfComplete(removal);
    if (removal.storeIsLocked)
        return RemovalText::tr("The password store is locked, so nothing is known of the keys in it. When it is "
                               "unlocked, Golive goes on with the removal.");
    if (!removal.notLookedAt.isEmpty())
        return RemovalText::tr("The password store could not be searched, so nothing is known of the keys in it. %1")
            .arg(removal.notLookedAt);
    return RemovalText::tr("These are still there:\n%1").arg(asLines(removal.left));
}

void offerTheEnd(QMessageBox *box, const RemovalWays &ways)
{
    auto *end = box->addButton(RemovalText::tr("&Close Golive"), QMessageBox::AcceptRole);
    QObject::connect(box, &QDialog::finished, box->parent(), [close = ways.close] { close(); });
    box->setEscapeButton(end);
}

void offerWaysOn(QMessageBox *box, const Removal &removal, const RemovalWays &ways)
{
    auto *later = box->addButton(RemovalText::tr("&Not now"), QMessageBox::RejectRole);
    auto *again = box->addButton(removal.storeIsLocked ? RemovalText::tr("&Unlock…") : RemovalText::tr("&Try again"),
                                 QMessageBox::AcceptRole);
    again->setObjectName(QStringLiteral("removeAgain"));
    QObject::connect(again, &QPushButton::clicked, box->parent(), [tryAgain = ways.tryAgain] { tryAgain(); });
    box->setDefaultButton(again);
    box->setEscapeButton(later);
    if (removal.notLookedAt.isEmpty())
        return;
    // A store whose password is lost, or that was uninstalled, would keep the files here for ever.
    auto *files = box->addButton(RemovalText::tr("&Remove the files all the same"), QMessageBox::DestructiveRole);
    files->setObjectName(QStringLiteral("removeFiles"));
    QObject::connect(files, &QPushButton::clicked, box->parent(), [remove = ways.removeFiles] { remove(); });
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

void showRemoval(QWidget *parent, const Removal &removal, const RemovalWays &ways)
{
    const bool complete = removal.isComplete();
    const bool good = complete && removal.mayBeLeft.isEmpty();
    QMessageBox *box
        = message(parent, good ? QMessageBox::Information : QMessageBox::Warning, headline(removal), details(removal));
    box->setObjectName(QStringLiteral("removalResult"));
    if (complete)
        offerTheEnd(box, ways);
    else
        offerWaysOn(box, removal, ways);
    box->open();
}

} // namespace golive
