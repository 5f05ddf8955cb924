#pragma once

#include "clerk/jsonreading.h"
#include "model/instanceconfig.h"

namespace golive {

// Entries of an instance that are not part of its settings.

[[nodiscard]] Result<RedirectUrl> redirectUrlFrom(const QJsonObject &json);
[[nodiscard]] Result<Page<RedirectUrl>> redirectUrlPageFrom(const QJsonDocument &json);
[[nodiscard]] QJsonObject redirectUrlJson(const QString &url);

[[nodiscard]] Result<JwtTemplate> jwtTemplateFrom(const QJsonObject &json);
[[nodiscard]] Result<QList<JwtTemplate>> jwtTemplatesFrom(const QJsonDocument &json);
/// The template to add, which Clerk signs with the instance's own key.
[[nodiscard]] QJsonObject jsonOf(const JwtTemplate &wanted);

} // namespace golive
