#include "wizard/leftbehindwords.h"

#include "model/provider.h"
#include "model/settings/clonerules.h"

namespace golive {
namespace {

constexpr qsizetype mostNames = 6;
constexpr qsizetype longestName = 60;

/// Only where the Dashboard is the place to do it: what Golive does itself needs no way out.
QUrl pageOf(LeftBehind what, const QUrl &dashboard)
{
    for (const CloneRule &rule : cloneRules())
        if (rule.entry == what && rule.way == CloneRule::Way::Dashboard)
            return rule.pageOn(dashboard);
    return {};
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestName ? line.left(longestName) + QChar(0x2026) : line;
}

} // namespace

QList<LeftBehindLine> LeftBehindWords::lines(const QList<LeftBehindEntry> &entries, const QUrl &dashboard)
{
    QList<LeftBehindLine> lines;
    for (const LeftBehindEntry &entry : entries) {
        LeftBehindLine line {title(entry.what), names(entry), whatToDo(entry.what), pageOf(entry.what, dashboard)};
        //: a kind of setting, and how many of them there are
        if (entry.count)
            line.title = tr("%1 (%2)").arg(line.title).arg(*entry.count);
        lines.append(line);
    }
    return lines;
}

QString LeftBehindWords::title(LeftBehind what)
{
    switch (what) {
    case LeftBehind::Users: return tr("Users and organizations");
    case LeftBehind::SocialCredentials: return tr("Credentials of social connections");
    case LeftBehind::CustomConnections: return tr("Custom connections");
    case LeftBehind::EnterpriseConnections: return tr("Enterprise connections");
    case LeftBehind::Integrations: return tr("Integrations");
    case LeftBehind::Paths: return tr("Paths");
    case LeftBehind::Webhooks: return tr("Webhooks");
    case LeftBehind::RedirectUrls: return tr("Redirect URLs of mobile and desktop programs");
    case LeftBehind::JwtTemplates: return tr("JWT templates");
    case LeftBehind::AllowedSubdomains: return tr("Allowed subdomains");
    case LeftBehind::NativeApplications: return tr("Native applications");
    case LeftBehind::EmailTemplates: return tr("Templates of emails and text messages");
    }
    Q_UNREACHABLE();
}

QString LeftBehindWords::whatToDo(LeftBehind what)
{
    switch (what) {
    case LeftBehind::Users: return tr("Production starts without any. They cannot be moved.");
    case LeftBehind::SocialCredentials:
        return tr("Development uses Clerk’s shared ones. Golive asks for your own in the step “Sign-in providers”.");
    case LeftBehind::CustomConnections:
        return tr("Set them up again in Clerk’s Dashboard, with credentials for production.");
    case LeftBehind::EnterpriseConnections:
        return tr("If you have any (SAML or OpenID), set them up again in Clerk’s Dashboard.");
    case LeftBehind::Integrations: return tr("If you use any, connect them again in Clerk’s Dashboard.");
    case LeftBehind::Paths: return tr("Golive carries them over, if you like, in the step “Compare settings”.");
    case LeftBehind::Webhooks:
        return tr("If you have any, make new endpoints in Clerk’s Dashboard. Each gets a new signing secret.");
    case LeftBehind::RedirectUrls: return tr("Golive adds them, if you like, in the step “Compare settings”.");
    case LeftBehind::JwtTemplates:
        return tr("They may not come along. Golive compares and adds them in the step “Compare settings”.");
    case LeftBehind::AllowedSubdomains: return tr("If you limit them, do so again in Clerk’s Dashboard.");
    case LeftBehind::NativeApplications: return tr("If you have any, register them again in Clerk’s Dashboard.");
    case LeftBehind::EmailTemplates: return tr("If you changed any, compare them in Clerk’s Dashboard afterwards.");
    }
    Q_UNREACHABLE();
}

QString LeftBehindWords::names(const LeftBehindEntry &entry)
{
    QStringList names;
    for (const QString &each : entry.names.first(qMin(entry.names.size(), mostNames)))
        names.append(entry.what == LeftBehind::SocialCredentials ? providerName(each) : shortened(each));
    if (entry.names.size() > mostNames)
        names.append(QString(QChar(0x2026)));
    return names.join(QStringLiteral(", "));
}

} // namespace golive
