#pragma once

#include "model/instanceconfig.h"

namespace golive {

/// A redirect URL or a JWT template of development, beside those of production.
struct ComparedEntry
{
    enum class State {
        Same,
        Differs, ///< of the same name, with other contents; it is never overwritten
        MissingInProduction,
    };

    QString name; ///< the URL, or the name of the template
    State state = State::Same;
    /// Signed with a key of its own, which cannot be read: a copy would be signed by another.
    bool hasOwnKey = false;

    [[nodiscard]] bool canBeCarried() const { return state == State::MissingInProduction && !hasOwnKey; }

    bool operator==(const ComparedEntry &) const = default;
};

/// In the order of development; what only production has is nobody's business here.
[[nodiscard]] QList<ComparedEntry> compareEntries(const QList<RedirectUrl> &development,
                                                  const QList<RedirectUrl> &production);
[[nodiscard]] QList<ComparedEntry> compareEntries(const QList<JwtTemplate> &development,
                                                  const QList<JwtTemplate> &production);

} // namespace golive
