#include "wizard/steps/startviewmodel.h"

#include "wizard/displaytext.h"

#include <QLocale>

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestName = 120;
constexpr qsizetype longestDomain = 253; ///< RFC 1035, as text

} // namespace

StartViewModel::StartViewModel(DeployJournal &journal, QString clerkHost, bool practice, QObject *parent)
    : StepViewModel(parent)
    , m_journal(journal)
    , m_clerkHost(std::move(clerkHost))
{
    m_state.practice = practice;
    m_state.canPractice = !practice;
    enter();
}

void StartViewModel::enter()
{
    State next = m_state;
    next.introduction = tr("Golive takes an application from Clerk’s development environment to production, one step "
                           "at a time. You can stop at any point and continue later.");
    next.duration = tr("About 20 minutes of your time. After that, DNS changes may need minutes or hours to be seen "
                       "everywhere; Golive watches them for you.");
    next.stages = stages();
    next.differences = differences();
    next.usersStay = tr("Users do not move. People who signed up in development have to sign up again in production.");
    next.preparations = preparations();
    next.earlier = earlier();
    next.notice = setAsideNotice();
    setState(std::move(next));
}

void StartViewModel::goForward()
{
    State next = m_state;
    next.started = true;
    setState(std::move(next));
    Q_EMIT finished();
}

void StartViewModel::tick(const QString &preparationId, bool ticked)
{
    State next = m_state;
    for (Preparation &each : next.preparations)
        if (each.id == preparationId)
            each.ticked = ticked;
    setState(std::move(next));
}

void StartViewModel::continueDeployment(const QString &applicationId)
{
    if (leaveWith(applicationId))
        Q_EMIT continueWanted(applicationId);
}

void StartViewModel::compareSettings(const QString &applicationId)
{
    if (leaveWith(applicationId))
        Q_EMIT comparisonWanted(applicationId);
}

/// False for an application that is not in the list.
bool StartViewModel::leaveWith(const QString &applicationId)
{
    const bool known = std::any_of(m_state.earlier.cbegin(), m_state.earlier.cend(),
                                   [&](const Earlier &each) { return each.applicationId == applicationId; });
    if (!known)
        return false;
    State next = m_state;
    next.started = true;
    setState(std::move(next));
    return true;
}

void StartViewModel::practiceFirst()
{
    if (m_state.canPractice)
        Q_EMIT practiceWanted();
}

QStringList StartViewModel::stages()
{
    return {
        tr("Connect to Clerk and choose the application."),
        tr("Choose which settings to copy, and the domain."),
        tr("Create the production instance. Nothing is made before you press that button."),
        tr("Enter your own sign-in credentials, for example those from Google."),
        tr("Add the DNS records that Clerk asks for, and wait until they are seen."),
        tr("Take the production keys and put them where your application runs."),
    };
}

QList<StartViewModel::Difference> StartViewModel::differences()
{
    return {
        {tr("Domain"), tr("An address that Clerk provides"), tr("A domain that you own, with DNS records for Clerk")},
        {tr("Users"), tr("Test users, at most 100"), tr("Your real users, starting from none")},
        {tr("Sign-in providers"), tr("Clerk’s shared credentials"), tr("Your own credentials for each provider")},
        {tr("Keys"), tr("Begin with pk_test_ and sk_test_"), tr("New keys that begin with pk_live_ and sk_live_")},
        {tr("Webhooks and integrations"), tr("Set up in development only"), tr("To be set up again in production")},
        {tr("Paid features"), tr("Free to try"), tr("Must be part of your Clerk plan")},
    };
}

QList<StartViewModel::Preparation> StartViewModel::preparations() const
{
    QList<Preparation> all {
        {QStringLiteral("domain"), tr("A domain you own"),
         tr("Such as example.com. An address from a hosting provider, like vercel.app, is not enough."), false},
        {QStringLiteral("dns"), tr("Access to its DNS settings"),
         tr("The place where you bought the domain, or where its DNS is kept. A colleague with access will do."),
         false},
        {QStringLiteral("oauth"), tr("Credentials for your sign-in providers"),
         tr("Only if people sign in with Google, GitHub and the like. You can also add them later."), false},
        {QStringLiteral("key"), tr("A key for Clerk’s Platform API"),
         tr("It begins with ak_ and belongs to your Clerk workspace. The next step says where it comes from."), false},
    };
    for (Preparation &each : all)
        for (const Preparation &before : m_state.preparations)
            if (before.id == each.id)
                each.ticked = before.ticked;
    return all;
}

QList<StartViewModel::Earlier> StartViewModel::earlier() const
{
    QList<Earlier> found;
    for (const JournalEntry &entry : m_journal.entries()) {
        if (entry.clerkHost != m_clerkHost || entry.plan.applicationId.isEmpty())
            continue;
        const QString &name
            = entry.plan.applicationName.isEmpty() ? entry.plan.applicationId : entry.plan.applicationName;
        const QString changed = entry.changedAt.isValid()
            ? tr("Last changed %1").arg(QLocale().toString(entry.changedAt.toLocalTime(), QLocale::ShortFormat))
            : QString();
        found.append({entry.plan.applicationId, displayText(name, longestName),
                      displayText(entry.plan.domain, longestDomain), standing(entry), changed, entry.finished,
                      !entry.productionInstanceId.isEmpty()});
    }
    return found;
}

QString StartViewModel::standing(const JournalEntry &entry)
{
    if (entry.finished)
        return tr("Finished");
    if (!entry.productionInstanceId.isEmpty())
        return tr("Production instance created, not finished");
    if (entry.creationAttemptedAt.isValid())
        return tr("Creation was begun; Clerk has to be asked how it ended");
    if (!entry.plan.domain.isEmpty())
        return tr("Domain chosen, nothing created yet");
    if (entry.plan.settings != DeployPlan::Settings::Undecided)
        return tr("Settings chosen, nothing created yet");
    return tr("Application chosen, nothing created yet");
}

Notice StartViewModel::setAsideNotice() const
{
    const QStringList &files = m_journal.setAside();
    if (files.isEmpty())
        return {};
    return {Notice::Tone::Warning,
            tr("Notes about earlier deployments could not be read and were put aside. They are damaged, or a newer "
               "version of Golive wrote them. Nothing in Clerk has changed: to continue such a deployment, connect "
               "and choose its application again."),
            tr("Put aside: %1").arg(files.join(QLatin1Char('\n')))};
}

void StartViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
