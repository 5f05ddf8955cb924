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
    QStringList mayBeLeft; ///< entries that the password store may still have: it was not asked
    bool storeIsLocked = false; ///< and that is why: the next try has the system ask for its password

    [[nodiscard]] bool isComplete() const { return left.isEmpty() && notLookedAt.isEmpty(); }
};

/// Says what "Remove everything" means, and what would be lost with it, then does it if the person wants to.
void askBeforeRemoval(QWidget *parent, const QString &wouldBeLost, std::function<void()> remove);

/// What the person can do about a removal.
struct RemovalWays
{
    std::function<void()> close; ///< ends the program; the only way after a complete removal
    std::function<void()> tryAgain; ///< has a locked store unlocked first
    std::function<void()> removeFiles; ///< although nobody knows what the password store still has
};

/// Tells what is gone, what is not and what may not be, and offers the ways on. After a complete removal the program
/// is closed, so that it writes nothing anew.
void showRemoval(QWidget *parent, const Removal &removal, const RemovalWays &ways);

} // namespace golive
