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

} // namespace golive
