#include "deploy/entrycarrier.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"

#include <functional>

namespace golive {
namespace {

using Outcome = CarriedEntry::Outcome;
using Compared = ComparedEntry::State;

QString production()
{
    return QStringLiteral("production");
}

/// One list of entries to add, whichever kind they are of. Belongs to the carrier and deletes itself.
template<typename Entry>
class Addition final : public QObject
{
public:
    struct Calls
    {
        std::function<QFuture<Result<QList<Entry>>>()> list;
        std::function<QFuture<Result<Entry>>(const Entry &)> add;
    };

    Addition(Calls calls, QList<Entry> wanted, QObject *parent)
        : QObject(parent)
        , m_calls(std::move(calls))
        , m_wanted(std::move(wanted))
    {
    }

    QFuture<Result<EntriesCarry>> start()
    {
        auto future = m_promise.future();
        onAnswer(m_calls.list(), this, [this](const Result<QList<Entry>> &there) {
            if (!there)
                return end(failure(there.error()));
            plan(*there);
            addNext();
        });
        return future;
    }

private:
    void plan(const QList<Entry> &there)
    {
        const QList<ComparedEntry> compared = compareEntries(m_wanted, there);
        for (const ComparedEntry &each : compared) {
            CarriedEntry entry {each.name, Outcome::NotAdded, std::nullopt};
            if (each.state == Compared::Same)
                entry.outcome = Outcome::AlreadyThere;
            else if (each.state == Compared::Differs)
                entry.outcome = Outcome::Different;
            else if (each.hasOwnKey)
                entry.outcome = Outcome::NeedsOwnKey;
            else
                m_toAdd.append(m_result.entries.size());
            m_result.entries.append(entry);
        }
        m_sentAny = !m_toAdd.isEmpty();
    }

    void addNext()
    {
        if (m_toAdd.isEmpty())
            return lookAgain();
        const qsizetype at = m_toAdd.takeFirst();
        onAnswer(m_calls.add(m_wanted.at(at)), this, [this, at](const Result<Entry> &answer) {
            note(m_result.entries[at], answer);
            if (m_result.trouble)
                lookAgain();
            else
                addNext();
        });
    }

    void note(CarriedEntry &entry, const Result<Entry> &answer)
    {
        if (answer) {
            entry.outcome = Outcome::Added;
            return;
        }
        const Error &error = answer.error();
        entry.why = error;
        if (error.code == QLatin1String("form_already_exists")) {
            entry = {entry.name, Outcome::AlreadyThere, std::nullopt};
        } else if (error.kind == Error::Kind::Rejected || error.kind == Error::Kind::PlanTooSmall) {
            entry.outcome = Outcome::Refused;
        } else {
            entry.outcome = outcomeIsUnknown(error) ? Outcome::Unknown : Outcome::NotAdded;
            m_result.trouble = error;
        }
    }

    void lookAgain()
    {
        if (!m_sentAny)
            return end(m_result);
        onAnswer(m_calls.list(), this, [this](const Result<QList<Entry>> &there) {
            if (there)
                confirm(*there);
            else if (!m_result.trouble)
                m_result.trouble = there.error();
            end(m_result);
        });
    }

    void confirm(const QList<Entry> &there)
    {
        const QList<ComparedEntry> compared = compareEntries(m_wanted, there);
        for (qsizetype at = 0; at < compared.size(); ++at) {
            CarriedEntry &entry = m_result.entries[at];
            const bool sent = entry.outcome == Outcome::Added || entry.outcome == Outcome::Unknown;
            const bool isThere = compared.at(at).state == Compared::Same;
            if (sent && isThere)
                entry = {entry.name, Outcome::Added, std::nullopt};
            else if (sent)
                entry.outcome = Outcome::NotAdded;
        }
    }

    void end(Result<EntriesCarry> answer)
    {
        m_promise.resolve(std::move(answer));
        deleteLater();
    }

    Calls m_calls;
    QList<Entry> m_wanted;
    QList<qsizetype> m_toAdd; ///< positions
    EntriesCarry m_result;
    Promise<EntriesCarry> m_promise;
    bool m_sentAny = false;
};

} // namespace

/// Four lists side by side.
class EntryCarrier::Reading : public QObject
{
public:
    explicit Reading(EntryCarrier &carrier)
        : QObject(&carrier)
    {
    }

    template<typename T>
    void listen(const QFuture<Result<T>> &future, T EntriesReading::*place)
    {
        ++m_open;
        onAnswer(future, this, [this, place](const Result<T> &answer) {
            if (answer)
                m_reading.*place = *answer;
            else
                m_promise.resolve(failure(answer.error()));
            if (--m_open > 0)
                return;
            m_promise.resolve(m_reading);
            deleteLater();
        });
    }

    [[nodiscard]] QFuture<Result<EntriesReading>> future() const { return m_promise.future(); }

private:
    EntriesReading m_reading;
    Promise<EntriesReading> m_promise;
    int m_open = 0;
};

EntryCarrier::EntryCarrier(PlatformApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

QFuture<Result<EntriesReading>> EntryCarrier::read(const QString &applicationId)
{
    const QString development = QStringLiteral("development");
    auto *reading = new Reading(*this);
    auto future = reading->future();
    reading->listen(m_api.listRedirectUrls(applicationId, development), &EntriesReading::developmentUrls);
    reading->listen(m_api.listRedirectUrls(applicationId, production()), &EntriesReading::productionUrls);
    reading->listen(m_api.listJwtTemplates(applicationId, development), &EntriesReading::developmentTemplates);
    reading->listen(m_api.listJwtTemplates(applicationId, production()), &EntriesReading::productionTemplates);
    return future;
}

QFuture<Result<EntriesCarry>> EntryCarrier::carryRedirectUrls(const QString &applicationId,
                                                              const QList<RedirectUrl> &wanted)
{
    PlatformApi &api = m_api;
    auto *addition = new Addition<RedirectUrl>(
        {[&api, applicationId] { return api.listRedirectUrls(applicationId, production()); },
         [&api, applicationId](const RedirectUrl &entry) {
             return api.addRedirectUrl(applicationId, production(), entry.url);
         }},
        wanted, this);
    return addition->start();
}

QFuture<Result<EntriesCarry>> EntryCarrier::carryJwtTemplates(const QString &applicationId,
                                                              const QList<JwtTemplate> &wanted)
{
    PlatformApi &api = m_api;
    auto *addition = new Addition<JwtTemplate>(
        {[&api, applicationId] { return api.listJwtTemplates(applicationId, production()); },
         [&api, applicationId](const JwtTemplate &entry) {
             return api.addJwtTemplate(applicationId, production(), entry);
         }},
        wanted, this);
    return addition->start();
}

} // namespace golive
