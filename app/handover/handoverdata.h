#pragma once

#include <QJsonObject>
#include <QStringList>

namespace golive {

/// One of the JSON files of resources/handover.qrc, such as `frameworks.json`. Empty when it is not
/// there or is no JSON object, which a test rules out.
[[nodiscard]] QJsonObject handoverData(const QString &fileName);

/// One of its other files, such as `snippets/nextjs.js`.
[[nodiscard]] QString handoverTemplate(const QString &fileName);

/// The texts of a JSON array.
[[nodiscard]] QStringList textsOf(const QJsonValue &array);

} // namespace golive
