#include "wizard/startwords.h"

#include "wizard/displaytext.h"
#include "wizard/errortext.h"
#include "wizard/preferences.h"

namespace golive {
namespace {

constexpr qsizetype longestEntry = 80;

bool isVariable(const QString &field)
{
    return field.startsWith(QLatin1String("CLERK_"));
}

bool isPreferredAddress(const QString &field)
{
    return field == QLatin1String(Preferences::platformApiSetting);
}

bool isResolvers(const QString &field)
{
    return field == QLatin1String(Preferences::resolversSetting);
}

} // namespace

Notice StartWords::problem(const Error &error)
{
    const QString details = ErrorText::details(error);
    const bool insecure = error.kind == Error::Kind::InsecureConnection;
    if (isVariable(error.field))
        return {Notice::Tone::Problem,
                (insecure ? tr("The environment variable %1 holds an address that does not begin with https://. Golive "
                               "would send your keys there for anybody on the way to read.")
                          : tr("The environment variable %1 does not hold a web address such as "
                               "https://api.clerk.com."))
                        .arg(error.field)
                    + QLatin1Char(' ') + tr("Correct or remove the variable, then start Golive again."),
                details};
    if (isPreferredAddress(error.field))
        return {Notice::Tone::Problem,
                insecure ? tr("The address of Clerk’s Platform API in your preferences does not begin with https://. "
                              "Golive would send your keys there for anybody on the way to read.")
                         : tr("The address of Clerk’s Platform API in your preferences is not a web address. Golive "
                              "does not guess another one, because your keys are sent there."),
                details};
    if (isResolvers(error.field))
        return {Notice::Tone::Problem,
                tr("“%1” in your preferences is not an address of a DNS server.")
                    .arg(displayText(error.names.value(0), longestEntry)),
                details};
    return noticeFor(error);
}

QString StartWords::remedy(const Error &error)
{
    if (isPreferredAddress(error.field))
        return tr("&Use Clerk’s own address");
    return isResolvers(error.field) ? tr("&Use well-known DNS servers") : QString();
}

QString StartWords::alreadyOpen()
{
    return tr("Golive is open already; its window has been brought to the front.");
}

Notice StartWords::otherIsSilent()
{
    return {Notice::Tone::Problem,
            tr("Golive is open already, but that window does not answer. Close it, or end the program in your system’s "
               "list of running programs, then start Golive again. Your choices are kept."),
            {}};
}

QString StartWords::noDisplay()
{
    return tr(noDisplayInEnglish);
}

} // namespace golive
