#pragma once

#include "practice/practiceworld.h"

#include <optional>

/// What a production domain itself answers, once it is live: the public part of Clerk, for which nobody needs a key.
namespace golive::practiceenvironment {

/// The environment that sign-in pages read, of the instance whose Frontend API has this host. Nothing where the name
/// leads nowhere yet: no such instance, or its domain is not complete.
[[nodiscard]] std::optional<QJsonObject> of(PracticeWorld &world, const QString &host);

} // namespace golive::practiceenvironment
