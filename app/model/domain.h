#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace golive {

/// One CNAME record Clerk asks for. Clerk lists no other type.
struct DnsRecord
{
    QString host; ///< full name without final dot, such as `clerk.example.com`
    /// What it must point to, without final dot. One label may be `*` where it is not known which of
    /// a family of names Clerk means; Clerk itself always says.
    QString target;
    bool required = true;

    bool operator==(const DnsRecord &) const = default;
};

/// A domain as Clerk's Platform API describes it. Prefer its URLs over building them.
struct Domain
{
    QString id;
    QString name;
    bool isSatellite = false;
    bool isProviderDomain = false;
    QUrl frontendApiUrl;
    QUrl accountsPortalUrl; ///< empty for a satellite
    QUrl proxyUrl; ///< empty unless the Frontend API is reached through a proxy
    QList<DnsRecord> records; ///< as many as Clerk lists; the list may grow
    QStringList foreignHosts; ///< of records that Clerk lists for what is not within the domain
    /// A hosting provider's name that Clerk has filed without a way to it: nobody can add its records, so
    /// it never completes until Clerk works out the path on the website.
    [[nodiscard]] bool lacksProxy() const { return isProviderDomain && proxyUrl.isEmpty(); }

    QString applicationId; ///< only in a workspace-wide search, which names the application by its id alone

    bool operator==(const Domain &) const = default;
};

} // namespace golive
