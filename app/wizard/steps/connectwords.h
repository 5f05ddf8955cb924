#pragma once

#include "foundation/error.h"
#include "model/keykind.h"
#include "wizard/notice.h"

#include <QCoreApplication>

namespace golive {

/// What the connecting step says.
class ConnectWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::ConnectWords)

public:
    /// What was entered, if it is no Platform API key, and what to use instead; empty if it is one.
    [[nodiscard]] static QString wrongKey(KeyKind kind);
    /// True for a kind that can be told from its beginning, so that typing on will not mend it.
    [[nodiscard]] static bool isWrongForSure(KeyKind kind);

    [[nodiscard]] static QString typed(bool isKept);
    [[nodiscard]] static QString fromEnvironment();
    [[nodiscard]] static QString offered();
    [[nodiscard]] static QString remembered(bool isKept);
    [[nodiscard]] static QString remembering(bool storeIsPermanent);
    [[nodiscard]] static QString howToGetAKey();
    [[nodiscard]] static QString howToUseThePracticeKey();

    [[nodiscard]] static Notice environmentKeyRefused(const Error &error);
    [[nodiscard]] static Notice rememberedKeyRefused(const Error &error);
    /// Connecting failed for another reason than the key. `clerkHost` is where the Platform API was looked for.
    [[nodiscard]] static Notice notConnected(const Error &error, const QString &clerkHost);
    /// The accepted key could not be kept.
    [[nodiscard]] static Notice notKept(const Error &error);
    /// Whether a key is kept could not be found out.
    [[nodiscard]] static Notice notLookedUp(const Error &error);
    [[nodiscard]] static Notice forgotten(bool isInUse);
    /// The key is still kept, or may be.
    [[nodiscard]] static Notice notForgotten(const Error &error);

private:
    [[nodiscard]] static QString wantedKey();
};

} // namespace golive
