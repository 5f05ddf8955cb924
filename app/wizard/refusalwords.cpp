#include "wizard/refusalwords.h"

#include "wizard/domainwords.h"
#include "wizard/errortext.h"

#include <QSet>

namespace golive {
namespace {

/// Of Clerk's catalogue, those that find fault with a domain without naming an input.
bool isDomainCode(const QString &code)
{
    static const QSet<QString> codes {
        QStringLiteral("insecure_url"),
        QStringLiteral("invalid_url_scheme"),
        QStringLiteral("domain_mismatch"),
        QStringLiteral("primary_domain_already_exists"),
        QStringLiteral("domain_update_forbidden"),
        QStringLiteral("operation_not_allowed_on_primary_domain"),
        QStringLiteral("operation_not_allowed_on_satellite_domain"),
    };
    return codes.contains(code);
}

bool isDomainField(const QString &field)
{
    return field == QLatin1String("domain") || field == QLatin1String("home_url") || field == QLatin1String("name")
        || field == QLatin1String("proxy_url");
}

} // namespace

bool RefusalWords::isAboutDomain(const Error &error)
{
    if (error.kind == Error::Kind::DomainTaken || error.kind == Error::Kind::DomainRefused)
        return true;
    if (error.kind != Error::Kind::Rejected)
        return false;
    if (isDomainField(error.field) || isDomainCode(error.code))
        return true;
    // The domain is the one thing that a person types for a creation.
    return error.field.isEmpty() && error.code.startsWith(QLatin1String("form_"));
}

QString RefusalWords::sentence(const Error &error, const std::optional<DomainName> &domain)
{
    const QString name = domain ? domain->unicode() : tr("this domain");
    const QString root = domain ? DomainWords::asPeopleWriteIt(domain->registrable()) : name;
    if (error.kind == Error::Kind::DomainTaken)
        return taken(root);
    if (error.kind == Error::Kind::DomainRefused)
        return refused(error.code, name, root);
    return error.kind == Error::Kind::Rejected ? rejected(error.code, name) : ErrorText::sentence(error);
}

QString RefusalWords::taken(const QString &root)
{
    return tr("Another Clerk application already uses %1, and Clerk does not share a domain between two. Choose a "
              "different domain, or remove it from that application first: in Clerk’s Dashboard, or at the hosting "
              "provider that made that application for you. The other application may be in another workspace.")
        .arg(root);
}

QString RefusalWords::refused(const QString &code, const QString &name, const QString &root)
{
    if (code == QLatin1String("reserved_domain"))
        return tr("Clerk keeps %1 for itself. Type a domain that you own.").arg(name);
    if (code == QLatin1String("reserved_subdomain"))
        return tr("Clerk keeps the first part of %1 for itself, as it does “clerk” and “accounts”. Choose another "
                  "subdomain, or %2.")
            .arg(name, root);
    if (code.startsWith(QLatin1String("provider_domain_operation_not_allowed")))
        return tr("Clerk takes %1 for a hosting provider’s name, which cannot be set up from here. Connect a domain of "
                  "your own at the provider, then type that one.")
            .arg(name);
    if (code == QLatin1String("proxy_url_required_for_provider_domain"))
        return tr("Clerk takes %1 for a hosting provider’s name, which works only through a proxy on the website. "
                  "Type a domain that you own.")
            .arg(name);
    if (code == QLatin1String("invalid_proxy_configuration"))
        return tr("Clerk tried to reach itself through the proxy on %1 and could not. Let the website hand its proxy "
                  "path on to Clerk first, or type a domain whose DNS records you can change.")
            .arg(name);
    if (code == QLatin1String("feature_requires_custom_domain"))
        return tr("Something that this application uses needs a domain of your own, and Clerk does not take %1 for "
                  "one. "
                  "Type a domain that you own.")
            .arg(name);
    return tr("%1 belongs to a hosting provider, as far as Clerk knows, and cannot be used in production. Connect a "
              "domain of your own there, then type that one.")
        .arg(name);
}

QString RefusalWords::rejected(const QString &code, const QString &name)
{
    if (code == QLatin1String("form_already_exists") || code == QLatin1String("form_param_duplicate"))
        return tr("Clerk has %1 already. Choose a different domain, or remove it where it is used first.").arg(name);
    if (code == QLatin1String("primary_domain_already_exists"))
        return tr("This application has a domain already. Go to the next step: Golive looks at what Clerk has before "
                  "it creates anything.");
    if (code == QLatin1String("form_param_missing"))
        return tr("Clerk did not get a domain. Type it once more, then go on.");
    if (code == QLatin1String("form_param_unknown"))
        return tr("Clerk does not know what Golive sent. A newer version of Golive may help; the details are for "
                  "support.");
    if (code == QLatin1String("domain_mismatch"))
        return tr("Clerk expects another domain for this application than %1. Look in Clerk’s Dashboard which one, or "
                  "choose another application.")
            .arg(name);
    if (isDomainCode(code) && code.contains(QLatin1String("domain")))
        return tr("Clerk does not let the domain of this application change that way. Look in Clerk’s Dashboard, under "
                  "Domains, what is there.");
    return tr("Clerk does not take %1 for a domain it can use. Check its spelling, or choose another one.").arg(name);
}

} // namespace golive
