#include "deploy/settingscarrier.h"

#include "clerk/platformapi.h"
#include "deploy/patchrun.h"

#include <algorithm>

namespace golive {
namespace {

using State = ComparedSetting::State;
using Outcome = CarriedSetting::Outcome;

QString production()
{
    return QStringLiteral("production");
}

/// The settings that are not the same in both, without those that were meant to change.
QList<SettingPath> changesBetween(const InstanceConfig &before, const InstanceConfig &after, const QJsonObject &schema,
                                  const QSet<SettingPath> &meant)
{
    QList<SettingPath> changed;
    const SettingsComparison comparison = compareSettings(after, before, schema);
    for (const ComparedSetting &each : comparison.settings)
        if (each.state != State::Same && !meant.contains(each.path))
            changed.append(each.path);
    return changed;
}

QSet<SettingPath> pathsOf(const QList<ComparedSetting> &settings)
{
    QSet<SettingPath> paths;
    for (const ComparedSetting &each : settings)
        paths.insert(each.path);
    return paths;
}

QSet<SettingPath> sameIn(const SettingsComparison &comparison)
{
    QSet<SettingPath> paths;
    for (const ComparedSetting &each : comparison.settings)
        if (each.state == State::Same)
            paths.insert(each.path);
    return paths;
}

} // namespace

bool SettingsCarry::isComplete() const
{
    return std::all_of(settings.begin(), settings.end(),
                       [](const CarriedSetting &each) { return each.outcome == Outcome::InPlace; });
}

/// Three questions side by side.
class SettingsCarrier::Reading : public QObject
{
public:
    Reading(SettingsCarrier &carrier, QString applicationId)
        : QObject(&carrier)
        , m_api(carrier.m_api)
        , m_applicationId(std::move(applicationId))
    {
    }

    QFuture<Result<SettingsReading>> start()
    {
        auto future = m_promise.future();
        listen(m_api.readConfig(m_applicationId, QStringLiteral("development"), {}), m_reading.development);
        listen(m_api.readConfig(m_applicationId, production(), {}), m_reading.production);
        listen(m_api.readConfigSchema(m_applicationId, production(), {}), m_reading.schema);
        return future;
    }

private:
    template<typename T>
    void listen(const QFuture<Result<T>> &future, T &place)
    {
        ++m_open;
        onAnswer(future, this, [this, &place](const Result<T> &answer) {
            if (answer)
                place = *answer;
            else
                m_promise.resolve(failure(answer.error()));
            if (--m_open == 0)
                end();
        });
    }

    void end()
    {
        m_reading.comparison = compareSettings(m_reading.development, m_reading.production, m_reading.schema);
        m_promise.resolve(m_reading);
        deleteLater();
    }

    PlatformApi &m_api;
    QString m_applicationId;
    SettingsReading m_reading;
    Promise<SettingsReading> m_promise;
    int m_open = 0;
};

/// One carrying over: a run, a look, a second run where Clerk needs one, and another look.
class SettingsCarrier::Carry : public QObject
{
public:
    Carry(SettingsCarrier &carrier, QString applicationId, SettingsReading reading, const QSet<SettingPath> &ticked)
        : QObject(&carrier)
        , m_carrier(carrier)
        , m_applicationId(std::move(applicationId))
        , m_reading(std::move(reading))
        , m_chosen(m_reading.comparison.carried(ticked))
    {
    }

    QFuture<Result<SettingsCarry>> start()
    {
        auto future = m_promise.future();
        m_carrier.m_underWay.insert(m_applicationId);
        if (m_chosen.isEmpty()) {
            m_result.now = m_reading;
            end();
        } else {
            send(m_chosen, m_reading.production.version);
        }
        return future;
    }

private:
    void send(const QList<ComparedSetting> &settings, const QString &version)
    {
        onAnswer(PatchRun::start(m_carrier.m_api, {m_applicationId, settings, version, PatchRun::Mode::ForReal}, this),
                 this, [this](const Result<PatchRunResult> &answer) {
                     if (answer)
                         note(*answer);
                     else
                         m_result.trouble = answer.error();
                     lookAgain();
                 });
    }

    void note(const PatchRunResult &run)
    {
        m_lastRun = run;
        for (auto each = run.refused.begin(); each != run.refused.end(); ++each)
            m_refused.insert(each.key(), each.value());
        m_unsent.unite(QSet<SettingPath>(run.unsent.begin(), run.unsent.end()));
        for (auto each = run.after.settings.begin(); each != run.after.settings.end(); ++each)
            m_answered.settings.insert(each.key(), each.value());
        if (run.stoppedBy)
            m_result.trouble = run.stoppedBy;
    }

    void lookAgain()
    {
        onAnswer(m_carrier.m_api.readConfig(m_applicationId, production(), {}), this,
                 [this](const Result<InstanceConfig> &answer) {
                     if (answer)
                         judge(*answer);
                     else
                         judgeUnseen(answer.error());
                 });
    }

