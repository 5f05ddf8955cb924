#include "wizard/handover/switchwords.h"

#include "foundation/result.h"
#include "wizard/displaytext.h"

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestAddress = 100;

FoundKey firstKey(const SiteLook &look, bool live)
{
    const auto found = std::find_if(look.keys.cbegin(), look.keys.cend(),
                                    [live](const FoundKey &key) { return key.isLive == live; });
    return found == look.keys.cend() ? FoundKey() : *found;
}

} // namespace

QString SwitchWords::place(const FoundKey &key)
{
    const QString path = key.where.path();
    return path.isEmpty() || path == QLatin1String("/") ? tr("the page itself") : displayText(path, longestAddress);
}

QString SwitchWords::whatWasRead(const SiteLook &look)
{
    QStringList sentences {tr("Golive read %1 and %n script(s) of it.", nullptr, look.scripts)
                               .arg(displayText(look.page.toString(QUrl::RemoveQuery), longestAddress))};
    if (look.unread > 0)
        sentences.append(tr("%n script(s) could not be read.", nullptr, look.unread));
    return sentences.join(QLatin1Char(' '));
}

SwitchFinding SwitchWords::finding(const SiteLook &look, const QString &frontendHost)
{
    const QString read = whatWasRead(look);
    switch (verdictOn(look, frontendHost)) {
    case SiteVerdict::Switched:
        return {Notice::Tone::Success, tr("Your site has switched over"),
                tr("It delivers the production key of this domain, seen in %1.").arg(place(firstKey(look, true)))
                    + QLatin1Char(' ') + read};
    case SiteVerdict::StillDevelopment:
        return {Notice::Tone::Problem, tr("Your site still uses a development key"),
                tr("It is in %1. Replace the keys at your hosting and build the application anew: the key is built "
                   "into the pages, so a restart is not enough.")
                        .arg(place(firstKey(look, false)))
                    + QLatin1Char(' ') + read};
    case SiteVerdict::Mixed:
        return {
            Notice::Tone::Warning, tr("Your site delivers the production key and a development key"),
            tr("The development key is in %1. Perhaps part of the site was not built anew, or a cache still has it.")
                    .arg(place(firstKey(look, false)))
                + QLatin1Char(' ') + read};
    case SiteVerdict::OtherProduction:
        return {Notice::Tone::Problem, tr("Your site uses the production key of another domain"),
                tr("The key in %1 is for %2; this instance has %3.")
                        .arg(place(firstKey(look, true)), displayText(firstKey(look, true).host, longestAddress),
                             frontendHost)
                    + QLatin1Char(' ') + read};
    case SiteVerdict::SomeProduction:
        return {Notice::Tone::Warning, tr("Your site uses a production key"),
                tr("The key in %1 is for %2. Golive does not know this instance’s own key: compare it with the one in "
                   "Clerk’s Dashboard, under API keys.")
                        .arg(place(firstKey(look, true)), displayText(firstKey(look, true).host, longestAddress))
                    + QLatin1Char(' ') + read};
    case SiteVerdict::NoKey:
        if (look.status >= 400)
            return trouble(failure(Error::Kind::UnexpectedReply, QString::number(look.status)).value(),
                           look.page.host());
        return {Notice::Tone::Information, tr("No key was seen"),
                tr("That need not be wrong: some sites load Clerk later, or on other pages. Try the page where people "
                   "sign in.")
                    + QLatin1Char(' ') + read};
    }
    Q_UNREACHABLE();
}

SwitchFinding SwitchWords::trouble(const Error &error, const QString &host)
{
    const QString site = displayText(host, longestAddress);
    const QString headline = tr("The site could not be looked at");
    if (error.kind == Error::Kind::Offline)
        return {Notice::Tone::Warning, headline,
                tr("%1 cannot be reached. Is it deployed, and its DNS set up?").arg(site)};
    if (error.kind == Error::Kind::TimedOut)
        return {Notice::Tone::Warning, headline, tr("%1 did not answer in time. Try again in a while.").arg(site)};
    if (error.kind == Error::Kind::InsecureConnection)
        return {Notice::Tone::Problem, headline,
                tr("%1 has no secure connection (https) that can be trusted. Production keys need one.").arg(site)};
    if (error.kind == Error::Kind::Rejected)
        return {Notice::Tone::Warning, headline,
                tr("%1 sends its visitors on to %2, which is another site. Look there if that is yours.")
                    .arg(site, displayText(error.detail, longestAddress))};
    return {Notice::Tone::Warning, headline,
            tr("%1 answered with an error (%2).").arg(site, displayText(error.detail, longestAddress))};
}

} // namespace golive
