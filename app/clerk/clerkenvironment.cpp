#include "clerk/clerkenvironment.h"

#include "clerk/httptransport.h"

#include <QProcessEnvironment>

namespace golive {
namespace {

/// `setting` is where the text comes from, and what the error names.
Result<QUrl> address(const QString &text, const QString &setting)
{
    const QUrl url(text, QUrl::StrictMode);
    Error error;
    error.field = setting;
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment()) {
        error.kind = Error::Kind::Rejected;
        error.detail = QStringLiteral("not the address of a service");
        return failure(std::move(error));
    }
    if (!isTrustworthy(url)) {
        error.kind = Error::Kind::InsecureConnection;
        error.detail = QStringLiteral("the address is not https");
        return failure(std::move(error));
    }
    return url;
}

Result<QUrl> addressIn(const QProcessEnvironment &variables, const QString &name, const QString &usual)
{
    const QString text = variables.value(name).trimmed();
    return address(text.isEmpty() ? usual : text, name);
}

QString partOf(DashboardPage page)
{
    switch (page) {
    case DashboardPage::Domains: return QStringLiteral("domains");
    case DashboardPage::ApiKeys: return QStringLiteral("api-keys");
    case DashboardPage::SocialConnections: return QStringLiteral("user-authentication/sso-connections");
    case DashboardPage::Paths: return QStringLiteral("paths");
    case DashboardPage::Integrations: return QStringLiteral("integrations");
    case DashboardPage::Webhooks: return QStringLiteral("webhooks");
    case DashboardPage::NativeApplications: return QStringLiteral("native-applications");
    case DashboardPage::AllowedSubdomains: return QStringLiteral("domains/allowed-subdomains");
    case DashboardPage::JwtTemplates: return QStringLiteral("jwt-templates");
    }
    Q_UNREACHABLE();
}

QUrl below(QUrl dashboard, const QString &path)
{
    QString root = dashboard.path(QUrl::FullyEncoded);
    while (root.endsWith(QLatin1Char('/')))
        root.chop(1);
    dashboard.setPath(root + path, QUrl::TolerantMode); // the default would encode it once more
    return dashboard;
}

QString encoded(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

Result<ClerkEnvironment> ClerkEnvironment::from(const QProcessEnvironment &variables, const PreferredAddress &preferred)
{
    const QString api = QStringLiteral("https://api.clerk.com");
    const QString platformVariable = QStringLiteral("CLERK_PLATFORM_API_URL");
    const bool prefers = variables.value(platformVariable).trimmed().isEmpty() && !preferred.text.trimmed().isEmpty();
    const auto platformApi
        = prefers ? address(preferred.text.trimmed(), preferred.setting) : addressIn(variables, platformVariable, api);
    if (!platformApi)
        return failure(platformApi.error());
    const auto dashboard
        = addressIn(variables, QStringLiteral("CLERK_DASHBOARD_URL"), QStringLiteral("https://dashboard.clerk.com"));
    if (!dashboard)
        return failure(dashboard.error());

    ClerkEnvironment found;
    found.platformApi = *platformApi;
    found.dashboard = *dashboard;
    return found;
}

QUrl dashboardPage(const QUrl &dashboard, DashboardPage page)
{
    return below(dashboard, QStringLiteral("/~/") + partOf(page));
}

QUrl instancePage(const QUrl &dashboard, const QString &applicationId, const QString &instanceId)
{
    return below(dashboard, QStringLiteral("/apps/%1/instances/%2").arg(encoded(applicationId), encoded(instanceId)));
}

QUrl domainsPage(const QUrl &dashboard, const QString &applicationId, const QString &instanceId)
{
    return below(dashboard,
                 QStringLiteral("/apps/%1/instances/%2/domains").arg(encoded(applicationId), encoded(instanceId)));
}

} // namespace golive