    void judge(const InstanceConfig &now)
    {
        SettingsReading seen = m_reading;
        seen.production = now;
        seen.comparison = compareSettings(m_reading.development, now, m_reading.schema);
        m_result.now = seen;
        if (!m_result.trouble && !m_result.madeSecondPass) {
            const QList<ComparedSetting> again = forTheSecondPass(seen);
            if (!again.isEmpty()) {
                m_result.madeSecondPass = true;
                return send(again, now.version);
            }
        }
        const QSet<SettingPath> same = sameIn(seen.comparison);
        for (const ComparedSetting &each : std::as_const(m_chosen))
            add(each.path, same.contains(each.path) ? Outcome::InPlace : Outcome::NotInPlace);
        m_result.alsoChanged = changesBetween(m_reading.production, now, m_reading.schema, pathsOf(m_chosen));
        end();
    }

    /// What Clerk said it took and has not, and what was the same until our write changed it. The
    /// latter only while production is as our write left it, or it would undo somebody else's work.
    [[nodiscard]] QList<ComparedSetting> forTheSecondPass(const SettingsReading &seen) const
    {
        const auto &accepted = m_lastRun.accepted;
        const QString &written = m_lastRun.after.version;
        QSet<SettingPath> wanted(accepted.begin(), accepted.end());
        QSet<QString> touched;
        for (const SettingPath &path : accepted)
            touched.insert(path.constFirst());
        if (!written.isEmpty() && written == seen.production.version)
            for (const SettingPath &path : sameIn(m_reading.comparison))
                if (touched.contains(path.constFirst()))
                    wanted.insert(path);
        return seen.comparison.carried(wanted);
    }

    /// Nobody could look. What Clerk confirmed in its answer is known all the same.
    void judgeUnseen(const Error &error)
    {
        if (!m_result.trouble)
            m_result.trouble = error;
        m_result.now.reset();
        const QSet<SettingPath> confirmed
            = sameIn(compareSettings(m_reading.development, m_answered, m_reading.schema));
        const QSet<SettingPath> unsure(m_lastRun.unsure.begin(), m_lastRun.unsure.end());
        for (const ComparedSetting &each : std::as_const(m_chosen)) {
            if (confirmed.contains(each.path) && !unsure.contains(each.path))
                add(each.path, Outcome::InPlace);
            else
                add(each.path, m_unsent.contains(each.path) ? Outcome::NotInPlace : Outcome::Unknown);
        }
        end();
    }

    void add(const SettingPath &path, Outcome outcome)
    {
        CarriedSetting setting {path, outcome, std::nullopt};
        if (outcome != Outcome::InPlace && m_refused.contains(path)) {
            setting.outcome = Outcome::Refused;
            setting.why = m_refused.value(path);
        } else if (outcome != Outcome::InPlace) {
            setting.why = m_result.trouble;
        }
        m_result.settings.append(setting);
    }

    void end()
    {
        m_carrier.m_underWay.remove(m_applicationId);
        m_promise.resolve(m_result);
        deleteLater();
    }

    SettingsCarrier &m_carrier;
    QString m_applicationId;
    SettingsReading m_reading;
    QList<ComparedSetting> m_chosen;
    PatchRunResult m_lastRun;
    QHash<SettingPath, Error> m_refused;
    QSet<SettingPath> m_unsent;
    InstanceConfig m_answered; ///< the sections as Clerk's answers had them
    SettingsCarry m_result;
    Promise<SettingsCarry> m_promise;
};

SettingsCarrier::SettingsCarrier(PlatformApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

QFuture<Result<SettingsReading>> SettingsCarrier::read(const QString &applicationId)
{
    auto *reading = new Reading(*this, applicationId);
    return reading->start();
}

QFuture<Result<SettingsPreview>> SettingsCarrier::preview(const QString &applicationId, const SettingsReading &reading,
                                                          const QSet<SettingPath> &ticked)
{
    const QList<ComparedSetting> chosen = reading.comparison.carried(ticked);
    return PatchRun::start(m_api, {applicationId, chosen, reading.production.version, PatchRun::Mode::Preview}, this)
        .then([chosen, schema = reading.schema](const Result<PatchRunResult> &run) -> Result<SettingsPreview> {
            if (!run)
                return failure(run.error());
            if (run->stoppedBy)
                return failure(*run->stoppedBy);
            SettingsPreview preview;
            preview.accepted = run->accepted;
            for (const ComparedSetting &each : chosen)
                if (run->refused.contains(each.path))
                    preview.refused.append({each.path, run->refused.value(each.path)});
            preview.alsoChanged = changesBetween(run->before, run->after, schema, pathsOf(chosen));
            return preview;
        });
}

QFuture<Result<SettingsCarry>> SettingsCarrier::carry(const QString &applicationId, const SettingsReading &reading,
                                                      const QSet<SettingPath> &ticked)
{
    if (m_underWay.contains(applicationId))
        return ready<SettingsCarry>(failure(Error::Kind::Busy));
    auto *carrying = new Carry(*this, applicationId, reading, ticked);
    return carrying->start();
}

} // namespace golive
