#include "wizard/handover/codewords.h"

namespace golive {
namespace {

using Topic = CodeSnippet::Topic;

/// The sentences of resources/hostingplaces.json.
QString translated(const QString &text)
{
    return QCoreApplication::translate("golive::HostingPlace", text.toUtf8().constData());
}

} // namespace

QString CodeWords::title(const CodeSnippet &snippet)
{
    switch (snippet.topic) {
    case Topic::Middleware: return tr("Check on the server who is signed in");
    case Topic::Bearer: return tr("Send the token to your backend");
    case Topic::Backend:
        return snippet.id == QLatin1String("token-checks") ? tr("Accept the token in your backend, in any language")
                                                           : tr("Accept the token in your backend");
    case Topic::Proxy:
        return snippet.id == QLatin1String("nginx-proxy") ? tr("Hand requests on to Clerk, with nginx")
                                                          : tr("Hand requests on to Clerk, with Express");
    case Topic::Forwarding: return tr("Forward what Clerk needs of a request, with nginx");
    case Topic::ContentSecurityPolicy:
        return snippet.id == QLatin1String("csp") ? tr("Content security policy")
                                                  : tr("Content security policy, with nginx");
    case Topic::Satellite:
        if (snippet.id.startsWith(QLatin1String("satellite ")))
            return tr("Variables of %1").arg(snippet.id.section(QLatin1Char(' '), 1));
        return snippet.id == QLatin1String("satellite") ? tr("Variables of the other website")
                                                        : tr("Let people return to the other websites");
    case Topic::Native: return tr("Associated domain of the iOS app");
    }
    Q_UNREACHABLE();
}

QString CodeWords::explanation(const CodeSnippet &snippet)
{
    switch (snippet.topic) {
    case Topic::Middleware:
        return tr("It names the origins whose tokens your server accepts. Without that list, tokens made on another "
                  "subdomain would pass.");
    case Topic::Bearer:
        if (snippet.id == QLatin1String("bearer-app") || snippet.id == QLatin1String("bearer-native"))
            return tr("Apps and extensions have no session cookie, so every request carries a fresh token.");
        return tr("The session cookie does not reach another host, so every request carries a fresh token.");
    case Topic::Backend: return tr("It lets your website’s pages ask, and refuses tokens that were made elsewhere.");
    case Topic::Proxy:
        return tr("It has to be live before Clerk is told the proxy’s address. The secret key stays on the server.");
    case Topic::Forwarding:
        return tr("Only needed where nginx stands before your application. Without these headers Clerk takes visitors "
                  "for signed out.");
    case Topic::ContentSecurityPolicy:
        return tr("Only needed if your site sends such a policy. Add your own sources to it.");
    case Topic::Satellite: return tr("All websites share one sign-in; people sign in on the main one.");
    case Topic::Native: return tr("Passkeys and password filling need it. Register the app in Clerk’s Dashboard, too.");
    }
    Q_UNREACHABLE();
}

QStringList CodeWords::steps(const HostingPlace &place)
{
    QStringList steps;
    for (const QString &step : place.steps)
        steps.append(translated(step));
    return steps;
}

QString CodeWords::previews(const HostingPlace &place)
{
    return place.previews.isEmpty() ? QString() : translated(place.previews);
}

QString CodeWords::placeName(const HostingPlace &place)
{
    return place.console.isEmpty() ? tr("Something else") : place.name;
}

QStringList CodeWords::goodToKnow(const HostLayout &layout)
{
    return {
        tr("Production keys only work on %1 and its subdomains. On localhost, keep the development keys.")
            .arg(layout.domain()),
        tr("Preview deployments on a hosting provider’s own name need the development keys, too."),
        tr("Passkeys made on %1 work there and below, but not sideways from one subdomain to another.")
            .arg(layout.domain()),
        tr("Users of development are not carried over: everybody signs up anew."),
        tr("Changing the domain later changes the publishable key, the DNS records and every redirect URI, and signs "
           "everybody out."),
    };
}

} // namespace golive
