#include "deploy/deployment.h"

#include "clerk/platformapi.h"
#include "deploy/attemptnote.h"
#include "foundation/clock.h"

#include <algorithm>

namespace golive {
namespace {

constexpr int keptTraceIds = 20;

/// What the instance was created from can no longer change.
DeployPlan keepingWhatIsFinal(const DeployPlan &before, DeployPlan after)
{
    after.applicationId = before.applicationId;
    after.settings = before.settings;
    after.domain = before.domain;
    return after;
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): the sixth is Qt's parent
Deployment::Deployment(PlatformApi &api, SecretStore &secrets, DeployJournal &journal, Clock &clock, QString clerkHost,
                       QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_journal(journal)
    , m_clock(clock)
    , m_clerkHost(std::move(clerkHost))
    , m_keys(api, secrets)
    , m_reader(api, m_keys)
    , m_creator(api, m_keys)
    , m_connections(api)
{
    connect(&m_keys, &KeyKeeper::changed, this, [this](const QString &id) {
        if (id == m_entry.productionInstanceId)
            changeEntry([](JournalEntry &entry) { entry.confirmations.withdrawKeys(entry.plan); });
    });
}

void Deployment::open(const Application &application)
{
    m_entry = m_journal.find(m_clerkHost, application.id).value_or(JournalEntry());
    if (m_entry.startedAt.isNull())
        m_entry.startedAt = m_clock.now();
    m_entry.clerkHost = m_clerkHost;
    m_entry.plan.applicationId = application.id;
    m_entry.plan.applicationName = application.name;
    DeployFacts facts;
    facts.application = application;
    setFacts(facts);
    Q_EMIT planChanged();
}

void Deployment::close()
{
    m_entry = {};
    setFacts({});
    Q_EMIT planChanged();
}

void Deployment::change(const std::function<void(DeployPlan &)> &edit)
{
    DeployPlan wanted = m_entry.plan;
    edit(wanted);
    if (m_facts.production() || m_creating.contains(m_entry.plan.applicationId))
        wanted = keepingWhatIsFinal(m_entry.plan, std::move(wanted));
    if (wanted == m_entry.plan)
        return;
    m_entry.plan = std::move(wanted);
    m_entry.confirmations.settle(m_entry.plan);
    save();
    Q_EMIT planChanged();
}

QFuture<Result<>> Deployment::refresh()
{
    return use(Scope::Everything, m_reader.readAll(m_entry.plan.applicationId));
}

QFuture<Result<DomainStatus>> Deployment::refreshStatus()
{
    const Promise<DomainStatus> promise;
    onAnswer(use(Scope::Domain, m_reader.readDomain(m_entry.plan.applicationId)), this,
             [this, promise](const Result<> &answer) {
                 if (!answer)
                     promise.resolve(failure(answer.error()));
                 else
                     promise.resolve(m_facts.status.value_or(DomainStatus()));
             });
    return promise.future();
}

QFuture<Result<>> Deployment::repairDomain()
{
    if (!m_facts.domain || !m_facts.domain->lacksProxy())
        return ready<void>({});
    const Promise<void> promise;
    onAnswer(m_api.changeDomain(m_entry.plan.applicationId, m_facts.domain->name), this,
             [this, promise](const Result<Domain> &answer) {
                 if (!answer)
                     remember(answer.error());
                 onAnswer(refresh(), this, [this, promise, answer](const Result<> &read) {
                     const bool isMended = m_facts.domain && !m_facts.domain->lacksProxy();
                     if (isMended)
                         promise.resolve({});
                     else if (!answer)
                         promise.resolve(failure(answer.error()));
                     else
                         promise.resolve(read ? failure(Error::Kind::UnexpectedReply) : read);
                 });
             });
    return promise.future();
}

QFuture<Result<DomainStatus>> Deployment::askClerkToLook()
{
    if (!m_facts.domain)
        return refreshStatus();
    const Promise<DomainStatus> promise;
    onAnswer(m_api.startDnsCheck(m_entry.plan.applicationId, m_facts.domain->id), this,
             [this, promise, applicationId = m_entry.plan.applicationId](const Result<DomainStatus> &answer) {
                 if (applicationId != m_entry.plan.applicationId) {
                     promise.resolve(failure(Error::Kind::Cancelled));
                     return;
                 }
                 const auto isAnsweredByReading // a check is under way, or Clerk does not have the domain any more
                     = [](Error::Kind kind) { return kind == Error::Kind::Busy || kind == Error::Kind::NotFound; };
                 if (!answer && !isAnsweredByReading(answer.error().kind)) {
                     remember(answer.error());
                     promise.resolve(failure(answer.error()));
                     return;
                 }
                 const auto lastRun = answer ? answer->lastRunAt : std::nullopt; // which no status tells
                 onAnswer(refreshStatus(), this, [promise, lastRun](Result<DomainStatus> status) {
                     if (status)
                         status->lastRunAt = lastRun;
                     promise.resolve(status);
                 });
             });
    return promise.future();
}

QFuture<Result<CreationOutcome>> Deployment::createProductionInstance()
{
    const auto development = m_facts.development();
    NewProductionInstance wanted;
    wanted.domain = m_entry.plan.domain;
    if (m_entry.plan.settings == DeployPlan::Settings::CloneDevelopment && development)
        wanted.cloneFrom = development->id;

    const QDateTime before = std::exchange(m_entry.creationAttemptedAt, m_clock.now());
    save();

    m_creating.append(m_entry.plan.applicationId);
    const Promise<CreationOutcome> promise;
    onAnswer(
        m_creator.create(m_entry.plan.applicationId, wanted), this,
        [this, promise, before, applicationId = m_entry.plan.applicationId](const Result<CreationOutcome> &result) {
            m_creating.removeOne(applicationId);
            noteCreation(applicationId, result, before);
            if (!result || result->whyNotSent || applicationId != m_entry.plan.applicationId)
                promise.resolve(result);
            else
                readCreated(promise, *result);
        });
    return promise.future();
}

/// Files the outcome under the application it belongs to, which need no longer be the one at hand.
void Deployment::noteCreation(const QString &applicationId, const Result<CreationOutcome> &result,
                              const QDateTime &attemptedBefore)
{
    const bool atHand = applicationId == m_entry.plan.applicationId;
    JournalEntry entry = atHand ? m_entry : m_journal.find(m_clerkHost, applicationId).value_or(JournalEntry());
    noteAttempt(entry, result, attemptedBefore, m_clock.now());
    if (atHand) {
        const bool otherPlan = entry.plan != m_entry.plan;
        m_entry = entry;
        if (otherPlan)
            Q_EMIT planChanged();
        if (!result)
            remember(result.error());
        else if (const std::optional<Error> &why = result->whyNotSent)
            remember(*why);
        save();
    } else if (!entry.plan.applicationId.isEmpty()) {
        (void)m_journal.save(entry); // Clerk is asked again when that application is opened
    }
}

void Deployment::noteMade(const Application &application, const QString &domain)
{
    JournalEntry entry = m_journal.find(m_clerkHost, application.id).value_or(JournalEntry());
    if (entry.startedAt.isNull())
        entry.startedAt = m_clock.now();
    entry.changedAt = m_clock.now();
    entry.clerkHost = m_clerkHost;
    entry.plan.applicationId = application.id;
    entry.plan.applicationName = application.name;
    entry.plan.domain = domain;
    (void)m_journal.save(entry); // it is also in Clerk's list
}

void Deployment::readCreated(const Promise<CreationOutcome> &promise, const CreationOutcome &outcome)
{
    onAnswer(refresh(), this, [this, promise, outcome](const Result<> &) {
        CreationOutcome told = outcome;
        if (told.domainStored.isEmpty() && m_facts.domain)
            told.domainStored = m_facts.domain->name;
        promise.resolve(told);
    });
}

QFuture<Result<>> Deployment::saveProvider(const ProviderCredentials &credentials)
{
    const Promise<> promise;
    const bool hasSecret = !credentials.secrets.isEmpty();
    onAnswer(writeConnection(changeFor(credentials)), this,
             [this, promise, hasSecret, slug = credentials.slug,
              applicationId = m_entry.plan.applicationId](const Result<> &answer) {
                 if (answer && hasSecret && applicationId == m_entry.plan.applicationId) // signed in with another one
                     change([&slug](DeployPlan &plan) { plan.triedProviders.removeAll(slug); });
                 promise.resolve(answer);
             });
    return promise.future();
}

QFuture<Result<>> Deployment::switchOffProvider(const QString &slug)
{
    ConnectionChange change;
    change.section = QStringLiteral("connection_oauth_") + slug;
    change.values.insert(QStringLiteral("enabled"), false);
    return writeConnection(std::move(change));
}

QFuture<Result<>> Deployment::writeConnection(ConnectionChange change)
{
    const auto production = m_facts.production();
    if (!production)
        return ready<void>(failure(Error::Kind::NotFound, QStringLiteral("there is no production instance")));
    change.applicationId = m_entry.plan.applicationId;
    change.instanceId = production->id;
    change.seen = m_facts.productionConnections;
    const Promise<> promise;
    onAnswer(m_connections.write(change), this,
             [this, promise, applicationId = m_entry.plan.applicationId](const Result<> &answer) {
                 const bool atHand = applicationId == m_entry.plan.applicationId;
                 if (!answer && atHand)
                     remember(answer.error());
                 const bool outdated = !answer && answer.error().kind == Error::Kind::VersionConflict;
                 if (!atHand || (!answer && !outdated)) {
                     promise.resolve(answer);
                     return;
                 }
                 // Saved is saved: a failed reading afterwards is the next refresh's business.
                 onAnswer(refresh(), this, [promise, answer](const Result<> &) { promise.resolve(answer); });
             });
    return promise.future();
}

QFuture<Result<Secret>> Deployment::secretKey()
{
    const auto production = m_facts.production();
    if (!production)
        return ready<Secret>(failure(Error::Kind::NotFound, QStringLiteral("there is no production instance")));
    const Promise<Secret> promise;
    onAnswer(m_keys.find(m_entry.plan.applicationId, production->id, m_entry.secretKeyKeptAt.isValid()), this,
             [this, promise, id = production->id](const Result<Secret> &key) {
                 const bool atHand = m_entry.productionInstanceId == id;
                 if (!key && atHand)
                     remember(key.error());
                 if (key && atHand && m_keys.isInStore(id))
                     noteKeyKept();
                 promise.resolve(key);
             });
    return promise.future();
}

QFuture<Result<>> Deployment::keepHeldKey()
{
    if (!holdsUnkeptKey())
        return ready<void>(m_facts.secretKeyKept ? Result<>() : failure(Error::Kind::SecretMissing));
    const Promise<> promise;
    onAnswer(m_keys.keepHeld(m_entry.productionInstanceId), this,
             [this, promise, id = m_entry.productionInstanceId](const Result<> &kept) {
                 if (kept && m_entry.productionInstanceId == id)
                     noteKeyKept();
                 promise.resolve(kept);
             });
    return promise.future();
}

void Deployment::noteKeyKept()
{
    m_entry.secretKeyKeptAt = m_clock.now();
    save();
    DeployFacts facts = m_facts;
    facts.secretKeyKept = true;
    facts.secretKeyUnseen = false;
    setFacts(facts);
}

QFuture<Result<InstanceConfig>> Deployment::developmentSettings()
{
    return m_api.readConfig(plan().applicationId, QStringLiteral("development"), {});
}

void Deployment::remember(const Error &error)
{
    if (error.traceId.isEmpty() || m_entry.traceIds.contains(error.traceId))
        return;
    m_entry.traceIds.append(error.traceId);
    while (m_entry.traceIds.size() > keptTraceIds)
        m_entry.traceIds.removeFirst();
    save();
}

/// Takes over what a reading brought, unless the person has meanwhile turned to another application.
QFuture<Result<>> Deployment::use(Scope scope, const QFuture<Result<FactsReading>> &reading)
{
    const Promise<> promise;
    onAnswer(reading, this,
             [this, promise, scope, number = ++m_readings,
              applicationId = m_entry.plan.applicationId](const Result<FactsReading> &answer) {
                 if (!answer) {
                     promise.resolve(failure(answer.error()));
                     return;
                 }
                 if (applicationId != m_entry.plan.applicationId) {
                     promise.resolve(failure(Error::Kind::Cancelled));
                     return;
                 }
                 if (answer->trouble)
                     remember(*answer->trouble);
                 DeployFacts facts = m_facts;
                 withoutWhatIsOutdated(number, *answer).applyTo(facts);
                 if (!answer->trouble) {
                     int &newest = scope == Scope::Everything ? m_newestReading : m_newestDomainReading;
                     newest = std::max(newest, number);
                 }
                 setFacts(facts);
                 promise.resolve(answer->trouble ? Result<>(failure(*answer->trouble)) : Result<>());
             });
    return promise.future();
}

/// Readings overlap, and one that began earlier may end later: what it saw is no longer news.
FactsReading Deployment::withoutWhatIsOutdated(int number, FactsReading reading) const
{
    if (number < m_newestReading)
        return {};
    if (number < m_newestDomainReading) {
        reading.domains.reset();
        reading.status.reset();
    }
    return reading;
}

void Deployment::setFacts(DeployFacts facts)
{
    if (facts == m_facts)
        return;
    m_facts = std::move(facts);
    noteProduction();
    Q_EMIT factsChanged();
}

/// The journal learns of an instance however it came about, of what was ticked for another one, and of the end.
void Deployment::noteProduction()
{
    if (m_facts.production())
        changeEntry([this](JournalEntry &entry) { noteInstance(entry, m_facts); });
}

void Deployment::changeEntry(const std::function<void(JournalEntry &)> &edit)
{
    const JournalEntry before = m_entry;
    edit(m_entry);
    if (m_entry == before)
        return;
    save();
    if (m_entry.plan != before.plan)
        Q_EMIT planChanged();
}

void Deployment::save()
{
    if (m_entry.plan.applicationId.isEmpty())
        return;
    m_entry.finished = next() == Action::Finished;
    m_entry.changedAt = m_clock.now();
    const Result<> saved = m_journal.save(m_entry);
    m_journalTrouble = saved ? std::nullopt : std::optional(saved.error());
}

} // namespace golive
