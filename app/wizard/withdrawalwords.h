#pragma once

#include "model/confirmations.h"

#include <QCoreApplication>

namespace golive {

/// Why something that the person had ticked is open again, and what to do about it.
class WithdrawalWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::WithdrawalWords)

public:
    /// Of the keys at the hosting; empty for Cause::None.
    [[nodiscard]] static QString keys(Confirmations::Cause cause);
    /// Of the redirect URI that is registered at the provider; empty for Cause::None.
    [[nodiscard]] static QString redirect(Confirmations::Cause cause, const QString &provider);
};

} // namespace golive
