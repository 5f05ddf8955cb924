#include "wizard/providerwords.h"

#include "model/providercatalogue.h"
#include "wizard/displaytext.h"
#include "wizard/errortext.h"
#include "wizard/importwords.h"
#include "wizard/steps/providerdraft.h"

#include <QFileInfo>

#include <algorithm>

namespace golive {
namespace {

using Standing = ProviderStanding;

constexpr qsizetype longestValue = 120;
constexpr int daysToWarn = 60;

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
    case Standing::LeftOut: return tr("Left out on purpose");
    case Standing::NeedsDashboard: return tr("To do in Clerk’s Dashboard");
    }
    Q_UNREACHABLE();
}

QString ProviderWords::elsewhere(Standing standing, const QString &name)
{
    if (standing == Standing::NeedsDashboard)
        return tr("Clerk’s description of %1 names nothing that could be entered here. Set it up in Clerk’s Dashboard; "
                  "the rest does not wait for it.")
            .arg(name);
    if (standing == Standing::LeftOut)
        return tr("%1 is switched off in production. People see no button for it on your sign-in page there, and an "
                  "account that was made with it in development does not exist in production anyway. Development keeps "
                  "it.")
            .arg(name);
    return {};
}

QString ProviderWords::importCaption(const QString &slug)
{
    if (slug == QLatin1String("google"))
        return tr("Choose Google’s JSON file…");
    return slug == QLatin1String("apple") ? tr("Choose Apple’s .p8 file…") : tr("Choose a file…");
}

QString ProviderWords::expiry(const QString &name, QDate expiry, QDate today)
{
    if (!expiry.isValid())
        return tr("%1’s secrets expire, and then nobody can sign in with it. Enter the date that stands beside the "
                  "secret, and put it into your calendar.")
            .arg(name);
    const qint64 days = today.daysTo(expiry);
    if (days < 0)
        return tr("This secret has expired. Make a new one at %1 and replace the credentials.").arg(name);
    if (days <= daysToWarn)
        return tr("This secret works for %n more days. Make a new one at %1 in time.", nullptr, static_cast<int>(days))
            .arg(name);
    return tr("Make a new secret at %1 before that day, and replace the credentials here.").arg(name);
}

QString ProviderWords::expiresTooLate(const QString &name, QDate latest)
{
    return tr("%1 makes no secret that works longer than until %2. Look at the date beside the secret once more.")
        .arg(name, latest.toString(Qt::ISODate));
}

QString ProviderWords::custom(const CustomConnection &connection)
{
    if (connection.inProduction)
        return tr("Production has a connection of the same key. Whether its credentials are right shows only when "
                  "somebody signs in with it.");
    return tr("Make it again in Clerk’s Dashboard for production, with the key %1 and a client of its own, and "
              "register "
              "the redirect URI there.")
        .arg(displayText(connection.key, longestValue));
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

Notice ProviderWords::changedMeanwhile(const OAuthProvider &before, const OAuthProvider &now)
{
    QStringList changes;
    if (before.switchedOn != now.switchedOn)
        changes.append(now.switchedOn ? tr("it was switched on") : tr("it was switched off"));
    for (const ProviderField &field : now.fields) {
        const auto old = fieldOf(before, field.key);
        if (old && old->stored == field.stored && old->held == field.held)
            continue;
        const QString label = fieldLabel(now.slug, field);
        if (field.held || field.stored.isEmpty())
            changes.append(tr("%1 was changed").arg(label));
        else
            changes.append(tr("%1 is now %2").arg(label, displayText(field.stored, longestValue)));
    }
    const QString what
        = changes.isEmpty() ? tr("a setting that is not shown here") : changes.join(QStringLiteral("; "));
    return {Notice::Tone::Warning,
            tr("Somebody else changed %1 in Clerk meanwhile: %2. Nothing of yours was saved. Save again to replace it "
               "with what you entered.")
                .arg(now.name, what),
            {}};
}

Notice ProviderWords::filledIn(const QStringList &names, const QStringList &refused, const QString &fileName)
{
    const QString source
        = fileName.isEmpty() ? tr("the pasted text") : tr("“%1”").arg(displayText(fileName, longestValue));
    if (names.isEmpty() && refused.isEmpty())
        return {Notice::Tone::Warning,
                tr("No credentials of the providers on this page were found in %1. They are recognised by their names, "
                   "such as GOOGLE_CLIENT_ID.")
                    .arg(source),
                {}};
    QStringList sentences;
    if (!names.isEmpty())
        //: %1 is a file or the pasted text, %2 lists providers
        sentences.append(
            tr("Filled in from %1: %2. Look at each and save it.").arg(source, names.join(QStringLiteral(", "))));
    if (!refused.isEmpty())
        //: %1 is a file or the pasted text, %2 lists providers
        sentences.append(
            tr("Something in %1 cannot be right for %2: see there.").arg(source, refused.join(QStringLiteral(", "))));
    return {refused.isEmpty() ? Notice::Tone::Success : Notice::Tone::Warning, sentences.join(QLatin1Char(' ')), {}};
}

Notice ProviderWords::unreadable(const ImportFault &fault, const QString &path)
{
    return {Notice::Tone::Problem, ImportWords::fault(fault, QFileInfo(path).fileName()), {}};
}

Reminder ProviderWords::reminder(const QString &slug, const DeployPlan &plan, QDate expiry)
{
    const ProviderGuide guide = guideFor(slug);
    Reminder reminder;
    reminder.id = QStringLiteral("%1-%2").arg(plan.applicationId, slug);
    reminder.day = expiry;
    reminder.title = tr("%1’s client secret for %2 expires").arg(guide.name, plan.domain);
    reminder.text = tr("Make a new secret at %1 and enter it in Clerk before this day. Otherwise nobody can sign in to "
                       "%2 with %1 any more.")
                        .arg(guide.name, plan.domain);
    reminder.page = guide.console;
    return reminder;
}

Notice ProviderWords::reminderSaved(const QString &path)
{
    return {Notice::Tone::Success,
            tr("“%1” was saved. Open it with your calendar: it reminds you two weeks ahead.")
                .arg(displayText(QFileInfo(path).fileName(), longestValue)),
            {}};
}

} // namespace golive
