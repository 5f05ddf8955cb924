#include "model/clerknames.h"

namespace golive {

QList<ClerkName> clerkNames(const DomainName &domain)
{
    using Purpose = ClerkName::Purpose;
    const QString &name = domain.ascii();
    return {
        {Purpose::FrontendApi, QStringLiteral("clerk.") + name},
        {Purpose::AccountPortal, QStringLiteral("accounts.") + name},
        {Purpose::MailSender, QStringLiteral("notifications@") + name},
        {Purpose::MailReturnPath, QStringLiteral("clkmail.") + name},
        {Purpose::MailSignature, QStringLiteral("clk._domainkey.") + name},
        {Purpose::MailSignature, QStringLiteral("clk2._domainkey.") + name},
    };
}

QList<DnsRecord> usualRecords(const QString &domain)
{
    struct Usual
    {
        const char *host;
        const char *target;
    };
    static constexpr Usual all[] = {{"clerk", "frontend-api.clerk.services"},
                                    {"accounts", "accounts.clerk.services"},
                                    {"clkmail", "mail.*.clerk.services"},
                                    {"clk._domainkey", "dkim1.*.clerk.services"},
                                    {"clk2._domainkey", "dkim2.*.clerk.services"}};
    QList<DnsRecord> records;
    for (const Usual &each : all)
        records.append({QString::fromLatin1(each.host) + QLatin1Char('.') + domain, QString::fromLatin1(each.target)});
    return records;
}

} // namespace golive
