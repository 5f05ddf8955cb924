#pragma once

#include "clerk/httptransport.h"
#include "clerk/jsonreading.h"

#include <QSet>

namespace golive {

/// Asks for page after page until there are no more, and answers them all at once. Bounded: a
/// server that never comes to an end is left after twenty pages, with what it told. Belongs to the
/// network and deletes itself.
template<typename T>
class PagedList final : public QObject
{
public:
    using Read = Result<Page<T>> (*)(const QJsonDocument &);
    /// What asks for the entries after `last`, the `count`th. Called with an empty `last` at first.
    using Next = void (*)(QUrlQuery &query, const QString &last, qsizetype count);

    struct Source
    {
        HttpTransport transport;
        QStringList path;
        QUrlQuery query;
        Read read;
        Next next;
    };

    [[nodiscard]] static QFuture<Result<QList<T>>> collect(Source source)
    {
        auto *list = new PagedList(std::move(source));
        QFuture<Result<QList<T>>> future = list->m_promise.future();
        list->ask();
        return future;
    }

private:
    static constexpr int pageSize = 500; // Clerk's most
    static constexpr int mostPages = 20;

    explicit PagedList(Source source)
        : QObject(source.transport.owner())
        , m_source(std::move(source))
    {
    }

    void ask()
    {
        ++m_pages;
        QUrlQuery query = m_source.query;
        query.addQueryItem(QStringLiteral("limit"), QString::number(pageSize));
        m_source.next(query, m_all.isEmpty() ? QString() : m_all.constLast().id, m_received);
        onAnswer(m_source.transport.get(m_source.path, query), this,
                 [this](const Result<QJsonDocument> &reply) { take(reply.and_then(m_source.read)); });
    }

    void take(Result<Page<T>> page)
    {
        if (!page)
            return end(failure(page.error()));
        const qsizetype before = m_all.size();
        m_received += page->received;
        for (T &entry : page->entries) {
            if (m_known.contains(entry.id))
                continue; // the list moved between two pages, or the server repeats itself
            m_known.insert(entry.id);
            m_all.append(std::move(entry));
        }
        const bool expectsMore = page->total >= 0 ? m_received < page->total : page->received >= pageSize;
        if (expectsMore && m_all.size() > before && m_pages < mostPages)
            ask();
        else
            end(std::move(m_all));
    }

    void end(Result<QList<T>> answer)
    {
        m_promise.resolve(std::move(answer));
        deleteLater();
    }

    Source m_source;
    Promise<QList<T>> m_promise;
    QList<T> m_all;
    QSet<QString> m_known;
    qsizetype m_received = 0;
    int m_pages = 0;
};

} // namespace golive
