#include "preferencechecks.h"

#include "clerk/clerkenvironment.h"
#include "dns/ask/dnssettings.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

namespace golive {
namespace {

class CheckText
{
    Q_DECLARE_TR_FUNCTIONS(golive::PreferenceChecks)
};

QString resolversProblem(const QStringList &entries)
{
    const auto parsed = parseResolvers(entries);
    if (parsed)
        return {};
    return CheckText::tr("“%1” is not an address of a DNS server. Write an IP address, with a port if it is not 53: "
                         "192.0.2.1 or 192.0.2.1:5353.")
        .arg(parsed.error().names.value(0));
}

QString clerkAddressProblem(const QString &text)
{
    const auto environment = ClerkEnvironment::from(QProcessEnvironment(), {text, QString()});
    if (environment)
        return {};
    if (environment.error().kind == Error::Kind::InsecureConnection)
        return CheckText::tr("The address has to begin with https://, so that nobody on the way can read your keys.");
    return CheckText::tr("This is not a web address. It looks like https://api.clerk.com.");
}

} // namespace

PreferencesChecks preferenceChecks()
{
    return {resolversProblem, clerkAddressProblem};
}

} // namespace golive
