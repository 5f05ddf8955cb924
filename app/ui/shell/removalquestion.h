#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace golive {

/// How the removal of everything went, looked at afterwards.
struct Removal
{
    QStringList gone; ///< files and folders that were looked for and are not there any more
    QStringList left; ///< entries and files that are still there
    QString notLookedAt; ///< why nobody knows what the password store still has; empty when it was searched
    bool storeIsLocked = false; ///< and that is why: the next try has the system ask for its password

    [[nodiscard]] bool isComplete() const { return left.isEmpty() && notLookedAt.isEmpty(); }
};

/// Says what "Remove everything" means, and what would be lost with it, then does it if the person wants to.
void askBeforeRemoval(QWidget *parent, const QString &wouldBeLost, std::function<void()> remove);

/// Tells what is gone and what is not. After a complete removal the program is closed, so that it
/// writes nothing anew; otherwise the person may try again, or unlock the
/// password store.
void showRemoval(QWidget *parent, const Removal &removal, std::function<void()> close, std::function<void()> tryAgain);

} // namespace golive
