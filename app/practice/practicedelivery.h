#pragma once

#include "practice/practicehttp.h"

class QTcpSocket;

namespace golive {

/// The JSON of a body.
[[nodiscard]] QByteArray practiceJson(const QJsonValue &body);

/// Sends an answer in any way but Whole. The connection serves no other request afterwards.
void deliverBadly(QTcpSocket &socket, const PracticeAnswer &answer);

/// The same JSON with values of other types in it.
[[nodiscard]] QJsonValue withWrongTypes(const QJsonValue &value);

} // namespace golive
