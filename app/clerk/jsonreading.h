#pragma once

#include "foundation/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace golive {

/// A part of a list, as Clerk's paged calls answer it.
template<typename T>
struct Page
{
    QList<T> entries;
    qsizetype received = 0; ///< how many the server sent, usable or not
    qint64 total = -1; ///< of all pages, where the server says
};

/// The member's text; empty where it is missing, null or something else.
[[nodiscard]] QString textIn(const QJsonObject &json, const char *key);

/// What somebody called something: one line of at most 200 characters, none of which is invisible.
[[nodiscard]] QString nameIn(const QJsonObject &json, const char *key);

/// A host name without final dot, in lower case; empty where it cannot be one.
[[nodiscard]] QString hostIn(const QJsonObject &json, const char *key);

/// A web address; empty where it is none. One without a scheme is read as https.
[[nodiscard]] QUrl urlIn(const QJsonObject &json, const char *key);

/// `milliseconds` since 1970, or an RFC 3339 text.
[[nodiscard]] std::optional<QDateTime> momentFrom(const QJsonValue &json);

/// The entries of a list, which comes bare or as `{data: [...]}`. Entries that `read` can make
/// nothing of are left out; when it can use none of them, the whole is unexpected.
template<typename T, typename Read>
[[nodiscard]] Result<Page<T>> pageFrom(const QJsonDocument &json, Read read)
{
    const QJsonValue list = json.isArray() ? QJsonValue(json.array()) : json.object().value(QLatin1String("data"));
    if (!list.isArray())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("not a list"));

    Page<T> page;
    const QJsonArray entries = list.toArray();
    page.received = entries.size();
    page.total = json.object().value(QLatin1String("total_count")).toInteger(-1);
    for (const auto &each : entries)
        if (Result<T> entry = read(each.toObject()))
            page.entries.append(*std::move(entry));
    if (page.entries.isEmpty() && !entries.isEmpty())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("a list of nothing we know"));
    return page;
}

template<typename T, typename Read>
[[nodiscard]] Result<QList<T>> listFrom(const QJsonDocument &json, Read read)
{
    return pageFrom<T>(json, read).map([](Page<T> page) { return std::move(page.entries); });
}

} // namespace golive
