#include "wizard/creationwords.h"

#include "model/settings/planfeatures.h"
#include "wizard/displaytext.h"
#include "wizard/domainwords.h"
#include "wizard/keyplacewords.h"
#include "wizard/layoutwords.h"
#include "wizard/settings/settingrowwords.h"

#include <QLocale>

namespace golive {
namespace {

constexpr qsizetype settingsRowIndex = 1; ///< in summary()
constexpr qsizetype longestId = 120;

} // namespace

QList<CreationWords::Row> CreationWords::summary(const DeployPlan &plan)
{
    const bool clones = plan.settings == DeployPlan::Settings::CloneDevelopment;
    return {
        {tr("Application"), plan.applicationName.isEmpty() ? plan.applicationId : plan.applicationName, {}, false},
        {tr("Settings"), clones ? tr("Copied from development") : tr("Clerk’s defaults"), {}, false},
        domainRow(plan),
        backendRow(plan),
    };
}

QList<CreationWords::Row> CreationWords::made(const DeployPlan &plan, const DeployFacts &facts, bool forGood,
                                              const QDateTime &keyKeptAt)
{
    DeployPlan stored = plan;
    if (facts.domain)
        stored.domain = facts.domain->name;
    const bool chosenHere = plan.settings != DeployPlan::Settings::Undecided;
    QList<Row> rows = summary(stored);
    if (!chosenHere)
        rows[settingsRowIndex].value = tr("Chosen outside of this assistant");
    if (!chosenHere && plan.hosts == HostChoices()) // nobody said where the backend is
        rows.removeLast();
    if (const auto production = facts.production())
        rows.append({tr("Production instance"), displayText(production->id, longestId), {}, true});
    const QString place
        = facts.secretKeyUnseen ? KeyPlaceWords::unseen(keyKeptAt) : keyPlace(facts.secretKeyKept, forGood);
    rows.append({tr("Secret key"), place, {}, false});
    return rows;
}

QString CreationWords::keyPlace(bool kept, bool forGood)
{
    if (!kept)
        return tr("Not in a password store");
    return forGood ? tr("In this computer’s password store") : tr("Kept until you close Golive");
}

QStringList CreationWords::whatRemains(const DeployPlan &plan, const DeployFacts &facts)
{
    QStringList lines;
    const int providers = static_cast<int>(providersToConfigure(plan, facts).size());
    if (!facts.providersKnown)
        lines.append(tr("Enter your own credentials for the sign-in providers."));
    else if (providers > 0)
        lines.append(tr("Enter your own credentials for %n sign-in provider(s).", nullptr, providers));
    const int records = facts.domain ? static_cast<int>(facts.domain->records.size()) : 0;
    if (records > 0 && !recordsAreSeenByClerk(facts))
        lines.append(tr("Add %n DNS record(s) where your domain’s DNS is kept.", nullptr, records));
    else if (!recordsAreSeenByClerk(facts))
        lines.append(tr("Add the DNS records that Clerk asks for."));
    if (!facts.status || !facts.status->complete)
        lines.append(tr("Wait until Clerk has seen them and made the certificate. Golive watches that for you."));
    if (!plan.keysTaken)
        lines.append(tr("Put the production keys where your application runs."));
    return lines;
}

CreationWords::Row CreationWords::domainRow(const DeployPlan &plan)
{
    const QString written = DomainWords::asPeopleWriteIt(plan.domain);
    return {tr("Domain"), written, written == plan.domain ? QString() : tr("In DNS: %1").arg(plan.domain), true};
}

CreationWords::Row CreationWords::backendRow(const DeployPlan &plan)
{
    const HostLayout layout = hostLayout(plan, {});
    const bool isHost = !layout.has(LayoutCase::NativeOnly) && !layout.choices().apiHost.isEmpty()
        && layout.choices().backend == HostChoices::Backend::SeparateHost;
    return {tr("Backend"), LayoutWords::name(layout), {}, isHost};
}

QStringList CreationWords::whatHappens(const DeployPlan &plan, bool forGood)
{
    return {
        plan.settings == DeployPlan::Settings::CloneDevelopment
            ? tr("Clerk makes a production instance for this domain, with a copy of development’s settings.")
            : tr("Clerk makes a production instance for this domain, with its own defaults."),
        forGood ? tr("Golive puts its secret key into this computer’s password store, before anything else.")
                : tr("Golive keeps its secret key until you close the program."),
        tr("Clerk lists the DNS records it needs, for a later step. Your users notice nothing yet."),
    };
}

QString CreationWords::warning()
{
    return tr("This cannot be taken back here: Clerk offers programs no way to delete a production instance. Another "
              "domain later means new keys and new DNS records, and signs everybody out.");
}

Notice CreationWords::comparedDomain(const QString &typed, const QString &stored)
{
    if (stored.isEmpty() || typed.isEmpty() || typed == stored)
        return {};
    const QString difference = tr("Clerk filed the domain %1. You typed %2.")
                                   .arg(DomainWords::asPeopleWriteIt(stored), DomainWords::asPeopleWriteIt(typed));
    const bool isParent = typed.endsWith(QLatin1Char('.') + stored);
    return {Notice::Tone::Warning,
            difference + QLatin1Char('\n')
                + (isParent
                       ? tr("Sign-in covers subdomains, so it works on %1 all the same, and you can usually go on. "
                            "If several Clerk applications are to share %2, change the domain in Clerk’s Dashboard "
                            "to a secondary application now, before you add any DNS record.")
                             .arg(DomainWords::asPeopleWriteIt(typed), DomainWords::asPeopleWriteIt(stored))
                       : tr("If that is not what you want, change the domain in Clerk’s Dashboard now, before you "
                            "add any DNS record: later it changes keys and records and signs everybody out.")),
            {}};
}

QStringList CreationWords::featureUses(const QStringList &features, const InstanceConfig &development)
{
    constexpr qsizetype longestName = 60;
    QStringList lines;
    for (const QString &feature : features) {
        QStringList uses;
        for (const SettingPath &path : settingsUsing(feature, development))
            uses.append(tr("“%1” (%2)")
                            .arg(SettingRowWords::titleAlone(path),
                                 SettingRowWords::value(path, settingAt(development, path))));
        const QString name = displayText(feature, longestName);
        //: a feature's name, then the settings that use it: "organizations: used by “Enabled” (on)"
        lines.append(uses.isEmpty()
                         ? tr("%1: no setting that Golive can read uses it; look in Clerk’s Dashboard.").arg(name)
                         : tr("%1: used by %2").arg(name, QLocale().createSeparatedList(uses)));
    }
    return lines;
}

QStringList CreationWords::waysOn()
{
    return {
        tr("Upgrade the plan in Clerk’s Dashboard, then press “Create production instance” again."),
        tr("Switch these features off in development, in the Dashboard, then press it again."),
        tr("Start with Clerk’s defaults instead of a copy, and set up production by hand."),
    };
}

} // namespace golive
