#pragma once

#include "foundation/error.h"
#include "handover/sitelook.h"
#include "wizard/notice.h"

#include <QCoreApplication>

namespace golive {

/// Whether the site delivers the production key, in people's words.
struct SwitchFinding
{
    Notice::Tone tone = Notice::Tone::None; ///< None: not looked yet
    QString headline;
    QString explanation;

    bool operator==(const SwitchFinding &) const = default;
};

/// The sentences about the look at somebody's site.
class SwitchWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::SwitchWords)

public:
    [[nodiscard]] static SwitchFinding finding(const SiteLook &look, const QString &frontendHost);
    [[nodiscard]] static SwitchFinding trouble(const Error &error, const QString &host);

private:
    [[nodiscard]] static QString whatWasRead(const SiteLook &look);
    [[nodiscard]] static QString place(const FoundKey &key);
};

} // namespace golive
