#pragma once

#include "handover/framework.h"
#include "model/hostlayout.h"

#include <QList>
#include <QString>

#include <optional>

namespace golive {

/// A piece of code or configuration for the person's own hosts, ready to be pasted. It never holds a secret.
struct CodeSnippet
{
    /// What it is for, in the order in which to show it.
    enum class Topic {
        Middleware, ///< the server checks who is signed in, and from which origins
        Bearer, ///< requests to a separate backend carry a token
        Backend, ///< the separate backend checks the token, and its CORS rules let it pass
        Proxy, ///< the Frontend API below the website, where no CNAME record is possible
        Forwarding, ///< headers that a reverse proxy in front of the application has to pass on
        ContentSecurityPolicy,
        Satellite, ///< a second front end on another root domain
        Native, ///< Associated Domains of iOS
    };

    QString id; ///< such as `nginx-proxy`; followed by a host where there is one for each of several
    Topic topic = Topic::Middleware;
    QString file; ///< the name it may be saved under
    QString text;

    bool operator==(const CodeSnippet &) const = default;
};

/// What applies to this framework and layout, in the order of Topic. Nothing while the domain is not known.
[[nodiscard]] QList<CodeSnippet> serverCode(const Framework &framework, const HostLayout &layout);

/// The value of the header Content-Security-Policy that lets Clerk work on the site of `layout`.
/// https://clerk.com/docs/guides/secure/best-practices/csp-headers
[[nodiscard]] QString contentSecurityPolicy(const HostLayout &layout);

/// The word of resources/snippets.json for a topic.
[[nodiscard]] std::optional<CodeSnippet::Topic> snippetTopicFrom(const QString &word);

} // namespace golive
