#include "model/credentials/pemblock.h"

#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype lineLength = 64; // RFC 7468, section 2

} // namespace

Imported<QList<PemBlock>> pemBlocksIn(const QString &text)
{
    static const QRegularExpression frame(QStringLiteral("-----(BEGIN|END) ([A-Z0-9 ]{1,40})-----"));
    QList<PemBlock> blocks;
    bool open = false;
    for (auto match = frame.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const bool begins = found.captured(1) == QLatin1String("BEGIN");
        if (begins == open || (open && found.captured(2) != blocks.constLast().label))
            return importFault(ImportFault::Kind::KeyCutOff);
        if (begins)
            blocks.append({found.captured(2), false, found.capturedStart(), 0});
        else
            blocks.last().end = found.capturedEnd();
        open = begins;
    }
    if (open || (blocks.isEmpty() && text.contains(QLatin1String("-----BEGIN "))))
        return importFault(ImportFault::Kind::KeyCutOff);
    if (blocks.isEmpty())
        return importFault(ImportFault::Kind::NoKeyInside);
    for (PemBlock &block : blocks)
        block.encrypted = block.label.startsWith(QLatin1String("ENCRYPTED "))
            || QStringView(text).mid(block.start, block.end - block.start).contains(QLatin1String("Proc-Type:"));
    return blocks;
}

Secret tidied(const QString &text, const PemBlock &block)
{
    const QByteArray begin = "-----BEGIN " + block.label.toLatin1() + "-----\n";
    const QByteArray end = "\n-----END " + block.label.toLatin1() + "-----";
    const QStringView inside = QStringView(text).mid(block.start, block.end - block.start);
    const QStringView body = inside.mid(begin.size() - 1, inside.size() - begin.size() - end.size() + 2).trimmed();
    const auto isSpace = [](QChar each) { return each.isSpace(); };
    const bool isOneLine = std::none_of(body.cbegin(), body.cend(), isSpace);

    QByteArray pem; // in one buffer that never moves: a Secret overwrites no other
    pem.reserve(begin.size() + body.size() + body.size() / lineLength + end.size() + 1);
    pem.append(begin);
    qsizetype column = 0;
    for (const QChar each : body) {
        const bool breaks = isOneLine && column == lineLength;
        if ((isSpace(each) || breaks) && column > 0) {
            pem.append('\n');
            column = 0;
        }
        if (!isSpace(each)) {
            pem.append(each.toLatin1());
            ++column;
        }
    }
    pem.append(end);
    if (QStringView(text).mid(block.end).startsWith(QLatin1Char('\n')))
        pem.append('\n');
    return Secret(std::move(pem));
}

} // namespace golive
