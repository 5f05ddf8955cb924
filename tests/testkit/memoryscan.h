#pragma once

#include <QFile>
#include <QList>
#include <QString>

#include <optional>

namespace golive {

/// How often a text lies in another process's memory.
struct MemoryCopies
{
    int plain = 0; ///< as UTF-8
    int wide = 0; ///< as UTF-16, which is what QString holds
    int inRequests = 0; ///< of the plain ones: in the heads of requests

    [[nodiscard]] int all() const { return plain + wide; }
};

/// Looks from outside, as somebody would who got hold of the memory. Nothing where the system does not allow that: the
/// program keeps its memory to itself (PR_SET_DUMPABLE), which only an administrator overrides.
inline std::optional<MemoryCopies> copiesInMemory(qint64 process, const QByteArray &secret)
{
    QFile maps(QStringLiteral("/proc/%1/maps").arg(process));
    QFile memory(QStringLiteral("/proc/%1/mem").arg(process));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::nullopt;
    // The middle: what was given back to the allocator has a few bytes written over at either end.
    const QByteArray middle = secret.mid(secret.size() / 4, secret.size() / 2);
    const QString text = QString::fromUtf8(middle);
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    MemoryCopies copies;
    const QList<QByteArray> regions = maps.readAll().split('\n');
    for (const QByteArray &region : regions) {
        const QList<QByteArray> words = region.simplified().split(' ');
        if (!words.value(1).startsWith("rw") || words.value(5) == "[vvar]")
            continue;
        const QList<QByteArray> ends = words.constFirst().split('-');
        const qint64 first = ends.constFirst().toLongLong(nullptr, 16);
        if (!memory.seek(first))
            continue;
        const QByteArray bytes = memory.read(ends.constLast().toLongLong(nullptr, 16) - first);
        const qsizetype before = secret.size() / 4;
        for (qsizetype at = bytes.indexOf(middle); at >= 0; at = bytes.indexOf(middle, at + 1)) {
            ++copies.plain;
            const QByteArray word = "Authorization: Bearer ";
            if (at >= before + word.size() && bytes.mid(at - before - word.size(), word.size()) == word)
                ++copies.inRequests;
        }
        copies.wide += static_cast<int>(bytes.count(wide));
    }
    return copies;
}

} // namespace golive
