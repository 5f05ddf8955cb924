#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace golive {

/// A row of the matrix: one call of a deployment.
struct FaultRow
{
    QString method;
    QString path; ///< ids as `*`
    QString query; ///< what tells it from a call of the same path; mostly empty
    QString unlike; ///< what the other call of the same path has in its query; mostly empty
    int occurrence = 1;
    int place = 0; ///< how many calls came before it

    /// Only made for a key that was lost on its way: the creation has to fail first.
    [[nodiscard]] bool isForALostKey() const { return query == QLatin1String("include_secret_keys=true"); }

    [[nodiscard]] QString name() const
    {
        return QStringLiteral("%1 %2%3 #%4")
            .arg(method, path, query.isEmpty() ? query : QLatin1Char('?') + query)
            .arg(occurrence);
    }
};

/// A column: what goes wrong.
struct FaultColumn
{
    enum class Way { Plain, Tls, Proxy };

    QString name;
    QJsonObject accident; ///< as the control port words it, without the call
    bool holds = false; ///< an answer does not come: time has to pass
    bool atTheDoor = false; ///< happens to whoever connects next, not to one call
    int minutes = 0; ///< that pass before it is over
    bool isCertain = false; ///< Clerk said that nothing happened: starting again brings nothing new
    Way way = Way::Plain;
};

/// The calls in `requests`, each at the first time after every kind of write: what the program makes of an
/// answer depends on what it is at.
inline QList<FaultRow> rowsFrom(const QJsonArray &requests)
{
    const auto withoutIds = [](const QString &path) {
        QStringList segments = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        segments.removeFirst(); // v1
        for (QString &each : segments)
            if (each.contains(QLatin1Char('_')) && each.size() > 20)
                each = QStringLiteral("*");
        return segments.join(QLatin1Char('/'));
    };
    QList<FaultRow> rows;
    QHash<QString, int> made;
    QSet<QString> known;
    QString lastWrite;
    int place = 0;
    for (const auto &each : requests) {
        FaultRow row;
        row.method = each[QLatin1String("method")].toString();
        row.path = withoutIds(each[QLatin1String("path")].toString());
        for (const char *telling : {"include_secret_keys=true", "dry_run=true"})
            if (each[QLatin1String("query")].toString().contains(QLatin1String(telling)))
                row.query = QString::fromLatin1(telling);
        if (row.method == QLatin1String("PATCH") && row.query.isEmpty())
            row.unlike = QStringLiteral("dry_run=true");
        row.place = place++;
        row.occurrence = ++made[row.method + row.path + row.query];
        const QString call = lastWrite + row.method + row.path + row.query;
        // The workspace and the application are read for two reasons before anything is written.
        const bool hasTwoReasons = row.occurrence == 2 && row.path.count(QLatin1Char('/')) <= 2;
        if (hasTwoReasons || !known.contains(call))
            rows.append(row);
        known.insert(call);
        if (row.method != QLatin1String("GET"))
            lastWrite = row.method + row.path;
    }
    return rows;
}

/// What a deployment cannot do without: the matrix is incomplete when one of these is no row.
inline QStringList indispensableCalls()
{
    const QString app = QStringLiteral(" platform/applications/*");
    const QString get = QStringLiteral("GET") + app;
    return {
        QStringLiteral("GET platform/applications"),
        get,
        get + QStringLiteral("/instances/development/config"),
        get + QStringLiteral("/instances/development/redirect_urls"),
        get + QStringLiteral("/instances/development/jwt_templates"),
        QStringLiteral("GET platform/domains"),
        QStringLiteral("POST") + app + QStringLiteral("/instances"),
        get + QStringLiteral("/domains"),
        get + QStringLiteral("/domains/*/status"),
        get + QStringLiteral("/instances/*/config"),
        get + QStringLiteral("/instances/*/config/schema"),
        QStringLiteral("PATCH") + app + QStringLiteral("/instances/*/config"),
        QStringLiteral("PATCH") + app + QStringLiteral("/instances/production/config?dry_run=true"),
        QStringLiteral("PATCH") + app + QStringLiteral("/instances/production/config"),
        QStringLiteral("POST") + app + QStringLiteral("/domains/*/dns_check"),
        get + QStringLiteral("?include_secret_keys=true"),
    };
}

