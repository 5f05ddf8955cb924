#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <tl/expected.hpp>

namespace golive {

/// A refusal as Clerk's API words it: one entry of the error envelope and its HTTP status.
struct PracticeFault
{
    int status = 400;
    QString code; ///< of Clerk's error catalogue; a few of its errors have none
    QString message;
    QJsonObject meta;
};

/// What a call of the practice world answers.
template<typename T = QJsonValue>
using Practised = tl::expected<T, PracticeFault>;

[[nodiscard]] inline tl::unexpected<PracticeFault> refuse(int status, const QString &code, const QString &message,
                                                          const QJsonObject &meta = {})
{
    return tl::unexpected<PracticeFault>(PracticeFault {status, code, message, meta});
}

/// Names the input the server objects to.
[[nodiscard]] inline tl::unexpected<PracticeFault> refuseField(const QString &code, const QString &field,
                                                               const QString &message)
{
    return refuse(422, code, message, {{QStringLiteral("param_name"), field}});
}

[[nodiscard]] inline tl::unexpected<PracticeFault> notFound(const QString &what)
{
    return refuse(404, QStringLiteral("resource_not_found"), QStringLiteral("No %1 was found.").arg(what));
}

} // namespace golive
