#pragma once

#include "model/domain.h"
#include "model/domainname.h"

#include <QList>

namespace golive {

/// A name that Clerk is going to use, shown before anything is created. After the creation only
/// what Clerk lists counts (Domain::records), which may be more.
struct ClerkName
{
    enum class Purpose {
        FrontendApi, ///< the browser talks to it
        AccountPortal, ///< Clerk's own sign-in pages
        MailSender, ///< the From address of Clerk's mail; an address, not a host
        MailReturnPath, ///< bounces, and with them SPF
        MailSignature, ///< DKIM key
    };

    Purpose purpose = Purpose::FrontendApi;
    QString name;

    bool operator==(const ClerkName &) const = default;
};

/// What Clerk makes of `domain`. With a subdomain Clerk may use the registrable part instead, and
/// only its answer to the creation says which.
[[nodiscard]] QList<ClerkName> clerkNames(const DomainName &domain);

/// The records Clerk asks for as a rule, for who cannot read its list: those of mail have a `*` in
/// place of the token that only Clerk knows. `domain` in ASCII form.
[[nodiscard]] QList<DnsRecord> usualRecords(const QString &domain);

} // namespace golive
