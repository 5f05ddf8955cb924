#pragma once

#include "foundation/result.h"
#include "model/application.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace golive {

[[nodiscard]] Result<Application> applicationFrom(const QJsonObject &json);
[[nodiscard]] Result<QList<Application>> applicationsFrom(const QJsonDocument &json);

/// The keys in an application that was read with `include_secret_keys`.
[[nodiscard]] Result<QList<InstanceKeys>> keysFrom(const QJsonObject &application);

/// What create-instance answers. Without id or secret key it is no such answer.
[[nodiscard]] Result<ProductionInstance> createdInstanceFrom(const QJsonObject &json);

/// The body of create-instance; other fields than these three are refused.
[[nodiscard]] QJsonObject jsonOf(const NewProductionInstance &wanted);

} // namespace golive
