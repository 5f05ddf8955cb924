#include "deploy/instancecreator.h"

#include "clerk/platformapi.h"
#include "deploy/keykeeper.h"
#include "foundation/promise.h"

namespace golive {

bool mayExistNow(const Error &error)
{
    return outcomeIsUnknown(error) || error.kind == Error::Kind::AlreadyExists || error.kind == Error::Kind::Busy;
}

/// One attempt, from the first look to the kept key. Lives until it has answered.
class InstanceCreator::Attempt : public QObject
{
public:
    Attempt(InstanceCreator &creator, QString applicationId, NewProductionInstance wanted)
        : QObject(&creator)
        , m_api(creator.m_api)
        , m_keys(creator.m_keys)
        , m_applicationId(std::move(applicationId))
        , m_wanted(std::move(wanted))
    {
        m_outcome.domainTyped = m_wanted.domain;
    }

    [[nodiscard]] QFuture<Result<CreationOutcome>> future() const { return m_promise.future(); }

    /// Somebody may have created it meanwhile, and then there is nothing to send.
    void lookFirst()
    {
        onAnswer(m_api.readApplication(m_applicationId), this, [this](const Result<Application> &answer) {
            if (!answer)
                giveUp(answer.error());
            else if (const auto existing = answer->instanceOf(Environment::Production))
                adopt(existing->id);
            else
                send();
        });
    }

private:
    void giveUp(const Error &why)
    {
        m_outcome.how = CreationOutcome::How::NotSent;
        m_outcome.whyNotSent = why;
        end(m_outcome);
    }

    void send()
    {
        m_outcome.sent = true;
        onAnswer(m_api.createProductionInstance(m_applicationId, m_wanted), this,
                 [this](const Result<ProductionInstance> &answer) {
                     if (answer)
                         take(*answer);
                     else if (mayExistNow(answer.error()))
                         lookAgain(answer.error());
                     else
                         end(failure(answer.error()));
                 });
    }

    void take(const ProductionInstance &created)
    {
        m_outcome.instanceId = created.id;
        if (created.domain)
            m_outcome.domainStored = created.domain->name;
        onAnswer(m_keys.keep(created.id, created.secretKey), this, [this](const Result<> &kept) {
            if (!kept)
                m_outcome.keyNotKept = kept.error();
            end(m_outcome);
        });
    }

    /// The request may have taken effect. What Clerk lists now decides; if it lists nothing, or
    /// cannot be asked, the first error stands.
    void lookAgain(const Error &why)
    {
        onAnswer(m_api.readApplication(m_applicationId), this, [this, why](const Result<Application> &answer) {
            const auto existing = answer ? answer->instanceOf(Environment::Production) : std::nullopt;
            if (existing)
                adopt(existing->id);
            else
                end(failure(why));
        });
    }

    void adopt(const QString &instanceId)
    {
        m_outcome.how = CreationOutcome::How::FoundExisting;
        m_outcome.instanceId = instanceId;
        onAnswer(m_keys.find(m_applicationId, instanceId), this, [this, instanceId](const Result<Secret> &key) {
            if (!key)
                m_outcome.keyNotKept = key.error();
            else if (m_keys.isHeld(instanceId))
                m_outcome.keyNotKept = Error {Error::Kind::SecretStoreUnavailable, {}, {}, {}, {}, {}, {}};
            end(m_outcome);
        });
    }

    void end(Result<CreationOutcome> result)
    {
        m_promise.resolve(std::move(result));
        deleteLater();
    }

    PlatformApi &m_api;
    KeyKeeper &m_keys;
    QString m_applicationId;
    NewProductionInstance m_wanted;
    CreationOutcome m_outcome;
    Promise<CreationOutcome> m_promise;
};

InstanceCreator::InstanceCreator(PlatformApi &api, KeyKeeper &keys, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_keys(keys)
{
}

QFuture<Result<CreationOutcome>> InstanceCreator::create(const QString &applicationId,
                                                         const NewProductionInstance &wanted)
{
    auto *attempt = new Attempt(*this, applicationId, wanted);
    auto future = attempt->future();
    attempt->lookFirst();
    return future;
}

} // namespace golive
