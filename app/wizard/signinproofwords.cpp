#include "wizard/signinproofwords.h"

#include "wizard/errortext.h"

#include <algorithm>

namespace golive {
namespace {

using Finding = SignInProof::Finding;
using Row = SignInProofViewModel::Row;

/// The page is as it was configured, but something is still to be configured.
bool isToBeSetUp(const Row &row)
{
    return row.finding == Finding::MissingByDashboard || row.finding == Finding::NotSetUp;
}

bool isAsItShouldBe(const Row &row)
{
    return row.finding == Finding::Offered || row.finding == Finding::LeftOut;
}

} // namespace

QString SignInProofWords::text(Finding finding)
{
    switch (finding) {
    case Finding::Offered: return tr("The live sign-in page offers it.");
    case Finding::Missing:
        return tr("Saved in Clerk, but the live sign-in page does not offer it. This can take a minute; look again. If "
                  "it stays so, save its credentials once more.");
    case Finding::MissingByDashboard:
        return tr("Development uses it, but the live sign-in page does not offer it. Only Clerk’s Dashboard can set it "
                  "up: do so there, in the production instance.");
    case Finding::NotSetUp:
        return tr("Development uses it, but production has no credentials for it yet: the live sign-in page does not "
                  "offer it. Save its credentials, or leave it out in the step “Sign-in providers”.");
    case Finding::OnlyLinked:
        return tr("People can connect it to their account, but not sign in with it. Clerk’s Dashboard has the switch "
                  "“Enable for sign-up and sign-in”.");
    case Finding::StillOffered:
        return tr("The live sign-in page offers it, though it has no credentials here: its button leads to an error. "
                  "Save its credentials, or leave it out in the step “Sign-in providers”.");
    case Finding::LeftOut: return tr("Left out, and the live sign-in page does not offer it.");
    case Finding::Unexpected:
        return tr("The live sign-in page offers it, though development does not use it. Switch it off in Clerk’s "
                  "Dashboard unless it is meant.");
    }
    Q_UNREACHABLE();
}

QString SignInProofWords::headline(const QList<Row> &rows)
{
    const bool asConfigured = std::all_of(rows.cbegin(), rows.cend(),
                                          [](const Row &row) { return isAsItShouldBe(row) || isToBeSetUp(row); });
    if (!asConfigured)
        return tr("The live sign-in page is not as it was configured.");
    if (std::any_of(rows.cbegin(), rows.cend(), isToBeSetUp))
        return tr("The live sign-in page offers less than development does.");
    const auto isOffered = [](const Row &row) { return row.finding == Finding::Offered; };
    if (std::none_of(rows.cbegin(), rows.cend(), isOffered))
        return tr("The live sign-in page offers none of these providers, as you decided.");
    const bool tried = std::all_of(rows.cbegin(), rows.cend(),
                                   [&isOffered](const Row &row) { return !isOffered(row) || row.tried; });
    return tried ? tr("The live sign-in page offers what was configured, and you signed in with every provider.")
                 : tr("The live sign-in page offers what was configured. Whether the credentials are right shows only "
                      "when you sign in: try each provider once.");
}

Notice::Tone SignInProofWords::tone(const QList<Row> &rows)
{
    return std::all_of(rows.cbegin(), rows.cend(), isAsItShouldBe) ? Notice::Tone::Success : Notice::Tone::Warning;
}

Notice SignInProofWords::couldNotAsk(const Error &error, const QUrl &address)
{
    Notice notice {Notice::Tone::Warning,
                   tr("%1 does not answer this computer yet. A new name can take a while to reach every network: look "
                      "again later, or from another network.")
                       .arg(address.host()),
                   ErrorText::details(error)};
    return notice;
}

} // namespace golive
