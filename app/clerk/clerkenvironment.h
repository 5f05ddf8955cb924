#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"

#include <QUrl>

class QProcessEnvironment;

namespace golive {

/// An address that somebody prefers to Clerk's own, as text, and the setting it comes from.
struct PreferredAddress
{
    QString text; ///< empty: none
    QString setting; ///< what the error names when the text is no usable address
};

/// Where Clerk is and what we were given to get in, from the variables that Clerk's own command
/// line honours too. CLERK_BACKEND_API_URL is not among them: it says where an instance's own secret
/// key is used, and Golive makes every call with the workspace's key.
struct ClerkEnvironment
{
    QUrl platformApi; ///< CLERK_PLATFORM_API_URL
    QUrl dashboard; ///< CLERK_DASHBOARD_URL
    Secret accessKey; ///< CLERK_PLATFORM_API_KEY, which main() takes out of the environment; may be empty

    /// The addresses. What is not set has Clerk's own address, the Platform API the `preferred` one if there is one.
    /// An address that cannot be used is an error, whose `field` names the variable or the setting:
    /// Rejected when it is none, InsecureConnection when it is plain http to another computer.
    [[nodiscard]] static Result<ClerkEnvironment> from(const QProcessEnvironment &variables,
                                                       const PreferredAddress &preferred = {});
};

/// Parts of the Dashboard that have an address of their own.
enum class DashboardPage {
    Domains,
    ApiKeys,
    SocialConnections,
    Paths,
    Integrations,
    Webhooks,
    NativeApplications,
    AllowedSubdomains,
    JwtTemplates,
};

/// The page, for the instance that was looked at last in the Dashboard.
[[nodiscard]] QUrl dashboardPage(const QUrl &dashboard, DashboardPage page);

/// An instance's first page.
[[nodiscard]] QUrl instancePage(const QUrl &dashboard, const QString &applicationId, const QString &instanceId);

/// An instance's domains, where certificates are started by hand.
[[nodiscard]] QUrl domainsPage(const QUrl &dashboard, const QString &applicationId, const QString &instanceId);

} // namespace golive
