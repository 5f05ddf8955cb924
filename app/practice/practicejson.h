#pragma once

#include "practice/practicefault.h"
#include "practice/practiceobjects.h"

#include <QJsonArray>

/// Objects as Clerk's OpenAPI description of the Platform API has them.
namespace golive::practicejson {

[[nodiscard]] QJsonObject application(const PracticeApplication &application, bool withSecrets);
/// The answer to a creation: its times are in milliseconds, those inside the domain in ISO form.
[[nodiscard]] QJsonObject createdInstance(const PracticeInstance &instance);
[[nodiscard]] QJsonObject domain(const PracticeDomain &domain);
/// A domain with the summaries that workspace-wide calls add.
[[nodiscard]] QJsonObject workspaceDomain(const PracticeApplication &application, const PracticeInstance &instance);
[[nodiscard]] QJsonObject errors(const PracticeFault &fault, const QString &traceId);
/// `{data, total_count}`
[[nodiscard]] QJsonObject page(const QJsonArray &data, qsizetype total);

} // namespace golive::practicejson
