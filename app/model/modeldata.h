#pragma once

#include <QJsonObject>

namespace golive {

/// One of the JSON files under resources/ that are built into the program, such as
/// `providers.json`. Empty when it is not there or is not a JSON object, which a test rules out.
[[nodiscard]] QJsonObject modelData(const QString &fileName);

} // namespace golive
