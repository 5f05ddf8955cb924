#pragma once

#include "model/domainname.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace golive {

/// What the person said about the application's hosts. It changes nothing in Clerk; it decides what
/// the application's code, its environment and its DNS have to look like. All hosts are in ASCII
/// form, with a port where it is not the usual one (`api.example.com:8443`).
struct HostChoices
{
    enum class Backend {
        SameHost, ///< every front end has its backend on its own host
        SeparateHost, ///< one backend at apiHost
    };
    /// How browsers reach Clerk's Frontend API.
    enum class ClerkAccess {
        Dns, ///< `clerk.<domain>`, a CNAME record
        Proxy, ///< a path on the website that its server hands on to Clerk
    };

    // What people sign in from; at least one is true.
    bool website = true;
    bool nativeApp = false; ///< on phones: keeps no cookies, comes back by a redirect URL
    bool extension = false; ///< a browser extension or a desktop program around a browser: has an origin of its own

    QStringList siteHosts; ///< where the website opens, on the domain or below it; empty: on the domain itself
    Backend backend = Backend::SameHost;
    QString apiHost; ///< counts with SeparateHost only; kept when that is switched off
    QStringList satellites; ///< other websites with the same sign-in, on root domains of their own
    ClerkAccess clerkAccess = ClerkAccess::Dns;
    QString proxyPath = defaultProxyPath(); ///< one path segment with its slash; counts with Proxy only

    /// The path that Clerk's own helpers use.
    [[nodiscard]] static QString defaultProxyPath() { return QStringLiteral("/__clerk"); }

    bool operator==(const HostChoices &) const = default;
};

/// The rows of the decision table. Several can be true of one application, but of the first three
/// and NativeOnly exactly one is. https://clerk.com/docs/guides/development/deployment/production
enum class LayoutCase {
    SameHost, ///< A: front end and API share one origin
    ApiOnSubdomain, ///< B: `api.example.com`
    ApiOnOtherRoot, ///< C: `api.example.net`, or a hosting provider's name
    SecondFrontEnd, ///< D: a front end on another root domain is a satellite
    SharedRoot, ///< E: a subdomain's own application ("secondary"), whose Clerk hosts are below the subdomain
    FrontendApiProxy, ///< F: no CNAME possible
    ProviderDomain, ///< G: `shop.vercel.app`; Clerk is reached through a proxy there
    NativeOnly, ///< H: no website, but a domain all the same
};

/// How a backend learns who is signed in.
enum class SessionTransport {
    Cookie, ///< `__session` goes along by itself
    BearerToken, ///< `Authorization: Bearer`, a fresh token with each request
};

/// How the backend's host stands to the site's.
enum class HostRelation {
    SameOrigin, ///< the very same host: nothing separate about it, the session cookie goes along
    SameRoot, ///< `api.example.com` for `example.com`: bearer token and CORS
    OtherRoot, ///< `api.example.net`, or a hosting provider's name: as SameRoot, and a CSP entry
};

/// One place where the website opens.
struct FrontEnd
{
    QString host;
    bool isSatellite = false;
    SessionTransport transport = SessionTransport::Cookie; ///< to the backend

    [[nodiscard]] QString origin() const { return QStringLiteral("https://") + host; }

    bool operator==(const FrontEnd &) const = default;
};

/// What the choices mean for one domain. Pure: the same choices and domain always imply the same.
class HostLayout
{
public:
    /// `domain` in ASCII form: what Clerk stored once there is an instance, else what was chosen. May
    /// be empty while unknown. Choices that do not fit the domain (a site elsewhere) are left out.
    /// `storedProxy` is the proxy's address as Clerk has it: it wins over what was chosen, and is passed over where
    /// it is no plain https address.
    HostLayout(HostChoices choices, QString domain, bool isProviderDomain = false, const QUrl &storedProxy = {});

    [[nodiscard]] const HostChoices &choices() const { return m_choices; }
    [[nodiscard]] const QString &domain() const { return m_domain; }

    [[nodiscard]] QList<LayoutCase> cases() const; ///< in the table's order
    [[nodiscard]] bool has(LayoutCase layoutCase) const { return cases().contains(layoutCase); }

