#include "check/checkedrecords.h"

#include "dns/wire/dnsname.h"
#include "model/clerknames.h"
#include "model/publicsuffix.h"
#include "wizard/displaytext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestEcho = 120;
constexpr qsizetype longestName = 253;

class RecordText
{
    Q_DECLARE_TR_FUNCTIONS(golive::CheckOptions)
};

/// Letters, digits, hyphens and the underscores of mail; in a target `*` as a whole label.
bool isHost(const QString &name, bool starAllowed)
{
    static const QRegularExpression label(QStringLiteral("^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$"));
    const QStringList labels = (name.endsWith(QLatin1Char('.')) ? name.chopped(1) : name).split(QLatin1Char('.'));
    return name.size() <= longestName && std::all_of(labels.cbegin(), labels.cend(), [&](const QString &each) {
               return label.match(each).hasMatch() || (starAllowed && each == QLatin1String("*"));
           });
}

/// Clerk may use the registrable part of a subdomain, so a host need not lie below the domain itself.
QByteArray homeOf(const QString &domain)
{
    const QString registrable = registrablePart(domain);
    return dnsName(registrable.isEmpty() ? domain : registrable);
}

} // namespace

tl::expected<TypedRecord, QString> typedRecordFrom(const QString &typed)
{
    const auto equals = typed.indexOf(QLatin1Char('='));
    const TypedRecord record {typed.left(qMax<qsizetype>(equals, 0)).trimmed(), typed.mid(equals + 1).trimmed()};
    const QString shown = displayText(typed, longestEcho);
    if (equals < 0)
        return tl::unexpected(
            RecordText::tr("--record is like clerk=frontend-api.clerk.services, not “%1”.").arg(shown));
    if (!isHost(record.host, false))
        return tl::unexpected(RecordText::tr("--record “%1”: what stands before the = is no host name.").arg(shown));
    if (!isHost(record.target, true) || record.target.count(QLatin1Char('*')) > 1)
        return tl::unexpected(RecordText::tr("--record “%1”: what stands after the = is no host name.").arg(shown));
    return record;
}

tl::expected<QList<DnsRecord>, QString> recordsToCheck(const QString &domain, const QList<TypedRecord> &typed)
{
    if (typed.isEmpty())
        return usualRecords(domain);
    const QByteArray home = homeOf(domain);
    QList<DnsRecord> records;
    for (const TypedRecord &each : typed) {
        QByteArray host = dnsName(each.host);
        if (!isAtOrBelow(host, home)) {
            if (each.host.endsWith(QLatin1Char('.')))
                return tl::unexpected(
                    RecordText::tr("--record “%1”: this host is not one of %2.").arg(each.host, domain));
            host = joinNames(host, dnsName(domain));
        }
        const QString name = QString::fromLatin1(host);
        if (name.size() > longestName)
            return tl::unexpected(RecordText::tr("--record “%1”: the name is too long.").arg(each.host));
        if (std::any_of(records.cbegin(), records.cend(), [&](const DnsRecord &known) { return known.host == name; }))
            return tl::unexpected(RecordText::tr("--record “%1” was given twice.").arg(name));
        records.append({name, QString::fromLatin1(dnsName(each.target))});
    }
    return records;
}

} // namespace golive
