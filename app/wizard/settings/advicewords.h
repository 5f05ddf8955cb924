#pragma once

#include "model/settings/settingsadvice.h"

#include <QCoreApplication>

namespace golive {

/// One piece of advice on a setting that is pleasant in development and harmful in production.
struct AdviceLine
{
    QString title;
    QString text; ///< why it matters, and what would be well
    QString setting; ///< what it is about and how it is now; may hold server text

    bool operator==(const AdviceLine &) const = default;
};

/// Advice in words.
class AdviceWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::AdviceWords)

public:
    [[nodiscard]] static QList<AdviceLine> lines(const QList<SettingAdvice> &advice);

private:
    [[nodiscard]] static QString title(SettingAdvice::Kind kind);
    [[nodiscard]] static QString text(const SettingAdvice &advice);
};

} // namespace golive
