#include "wizard/dnshandout.h"

#include "wizard/steps/dnsstate.h"

#include <QUrl>

namespace golive {

QString DnsHandout::text(const DnsState &state)
{
    QStringList lines {state.provider.isEmpty()
                           ? tr("Please add these DNS records for %1.").arg(state.domain)
                           : tr("Please add these DNS records for %1 at %2.").arg(state.domain, state.provider),
                       tr("They connect the domain to Clerk, which handles signing in."), QString()};
    for (const DnsRow &row : state.rows) {
        lines.append(row.required ? row.purpose : tr("%1 (optional)").arg(row.purpose));
        lines.append(tr("  Type:  %1").arg(row.type));
        const QString other = row.nameToType == row.fullName ? row.shortName : row.fullName;
        if (other.isEmpty() || other == row.nameToType)
            lines.append(tr("  Name:  %1").arg(row.nameToType));
        else if (other == row.shortName)
            lines.append(tr("  Name:  %1   (in short: %2)").arg(row.nameToType, other));
        else
            lines.append(tr("  Name:  %1   (in full: %2)").arg(row.nameToType, other));
        lines.append(tr("  Value: %1").arg(row.value));
        lines.append(QString());
    }
    lines.append(tr("If a record can be proxied (Cloudflare’s orange cloud), switch that off: “DNS only”."));
    lines.append(tr("Any TTL will do; 300 seconds is fine."));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QUrl DnsHandout::mailDraft(const DnsState &state)
{
    QString body = text(state);
    body.replace(QLatin1Char('\n'), QLatin1String("\r\n"));
    const QByteArray address = "mailto:?subject=" + QUrl::toPercentEncoding(tr("DNS records for %1").arg(state.domain))
        + "&body=" + QUrl::toPercentEncoding(body);
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

QString DnsHandout::answers(const DnsState &state, const DnsRow &row)
{
    QStringList lines {QStringLiteral("%1 CNAME %2").arg(row.host, row.value)};
    if (!state.zone.isEmpty())
        lines.append(tr("Zone: %1").arg(state.zone));
    if (!state.provider.isEmpty())
        lines.append(tr("Provider: %1").arg(state.provider));
    lines.append(tr("State: %1").arg(QStringList {row.word, row.problem}.join(QLatin1Char(' ')).trimmed()));
    if (!row.clerkSaw.isEmpty())
        lines.append(tr("Clerk found: %1").arg(row.clerkSaw));
    for (const QString &hint : row.clerkHints)
        lines.append(tr("Clerk’s remark: %1").arg(hint));
    lines.append(QString());
    for (const DnsAnswerRow &answer : row.answers) {
        QStringList parts {answer.server, answer.role, answer.said};
        if (answer.ttl)
            parts.append(QStringLiteral("TTL %1").arg(answer.ttl->count()));
        if (answer.askedAt.isValid())
            parts.append(answer.askedAt.toUTC().toString(Qt::ISODate));
        lines.append(parts.join(QStringLiteral("  ")));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace golive
