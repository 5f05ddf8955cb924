#include "wizard/layoutwords.h"

#include "model/publicsuffix.h"
#include "wizard/domainwords.h"

#include <QLocale>

namespace golive {
namespace {

QString written(const QString &host)
{
    return DomainWords::asPeopleWriteIt(host);
}

QString listed(const QStringList &hosts)
{
    QStringList all;
    for (const QString &each : hosts)
        all.append(written(each));
    return QLocale().createSeparatedList(all);
}

QString firstSite(const HostLayout &layout)
{
    return layout.frontEnds().isEmpty() ? written(layout.domain()) : written(layout.frontEnds().constFirst().host);
}

bool isSeparate(const HostLayout &layout)
{
    return layout.choices().backend == HostChoices::Backend::SeparateHost;
}

} // namespace

QString LayoutWords::name(const HostLayout &layout)
{
    if (layout.has(LayoutCase::NativeOnly))
        return layout.apiHost().isEmpty() ? tr("Apps only, without a website")
                                          : tr("Apps only, with a backend on %1").arg(written(layout.apiHost()));
    if (!isSeparate(layout))
        return tr("On the same host");
    return layout.apiHost().isEmpty() ? tr("On a separate host") : written(layout.apiHost());
}

QString LayoutWords::session(const HostLayout &layout)
{
    if (layout.has(LayoutCase::NativeOnly))
        return tr("Without a website there is no cookie: the app keeps the session itself and sends a token with every "
                  "request. Clerk needs the domain all the same, for its own pages, its mail and its keys.");
    if (!isSeparate(layout))
        return tr("The browser sends the session cookie to your backend by itself.");
    const QString api = written(layout.apiHost());
    if (layout.apiRelation() == HostRelation::SameOrigin)
        return tr("This is your website’s own host, so nothing is separate: the browser sends the session cookie by "
                  "itself. “Same host” says the same.");
    if (layout.usesCookie())
        return tr("The session cookie reaches the backend from the website on its own host only. Your other websites "
                  "send a token with every request.");
    if (layout.apiRelation() == HostRelation::OtherRoot)
        return tr("%1 is on another root domain than your website: no cookie can get there. Every request carries a "
                  "token instead.")
            .arg(api);
    return tr("The session cookie stays on your website’s host and does not count on the backend’s. Every request "
              "carries a token instead.");
}

QStringList LayoutWords::consequences(const HostLayout &layout)
{
    QStringList lines {session(layout)};
    if (layout.choices().website && (layout.choices().nativeApp || layout.choices().extension))
        lines.append(tr("Apps, extensions and desktop programs have no cookie: they send a token with every request."));
    if (layout.has(LayoutCase::SecondFrontEnd))
        lines.append(tr("%1: a second root domain, which Clerk calls a satellite. It takes the session over from %2; "
                        "people sign in there. Clerk charges for satellites in production.")
                         .arg(listed(layout.satellites()), firstSite(layout)));
    if (layout.has(LayoutCase::SharedRoot))
        lines.append(tr("Clerk’s names go below %1, so that other Clerk applications can use %2 and its other "
                        "subdomains. They have users and keys of their own.")
                         .arg(written(layout.domain()), written(registrablePart(layout.domain()))));
    if (layout.has(LayoutCase::FrontendApiProxy))
        lines.append(tr("Browsers reach Clerk at %1, so %2 needs no record. The records for Clerk’s own pages and for "
                        "mail are needed all the same.")
                         .arg(layout.proxyUrl(), QStringLiteral("clerk.") + written(layout.domain())));
    if (layout.has(LayoutCase::ProviderDomain))
        lines.append(tr("%1 belongs to a hosting provider and cannot have DNS records of yours. Clerk is reached "
                        "through a path of your website, has no pages of its own, sends no mail from your name, and "
                        "some features are missing. A domain of your own is the better way.")
                         .arg(written(layout.domain())));
    return lines;
}

QStringList LayoutWords::changes(const HostLayout &layout)
{
    QStringList lines;
    addBackendChanges(lines, layout);
    addClerkChanges(lines, layout);
    addApplicationChanges(lines, layout);
    return lines;
}

QString LayoutWords::acceptedOrigins(const HostLayout &layout)
{
    QStringList origins = layout.authorizedParties();
    if (layout.choices().extension) {
        //: stands in an address for what the person has to put there
        origins.append(QStringLiteral("chrome-extension://<%1>").arg(tr("your extension id")));
    }
    return origins.join(QStringLiteral(", "));
}

void LayoutWords::addBackendChanges(QStringList &lines, const HostLayout &layout)
{
    if (layout.frontEnds().isEmpty() && layout.apiHost().isEmpty())
        return;
    const QString origins = acceptedOrigins(layout);
    if (layout.usesBearerToken() && !layout.apiHost().isEmpty())
        lines.append(tr("Client: send “Authorization: Bearer” with a fresh token of getToken() in every request to %1. "
                        "A token lasts about a minute.")
                         .arg(written(layout.apiHost())));
    if (layout.needsCors() && !layout.apiHost().isEmpty())
        lines.append(tr("Backend: allow requests from %1, with the header Authorization (CORS).").arg(origins));
    if (!origins.isEmpty() && layout.frontEnds().isEmpty())
        lines.append(tr("Backend: accept only tokens that were made for %1 (authorizedParties).").arg(origins));
    else if (!origins.isEmpty())
        lines.append(
            tr("Backend: accept only tokens that were made for %1 (authorizedParties). The website’s address counts "
               "here, not the backend’s.")
                .arg(origins));
    if (!layout.connectSources().isEmpty())
        lines.append(tr("Website: if it has a content security policy, add %1 to connect-src.")
                         .arg(layout.connectSources().join(QLatin1Char(' '))));
}

void LayoutWords::addClerkChanges(QStringList &lines, const HostLayout &layout)
{
    for (const QString &satellite : layout.satellites())
        lines.append(tr("Clerk: add %1 as a satellite in the Dashboard, under Domains, and the one record that it "
                        "needs: clerk.%1. Its website tells Clerk’s SDK that it is a satellite, and where people sign "
                        "in. Rendering on a server works with Next.js, TanStack Start and Nuxt only.")
                         .arg(written(satellite)));
    if (layout.has(LayoutCase::FrontendApiProxy) && layout.isProxyStored())
        lines.append(tr("Website: hand %1 on to Clerk, which has %2 as proxy URL, and give it to Clerk’s SDK.")
                         .arg(layout.proxyPath(), layout.proxyUrl()));
    else if (layout.has(LayoutCase::FrontendApiProxy))
        lines.append(tr("Website: hand %1 on to Clerk, and see that it works. Only then enter %2 as proxy URL in the "
                        "Dashboard, under Domains, and give it to Clerk’s SDK.")
                         .arg(layout.proxyPath(), layout.proxyUrl()));
    if (layout.has(LayoutCase::SharedRoot))
        lines.append(tr("Clerk: see in the next step that it filed %1 and not %2.")
                         .arg(written(layout.domain()), written(registrablePart(layout.domain()))));
}

void LayoutWords::addApplicationChanges(QStringList &lines, const HostLayout &layout)
{
    if (layout.choices().nativeApp)
        lines.append(tr("Clerk: register the app in the Dashboard, under Native applications, and allow the redirect "
                        "URLs that it comes back by."));
    if (layout.choices().extension)
        lines.append(tr("Clerk: allow the origin of the extension or program, such as chrome-extension://…, on the "
                        "production instance."));
}

QString LayoutWords::siteProblem(const HostFault &fault, const DomainName &site)
{
    if (fault.kind == HostFault::Kind::OutsideDomain)
        return tr("%1 is not on %2. Production keys work on %2 and below it only. A website on another root domain is "
                  "a "
                  "second website: say so below.")
            .arg(written(fault.host), site.unicode());
    return tr("“%1” is not a host name on the internet. Type names such as %2.")
        .arg(fault.host.left(80), QStringLiteral("www.") + site.unicode());
}

QString LayoutWords::satelliteProblem(const HostFault &fault, const DomainName &site)
{
    switch (fault.kind) {
    case HostFault::Kind::SameRoot:
        return tr("%1 is on the same root domain as %2, where the session counts anyway. Type it above, as a place "
                  "where the website opens.")
            .arg(written(fault.host), site.unicode());
    case HostFault::Kind::HostingProvider:
        return tr("“%1” belongs to a hosting provider (%2), where nobody can add the record that a satellite needs. "
                  "Use a domain of your own.")
            .arg(fault.host.left(80), fault.problem.part);
    case HostFault::Kind::Malformed:
    case HostFault::Kind::OutsideDomain: break;
    }
    return tr("“%1” is not a domain on the internet. Type a name such as example.net.").arg(fault.host.left(80));
}

QString LayoutWords::plainHttp(const QString &host)
{
    return tr("You typed http://. Requests to %1 carry proof of who is signed in, and without https:// anybody on the "
              "way can read it and act as that person; browsers also refuse such calls from an https:// website. "
              "Golive "
              "goes on with https://%1: have a certificate ready there before you go live.")
        .arg(DomainWords::asPeopleWriteIt(host));
}

QString LayoutWords::backendProblem(const DomainProblem &problem)
{
    switch (problem.kind) {
    case DomainProblem::Kind::Empty: return tr("Type the host of your backend, such as api.example.com.");
    case DomainProblem::Kind::NotADomain:
    case DomainProblem::Kind::SingleLabel:
    case DomainProblem::Kind::IpAddress:
    case DomainProblem::Kind::EmailAddress:
        return tr("This is not a host name on the internet. Type a name such as api.example.com.");
    case DomainProblem::Kind::LabelTooLong:
    case DomainProblem::Kind::NameTooLong:
    case DomainProblem::Kind::BadLabel:
    case DomainProblem::Kind::PublicSuffix:
    case DomainProblem::Kind::HostingProvider: return DomainWords::problem(problem);
    }
    Q_UNREACHABLE();
}

QString LayoutWords::proxyPathProblem()
{
    return tr("Clerk takes a path of one part, such as /__clerk.");
}

} // namespace golive
