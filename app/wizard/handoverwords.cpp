#include "wizard/handoverwords.h"

#include "wizard/layoutwords.h"

namespace golive {

QString HandoverWords::headline(bool ready, bool live, bool keysTaken)
{
    if (!ready)
        return tr("There is nothing to hand over yet");
    if (keysTaken)
        return tr("Your application has its production keys");
    return live ? tr("Now your application has to switch over") : tr("Prepare your application for the switch");
}

QString HandoverWords::whatNow(bool ready, bool live, bool keysTaken)
{
    if (!ready)
        return tr("Create the production instance first.");
    if (keysTaken)
        return tr("Check that your site has switched over, and go through the list.");
    if (!live)
        return tr("You may prepare everything now. Switch over once Clerk reports the domain complete.");
    return tr("Clerk is ready. Your hosting needs the production keys, and the application has to be built anew. "
              "If somebody else does that for you, send them the document.");
}

QString HandoverWords::heading(HandoverNeed need)
{
    switch (need) {
    case HandoverNeed::Always: return tr("To do in any case");
    case HandoverNeed::WhereUsed: return tr("Only where your application uses it");
    case HandoverNeed::Advised: return tr("Recommended");
    }
    Q_UNREACHABLE();
}

QString HandoverWords::title(HandoverTask task)
{
    switch (task) {
    case HandoverTask::KeysOnHost: return tr("Put both keys where your application runs");
    case HandoverTask::OtherVariables: return tr("Set the other Clerk variables too");
    case HandoverTask::Rebuild: return tr("Build and deploy your application anew");
    case HandoverTask::Webhooks: return tr("Create the webhooks again");
    case HandoverTask::BearerToken: return tr("Send a token to your backend");
    case HandoverTask::FrontendApiProxy: return tr("Put the proxy to Clerk live");
    case HandoverTask::Satellites: return tr("Add your other websites in Clerk");
    case HandoverTask::AuthorizedParties: return tr("Name your origins in the backend");
    case HandoverTask::ContentSecurityPolicy: return tr("Let your content security policy allow Clerk");
    case HandoverTask::PathsAndIntegrations: return tr("Enter paths and integrations again");
    case HandoverTask::RedirectUrls: return tr("Allow the redirect URLs of your apps again");
    case HandoverTask::AllowedSubdomains: return tr("Limit the subdomains that may sign people in");
    case HandoverTask::NativeApplications: return tr("Register your iOS and Android apps");
    case HandoverTask::AllowedOrigins: return tr("Allow your browser extension or desktop app");
    case HandoverTask::TokenConsumers: return tr("Tell other services about the new issuer");
    case HandoverTask::MailPolicy: return tr("Publish a DMARC record and read the sender’s mailbox");
    case HandoverTask::AppleMailSource: return tr("Register the mail source at Apple");
    case HandoverTask::MicrosoftExpiry: return tr("Note when the Microsoft secret ends");
    case HandoverTask::SmokeTest: return tr("Try everything in a private window");
    }
    Q_UNREACHABLE();
}

QString HandoverWords::explanation(HandoverTask task, const HostLayout &layout)
{
    switch (task) {
    case HandoverTask::KeysOnHost:
    case HandoverTask::OtherVariables:
    case HandoverTask::Rebuild:
    case HandoverTask::Webhooks: return applicationExplanation(task, layout);
    case HandoverTask::BearerToken:
    case HandoverTask::FrontendApiProxy:
    case HandoverTask::Satellites:
    case HandoverTask::AuthorizedParties:
    case HandoverTask::ContentSecurityPolicy: return hostsExplanation(task, layout);
    case HandoverTask::PathsAndIntegrations:
    case HandoverTask::RedirectUrls:
    case HandoverTask::AllowedSubdomains:
    case HandoverTask::NativeApplications:
    case HandoverTask::AllowedOrigins:
    case HandoverTask::TokenConsumers:
    case HandoverTask::MailPolicy:
    case HandoverTask::AppleMailSource:
    case HandoverTask::MicrosoftExpiry:
    case HandoverTask::SmokeTest: return worldExplanation(task, layout);
    }
    Q_UNREACHABLE();
}

/// What has to be done to the application and its hosting.
QString HandoverWords::applicationExplanation(HandoverTask task, const HostLayout &layout)
{
    if (task == HandoverTask::KeysOnHost)
        return tr("Replace pk_test_… and sk_test_… there. Keep the development keys on your own computer: production "
                  "keys only work on %1.")
            .arg(layout.domain());
    if (task == HandoverTask::OtherVariables)
        return tr("Such as the addresses of the sign-in and sign-up pages, if development has them.");
    if (task == HandoverTask::Rebuild)
        return tr("The publishable key is built into the pages, so a restart is not enough.");
    return tr("Each production endpoint has a signing secret of its own; put it where the old one was.");
}

/// What follows from where the application's parts live.
QString HandoverWords::hostsExplanation(HandoverTask task, const HostLayout &layout)
{
    const QString origins = LayoutWords::acceptedOrigins(layout);
    if (task == HandoverTask::BearerToken && layout.apiRelation() == HostRelation::SameOrigin)
        return tr(
            "Apps and extensions have no session cookie: let them send “Authorization: Bearer” with a fresh token "
            "in every request.");
    if (task == HandoverTask::BearerToken)
        return tr(
            "The session cookie does not reach another host: send “Authorization: Bearer” with a fresh token, and "
            "let its CORS rules accept that header from your site.");
    if (task == HandoverTask::FrontendApiProxy)
        return layout.isProxyStored()
            ? tr("Clerk is reached through %1, and knows so. While that does not answer, nobody can sign in.")
                  .arg(layout.proxyUrl())
            : tr("Clerk is to be reached through %1. Only once that answers, enter it as proxy URL in Clerk’s "
                 "Dashboard, under Domains.")
                  .arg(layout.proxyUrl());
    if (task == HandoverTask::Satellites)
        return tr("In Clerk’s Dashboard on the Domains page, as satellites: %1. Each needs one CNAME record of its "
                  "own.")
            .arg(layout.satellites().join(QStringLiteral(", ")));
    if (task == HandoverTask::AuthorizedParties && origins.isEmpty())
        return tr("Set authorizedParties to the origins that may send tokens, so that others are refused.");
    if (task == HandoverTask::AuthorizedParties)
        return tr("Set authorizedParties to %1, so that tokens made elsewhere are refused.").arg(origins);
    const QStringList sources
        = layout.clerkSources() + QStringList {QStringLiteral("https://challenges.cloudflare.com")};
    return tr("If you send one: scripts and connections to %1, pictures from %2.")
        .arg(sources.join(QStringLiteral(", ")), QStringLiteral("https://img.clerk.com"));
}

/// What has to be done in Clerk’s Dashboard and elsewhere.
QString HandoverWords::worldExplanation(HandoverTask task, const HostLayout &layout)
{
    if (task == HandoverTask::PathsAndIntegrations)
        return tr("A clone leaves both behind. They are in Clerk’s Dashboard under Paths and Integrations.");
    if (task == HandoverTask::RedirectUrls)
        return tr("Mobile and desktop apps are only sent back to addresses that are listed in production.");
    if (task == HandoverTask::AllowedSubdomains)
        return tr("Recommended: in Clerk’s Dashboard, on the Domains page.");
    if (task == HandoverTask::NativeApplications)
        return tr("In Clerk’s Dashboard under Native applications; for iOS also the associated domain %1.")
            .arg(layout.clerkHost());
    if (task == HandoverTask::AllowedOrigins)
        return tr("Their origin has to be added to the production instance’s allowed origins.");
    if (task == HandoverTask::TokenConsumers)
        return tr("Whoever checks Clerk’s tokens (a database, another backend) now needs %1.")
            .arg(layout.frontendApi());
    if (task == HandoverTask::MailPolicy)
        return tr("Clerk sends from notifications@%1. A DMARC record helps your mail to arrive.").arg(layout.domain());
    if (task == HandoverTask::AppleMailSource && layout.has(LayoutCase::ProviderDomain))
        return tr("Clerk sends from an address of its own, since %1 can have none. Where Clerk’s Dashboard shows it, "
                  "enter it at Apple so that hidden addresses receive mail.")
            .arg(layout.domain());
    if (task == HandoverTask::AppleMailSource)
        return tr("Clerk’s Dashboard shows the address; enter it at Apple so that hidden addresses receive mail.");
    if (task == HandoverTask::MicrosoftExpiry)
        return tr("It ends after at most 24 months, and sign-in with Microsoft with it. Put the date into a calendar.");
    return tr(
        "Sign up, receive the email, use every sign-in provider once, sign out. No address may contain accounts.dev.");
}

} // namespace golive