inline QJsonObject refusalOf(int status, const char *code, const QJsonObject &meta = {}, const char *retryAfter = "")
{
    return {{QStringLiteral("mishap"), QStringLiteral("refusal")},
            {QStringLiteral("status"), status},
            {QStringLiteral("code"), QString::fromLatin1(code)},
            {QStringLiteral("meta"), meta},
            {QStringLiteral("retry_after"), QString::fromLatin1(retryAfter)}};
}

inline QList<FaultColumn> faultColumns()
{
    const auto mishap = [](const char *word) {
        return QJsonObject {{QStringLiteral("mishap"), QString::fromLatin1(word)}};
    };
    const auto named = [](const char *name, const QJsonObject &accident) {
        FaultColumn column;
        column.name = QString::fromLatin1(name);
        column.accident = accident;
        return column;
    };
    const auto holding = [&named](const char *name, const QJsonObject &accident) {
        FaultColumn column = named(name, accident);
        column.holds = true;
        return column;
    };
    const auto atTheDoor = [&named, &mishap](const char *name, const char *word, FaultColumn::Way way, int minutes) {
        FaultColumn column = named(name, mishap(word));
        column.atTheDoor = true;
        column.way = way;
        column.minutes = minutes;
        return column;
    };
    using Way = FaultColumn::Way;

    QJsonObject revoked = refusalOf(401, "clerk_key_invalid");
    revoked.insert(QStringLiteral("spreads"), true);
    QJsonObject page = mishap("page");
    page.insert(QStringLiteral("status"), 500);
    QJsonObject slow = mishap("slow");
    slow.insert(QStringLiteral("every_ms"), 4); // the test's clock goes faster than the wall's
    FaultColumn proxy = named("proxy refusing", mishap("proxy_refusal"));
    proxy.way = Way::Proxy;

    const auto certain = [&named](const char *name, const QJsonObject &accident) {
        FaultColumn column = named(name, accident);
        column.isCertain = true;
        return column;
    };
    return {
        atTheDoor("connection refused", "closed_door", Way::Plain, 0),
        named("dropped before the effect", mishap("dropped_before")),
        named("dropped after the effect", mishap("dropped_after")),
        holding("timeout before the effect", mishap("silent_before")),
        holding("timeout after the effect", mishap("silent_after")),
        certain("429", refusalOf(429, "too_many_requests")),
        certain("429 with Retry-After", refusalOf(429, "too_many_requests", {}, "30")),
        named("500 with HTML", page),
        named("503", refusalOf(503, "service_unavailable")),
        named("401, key revoked", revoked),
        certain("403, missing scope",
                refusalOf(403, "authorization_missing_scopes",
                          {{QStringLiteral("scopes"), QJsonArray {QStringLiteral("applications:manage")}}})),
        certain("404", refusalOf(404, "resource_not_found")),
        certain("409", refusalOf(409, "conflict")),
        certain("422",
                refusalOf(422, "form_param_value_invalid", {{QStringLiteral("param_name"), QStringLiteral("name")}})),
        named("truncated JSON", mishap("truncated")),
        named("wrong types", mishap("wrong_types")),
        named("200 MB", mishap("huge")),
        holding("one byte a second", slow),
        holding("half of an answer", mishap("half_sent")),
        named("invalid UTF-8", mishap("invalid_text")),
        atTheDoor("TLS failure", "other_certificate", Way::Tls, 0),
        proxy,
        atTheDoor("network gone for ten minutes", "closed_door", Way::Plain, 10),
    };
}

/// Makes the program ask for a key that was lost on its way.
inline QJsonObject lostCreation()
{
    return {{QStringLiteral("mishap"), QStringLiteral("dropped_after")},
            {QStringLiteral("path"), QStringLiteral("instances")}};
}

/// What has to be planned for a cell of the matrix, in words for the control port. It goes on until it is lifted.
inline QList<QJsonObject> accidentsFor(const FaultRow &row, const FaultColumn &column)
{
    QList<QJsonObject> accidents;
    if (row.isForALostKey())
        accidents.append(lostCreation());
    QJsonObject accident = column.accident;
    if (column.atTheDoor) {
        accident.insert(QStringLiteral("after_answers"), row.place);
    } else {
        accident.insert(QStringLiteral("method"), row.method);
        accident.insert(QStringLiteral("path"), row.path);
        accident.insert(QStringLiteral("query"), row.query);
        accident.insert(QStringLiteral("unlike"), row.unlike);
        accident.insert(QStringLiteral("occurrence"), row.occurrence);
        accident.insert(QStringLiteral("times"), 0);
    }
    accidents.append(accident);
    return accidents;
}

} // namespace golive
