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
        lines.append(row.nameToType == row.host ? tr("  Name:  %1").arg(row.host)
                                                : tr("  Name:  %1   (in full: %2)").arg(row.nameToType, row.host));
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

} // namespace golive
