#include "deploy/attemptnote.h"

namespace golive {

void noteAttempt(JournalEntry &entry, const Result<CreationOutcome> &result, const QDateTime &attemptedBefore,
                 const QDateTime &now)
{
    if (!result) {
        if (!mayExistNow(result.error()))
            entry.creationAttemptedAt = {};
        return;
    }
    if (result->how == CreationOutcome::How::NotSent) {
        entry.creationAttemptedAt = attemptedBefore;
        return;
    }
    if (!result->keyNotKept)
        entry.secretKeyKeptAt = now;
    else if (entry.productionInstanceId != result->instanceId) // that was another one's
        entry.secretKeyKeptAt = {};
    entry.productionInstanceId = result->instanceId;
    if (!result->sent && attemptedBefore.isNull()) // somebody else made it, from settings of their choice
        entry.plan.settings = DeployPlan::Settings::Undecided;
}

void noteInstance(JournalEntry &entry, const DeployFacts &facts)
{
    const auto production = facts.production();
    if (!production)
        return;
    if (entry.productionInstanceId != production->id)
        entry.secretKeyKeptAt = {};
    entry.productionInstanceId = production->id;
    entry.confirmations.follow(entry.plan, facts);
    entry.finished = nextAction(entry.plan, facts) == Action::Finished;
}

bool lacksKeyOfAttempt(const JournalEntry &entry, const DeployFacts &facts)
{
    const bool isKept = facts.secretKeyKept || facts.secretKeyUnseen || entry.secretKeyKeptAt.isValid();
    return facts.production() && entry.creationAttemptedAt.isValid() && !isKept;
}

} // namespace golive
