#include "wizard/providerwords.h"

#include "wizard/errortext.h"

#include <algorithm>

namespace golive {
namespace {

using Standing = ProvidersViewModel::Standing;

int countOf(const DeployFacts &facts, ProviderState wanted)
{
    return static_cast<int>(std::count(facts.providers.cbegin(), facts.providers.cend(), wanted));
}

} // namespace

QString ProviderWords::standing(Standing standing, bool redirectConfirmed)
{
    switch (standing) {
    case Standing::NotStarted: return tr("Needs your credentials");
    case Standing::PartlyFilled: return tr("Not saved yet");
    case Standing::Saving: return tr("Saving…");
    case Standing::Saved: return redirectConfirmed ? tr("Saved in Clerk") : tr("Saved; redirect URI not confirmed");
    case Standing::PutOff: return tr("Left for later");
    case Standing::NeedsDashboard: return tr("To do in Clerk’s Dashboard");
    }
    Q_UNREACHABLE();
}

QString ProviderWords::headline(const DeployFacts &facts)
{
    if (!facts.production())
        return tr("There is no production instance yet. Create it first: providers are set up in it.");
    if (!facts.providersKnown)
        return {};
    if (facts.providers.isEmpty())
        return tr("Development uses no social sign-in, so there is nothing to enter here.");
    const int saved = countOf(facts, ProviderState::Configured);
    const int all = static_cast<int>(facts.providers.size()) - countOf(facts, ProviderState::NeedsDashboard);
    if (all == 0)
        return tr("What development uses has to be set up in Clerk’s Dashboard.");
    if (saved == all)
        return tr("Every provider has its production credentials.");
    return tr("Credentials saved: %1 of %2.").arg(saved).arg(all);
}

QStringList ProviderWords::advice(const QStringList &gotchas)
{
    // The build lists these texts for translators: app/CMakeLists.txt, golive_list_guide_texts().
    QStringList translated;
    for (const QString &gotcha : gotchas)
        translated.append(QCoreApplication::translate("golive::ProviderGuide", gotcha.toUtf8().constData()));
    return translated;
}

Notice ProviderWords::unsaved(const QString &name)
{
    return {Notice::Tone::Warning,
            tr("What you typed for %1 is not saved yet. Save it, or press Next again to leave it as it is.").arg(name),
            {}};
}

Notice ProviderWords::acceptedButNotListed(const QString &name)
{
    return {
        Notice::Tone::Information,
        tr("Clerk accepted the credentials of %1, but does not list them yet. Ask Clerk again in a moment.").arg(name),
        {}};
}

Notice ProviderWords::answerLost(const Error &error)
{
    Notice notice = noticeFor(error, Notice::Tone::Warning);
    notice.text = tr("Clerk’s answer did not arrive, so it is not certain whether these credentials were saved. Save "
                     "them once more: the same values twice do no harm.")
        + QLatin1Char('\n') + ErrorText::sentence(error);
    return notice;
}

} // namespace golive
