#pragma once

#include "clerk/jsonreading.h"
#include "model/domain.h"
#include "model/domainstatus.h"

namespace golive {

[[nodiscard]] Result<Domain> domainFrom(const QJsonObject &json);
[[nodiscard]] Result<QList<Domain>> domainsFrom(const QJsonDocument &json);
[[nodiscard]] Result<Page<Domain>> domainPageFrom(const QJsonDocument &json);

/// A domain's status, or the answer to a DNS check, which is one with two fields more.
[[nodiscard]] Result<DomainStatus> domainStatusFrom(const QJsonObject &json);

} // namespace golive
