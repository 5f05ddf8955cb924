#pragma once

#include "foundation/promise.h"
#include "model/settings/settingscomparison.h"

#include <QHash>
#include <QObject>

namespace golive {

class PlatformApi;

/// What came of giving production a number of settings. Each of them is in one of the lists.
struct PatchRunResult
{
    QList<SettingPath> accepted; ///< Clerk answered that it took them
    QHash<SettingPath, Error> refused;
    QList<SettingPath> unsure; ///< sent, and the answer was lost
    QList<SettingPath> unsent; ///< the run ended before their turn, or Clerk turned the request away
    std::optional<Error> stoppedBy; ///< why it ended early
    InstanceConfig before; ///< of the sections that were touched, as Clerk answered
    InstanceConfig after; ///< the same; with the version of the last answer
};

/// Sends settings as one patch. What Clerk refuses is taken out and the rest is sent once more,
/// which is no repetition: a refused patch changes nothing. When Clerk does not say which value it
/// minds, the sections go one by one. Everything else ends the run, and nothing is ever sent twice.
/// Deletes itself.
class PatchRun final : public QObject
{
public:
    enum class Mode { Preview, ForReal };

    struct Wanted
    {
        QString applicationId;
        QList<ComparedSetting> settings;
        QString version; ///< of the production configuration they were compared with
        Mode mode = Mode::ForReal;
    };

    /// Changes production only. The answer is always a value, unless `parent` is gone.
    [[nodiscard]] static QFuture<Result<PatchRunResult>> start(PlatformApi &api, Wanted wanted, QObject *parent);

private:
    using Batch = QList<ComparedSetting>;

    PatchRun(PlatformApi &api, Wanted wanted, QObject *parent);

    void sendNext();
    void take(const Batch &batch, const ConfigChange &change);
    void refuse(const Batch &batch, const Error &error);
    void stop(const Batch &batch, const Error &error);
    void end();

    PlatformApi &m_api;
    Wanted m_wanted;
    QList<Batch> m_batches;
    PatchRunResult m_result;
    Promise<PatchRunResult> m_promise;
    int m_refusals = 0;
};

} // namespace golive
