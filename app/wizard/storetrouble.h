#pragma once

#include "wizard/notice.h"

#include <QCoreApplication>

namespace golive {

/// What the password store did not do for a page that keeps a secret in it, and the ways on from there.
/// Whatever they are, the secret stays in memory meanwhile.
struct StoreTrouble
{
    enum class Remedy {
        None, ///< nothing that can be done while the program runs
        Unlock, ///< the store asks for its password
        TryAgain,
    };

    Notice notice; ///< empty where there is no trouble
    Remedy remedy = Remedy::None;
    bool busy = false; ///< the remedy is under way
    bool mayKeepForSession = false; ///< the person has not said yet that memory is enough

    bool operator==(const StoreTrouble &) const = default;
};

/// The sentences about it, and which way on each state of the store has.
class StoreWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::StoreWords)

public:
    [[nodiscard]] static StoreTrouble::Remedy remedyFor(const Error &error);
    /// A production secret key is in memory because of `error`; `isAccepted`: the person said that this is enough.
    [[nodiscard]] static StoreTrouble heldKey(const Error &error, bool isAccepted);
    /// The key could be had neither from the store nor from Clerk.
    [[nodiscard]] static StoreTrouble noKey(const Error &error);
    /// What was entered for sign-in providers is in memory only.
    [[nodiscard]] static StoreTrouble unkeptInput(const Error &error, bool isAccepted);
    /// What an earlier run left could not be read.
    [[nodiscard]] static StoreTrouble unreadInput(const Error &error);
    /// What is no longer wanted in the store is still there.
    [[nodiscard]] static StoreTrouble unremovedInput(const Error &error);
};

} // namespace golive
