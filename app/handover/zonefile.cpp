#include "handover/zonefile.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace golive {
namespace {

/// The ASCII form without a final dot; empty for what is no host name. A server's text goes into a
/// file that another program executes, so nothing else may pass.
QString hostName(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(?:[A-Za-z0-9_-]{1,63}\\.)*[A-Za-z0-9_-]{1,63}$"));
    static const QRegularExpression finalDots(QStringLiteral("\\.+$"));
    const QString bare = QString(text).remove(finalDots);
    const QString ascii = QString::fromLatin1(QUrl::toAce(bare, QUrl::IgnoreIDNWhitelist));
    return form.match(ascii).hasMatch() && ascii.size() <= 253 ? ascii : QString();
}

QString zoneLine(const DnsRecord &record)
{
    const QString host = hostName(record.host);
    const QString target = hostName(record.target);
    if (host.isEmpty() || target.isEmpty())
        return QStringLiteral("; One record is left out: its name or its value is not a host name.\n");
    return QStringLiteral("%1.\t300\tIN\tCNAME\t%2. ; cf_tags=cf-proxied:false\n").arg(host, target);
}

} // namespace

QString zoneFile(const QString &zone, const QList<DnsRecord> &records, const QDateTime &writtenAt)
{
    const QString origin = hostName(zone);
    QString text = QStringLiteral("; Written by Golive on %1.\n"
                                  "; To be imported into the existing zone; it does not replace the zone.\n")
                       .arg(writtenAt.toUTC().toString(Qt::ISODate));
    if (!origin.isEmpty())
        text += QStringLiteral("$ORIGIN %1.\n").arg(origin);
    text += QStringLiteral("$TTL 300\n\n");
    for (const DnsRecord &record : records)
        text += zoneLine(record);
    return text;
}

QString zoneFileName(const QString &zone)
{
    const QString name = hostName(zone);
    return QStringLiteral("clerk-%1.txt").arg(name.isEmpty() ? QStringLiteral("records") : name);
}

QString recordsAsText(const QList<DnsRecord> &records)
{
    qsizetype widest = 0;
    for (const DnsRecord &record : records)
        widest = std::max(widest, hostName(record.host).size());
    QString text;
    for (const DnsRecord &record : records)
        text += QStringLiteral("CNAME  %1  %2%3\n")
                    .arg(hostName(record.host).leftJustified(widest), hostName(record.target),
                         record.required ? QString() : QStringLiteral("  (optional)"));
    return text;
}

} // namespace golive
