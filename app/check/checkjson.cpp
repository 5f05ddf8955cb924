#include "check/checkjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace golive {
namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject jsonOf(const ReportedFinding &finding)
{
    return {{QStringLiteral("id"), finding.id},
            {QStringLiteral("severity"), finding.severity},
            {QStringLiteral("scope"), finding.scope},
            {QStringLiteral("message"), finding.message},
            {QStringLiteral("fix"), finding.fix}};
}

QJsonObject jsonOf(const RecordAnswer &answer)
{
    return {{QStringLiteral("server"), answer.server},
            {QStringLiteral("answered"), answer.answered},
            {QStringLiteral("right"), answer.right},
            {QStringLiteral("found"), orNull(answer.found)},
            {QStringLiteral("ttl"), answer.ttl ? QJsonValue(qint64(answer.ttl->count())) : QJsonValue()}};
}

QJsonObject jsonOf(const ReportedRecord &record);

template<typename T>
QJsonArray jsonOf(const QList<T> &all)
{
    QJsonArray array;
    for (const T &each : all)
        array.append(jsonOf(each));
    return array;
}

QJsonObject jsonOf(const ReportedRecord &record)
{
    return {{QStringLiteral("host"), record.host},
            {QStringLiteral("expected"), record.expected},
            {QStringLiteral("state"), record.state},
            {QStringLiteral("finding"), orNull(record.finding)},
            {QStringLiteral("authoritative"), jsonOf(record.authoritative)},
            {QStringLiteral("resolvers"), jsonOf(record.resolvers)}};
}

} // namespace

QByteArray jsonLine(const CheckReport &report)
{
    const QJsonObject object {{QStringLiteral("domain"), report.domain},
                              {QStringLiteral("zone"), orNull(report.zone)},
                              {QStringLiteral("provider"), orNull(report.provider)},
                              {QStringLiteral("findings"), jsonOf(report.findings)},
                              {QStringLiteral("records"), jsonOf(report.records)},
                              {QStringLiteral("queries"), report.questions},
                              {QStringLiteral("elapsed_ms"), qint64(report.took.count())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace golive
