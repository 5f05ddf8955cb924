#pragma once

#include "deploy/keykeeper.h"
#include "wizard/notice.h"

#include <QCoreApplication>
#include <QDateTime>

namespace golive {

/// What is said of the secret key and of where it is, when that is not plain.
class KeyPlaceWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::KeyPlaceWords)

public:
    /// The store that may hold it could not be looked at. `keptAt`: when it was put there, if ever.
    [[nodiscard]] static QString unseen(const QDateTime &keptAt);
    /// Whether it is still Clerk's; empty when there is nothing to say.
    [[nodiscard]] static Notice compared(KeyKeeper::Comparison comparison);
};

} // namespace golive