    /// The website's hosts, then the satellites; empty without a website.
    [[nodiscard]] const QList<FrontEnd> &frontEnds() const { return m_frontEnds; }
    /// `authorizedParties`, and CORS' allow list: origins of front ends, never the API's own host.
    [[nodiscard]] QStringList authorizedParties() const;
    /// The satellites' domains among the front ends.
    [[nodiscard]] QStringList satellites() const;

    /// The backend's host; the first front end's where they share one; empty when there is none.
    [[nodiscard]] QString apiHost() const;
    [[nodiscard]] HostRelation apiRelation() const; ///< to the domain
    [[nodiscard]] bool usesCookie() const; ///< some front end's session cookie reaches the backend
    [[nodiscard]] bool usesBearerToken() const; ///< something has to send a token; both may be true
    /// True when a browser asks the backend from another origin.
    [[nodiscard]] bool needsCors() const;
    /// Origins to add to the website's `connect-src` besides Clerk's own; mostly none.
    [[nodiscard]] QStringList connectSources() const;

    /// Where browsers reach Clerk: `clerk.example.com`, or the host of the proxy.
    [[nodiscard]] QString clerkHost() const;
    [[nodiscard]] bool isProxied() const;
    /// `https://example.com/__clerk`; empty without a proxy.
    [[nodiscard]] QString proxyUrl() const;
    [[nodiscard]] bool isProxyStored() const { return !m_storedProxy.isEmpty(); } ///< Clerk has its address
    [[nodiscard]] QString proxyPath() const; ///< of proxyUrl(), or as chosen
    /// Where tokens say that they come from, and where the keys to check them are.
    [[nodiscard]] QString frontendApi() const;
    /// Clerk's own origins in a policy that serves every front end; none where each is its own proxy.
    [[nodiscard]] QStringList clerkSources() const;

private:
    [[nodiscard]] bool isSeparate() const;
    [[nodiscard]] SessionTransport transportFrom(const QString &frontEnd) const;
    [[nodiscard]] bool hasFrontEndBy(SessionTransport transport) const;
    void addFrontEnd(const QString &host);

    HostChoices m_choices;
    QString m_domain;
    bool m_isProviderDomain = false;
    QUrl m_storedProxy;
    QList<FrontEnd> m_frontEnds;
};

/// Why a typed host cannot be one of the website's.
struct HostFault
{
    enum class Kind {
        Malformed, ///< `problem` says why
        OutsideDomain, ///< a website's host that is not on the domain: production keys do not work there
        SameRoot, ///< a satellite below the domain's own root needs to be none
        HostingProvider, ///< a satellite needs a DNS record, which nobody can add there
    };

    Kind kind = Kind::Malformed;
    QString host; ///< as typed where it is malformed, else in ASCII form
    DomainProblem problem;

    bool operator==(const HostFault &) const = default;
};

/// Hosts typed into one field, separated by commas, semicolons or white space; each once.
struct HostList
{
    QStringList hosts; ///< those without fault, in ASCII form
    std::optional<HostFault> fault; ///< of the first that has one

    bool operator==(const HostList &) const = default;
};

/// Where the website opens: on `site` or below it.
[[nodiscard]] HostList siteHostsFrom(const QString &typed, const DomainName &site);

/// Front ends on root domains other than `site`'s.
[[nodiscard]] HostList satellitesFrom(const QString &typed, const DomainName &site);

/// A path of one segment, as Clerk takes it: `/__clerk` of `__clerk/` or a pasted address. Nothing when it is none.
[[nodiscard]] std::optional<QString> proxyPathFrom(const QString &typed);

struct BackendHost
{
    QString host; ///< ASCII form, with a port that is not the usual one
    HostRelation relation = HostRelation::SameOrigin;

    bool operator==(const BackendHost &) const = default;
};

/// Understands what DomainName::parse() does, and accepts a hosting provider's name too: a backend
/// may well live on one. A port other than 80 and 443 makes an origin of its own and is kept.
[[nodiscard]] tl::expected<BackendHost, DomainProblem> backendHostFrom(const QString &typed, const DomainName &site);

} // namespace golive
