#include "wizard/summarywords.h"

namespace golive {

QString SummaryWords::headline(const DeployPlan &plan, const DeployFacts &facts)
{
    switch (nextAction(plan, facts)) {
    case Action::Finished: return tr("Your application is ready for production");
    case Action::TakeKeys: return tr("Your domain is live; the keys are still to be handed over");
    case Action::WaitForClerk: return tr("Clerk is finishing");
    case Action::WaitForDomain:
        return facts.vanishedDomain.isEmpty() ? tr("Clerk is filing your domain")
                                              : tr("Clerk does not list your domain any more");
    case Action::RepairDomain: return tr("Clerk cannot be reached on this domain yet");
    case Action::AddDnsRecords: return tr("The DNS records are still missing");
    case Action::ConfigureProviders:
        return facts.providersKnown ? tr("Some sign-in providers still need credentials")
                                    : tr("How sign-in stands is not known yet");
    case Action::ChooseApplication:
    case Action::ChooseSettings:
    case Action::ChooseDomain:
    case Action::CreateInstance: return tr("There is no production instance yet");
    }
    Q_UNREACHABLE();
}

QString SummaryWords::explanation(const DeployPlan &plan, const DeployFacts &facts)
{
    switch (nextAction(plan, facts)) {
    case Action::Finished: return tr("Clerk reports everything complete, and you have put the keys into your hosting.");
    case Action::TakeKeys: return tr("Put both production keys into your application’s hosting to finish.");
    case Action::WaitForClerk:
        return tr("Nothing is left for you to do there. Certificate and mail take a few minutes.");
    case Action::WaitForDomain:
        return facts.vanishedDomain.isEmpty()
            ? tr("The production instance exists. Its domain appears in a moment.")
            : tr("The step “DNS records” says what to do about it. Nobody can sign in without a domain.");
    case Action::RepairDomain:
        return tr("It belongs to a hosting provider, so it takes no DNS records. The step “Domain” offers the repair.");
    case Action::AddDnsRecords: return tr("The production instance exists, but nobody can reach it without them.");
    case Action::ConfigureProviders:
        return facts.providersKnown ? tr("The production instance exists. Nobody can sign in with them yet.")
                                    : tr("Clerk could not be asked which providers are set up.");
    case Action::ChooseApplication:
    case Action::ChooseSettings:
    case Action::ChooseDomain:
    case Action::CreateInstance: return tr("The steps before this one lead there. Nothing was changed so far.");
    }
    Q_UNREACHABLE();
}

Turn SummaryWords::turn(const DeployPlan &plan, const DeployFacts &facts)
{
    switch (nextAction(plan, facts)) {
    case Action::Finished: return Turn::Nobodys;
    case Action::WaitForClerk: return Turn::Clerks;
    case Action::WaitForDomain: return facts.vanishedDomain.isEmpty() ? Turn::Clerks : Turn::Yours;
    case Action::TakeKeys:
    case Action::RepairDomain:
    case Action::AddDnsRecords:
    case Action::ConfigureProviders:
    case Action::ChooseApplication:
    case Action::ChooseSettings:
    case Action::ChooseDomain:
    case Action::CreateInstance: return Turn::Yours;
    }
    Q_UNREACHABLE();
}

QString SummaryWords::settings(DeployPlan::Settings settings)
{
    switch (settings) {
    case DeployPlan::Settings::CloneDevelopment: return tr("copied from development");
    case DeployPlan::Settings::ClerkDefaults: return tr("Clerk’s defaults");
    case DeployPlan::Settings::Undecided: return tr("chosen outside this assistant");
    }
    Q_UNREACHABLE();
}

QString SummaryWords::domain(const DeployFacts &facts)
{
    if (!facts.status)
        return tr("not read yet");
    if (facts.status->complete)
        return tr("live: records, certificate and mail are in place");
    return recordsAreSeenByClerk(*facts.status) ? tr("records are in place, Clerk is finishing")
                                                : tr("waiting for DNS records");
}

QStringList SummaryWords::takingBack(bool permanent)
{
    QStringList steps {tr("Development is untouched; your application keeps working there as before."),
                       tr("To go back, use the development keys (pk_test_…, sk_test_…) in your application again."),
                       tr("A production instance can only be deleted in Clerk’s Dashboard, under its settings.")};
    steps.append(permanent ? tr("Afterwards remove the DNS records you added, and the entries “Golive” in this "
                                "computer’s password store.")
                           : tr("Afterwards remove the DNS records you added."));
    return steps;
}

} // namespace golive
