#pragma once

#include "foundation/result.h"
#include "model/settings/settingscomparison.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace golive {

class PlatformApi;

/// Both configurations of an application, as they were read, and how they compare.
struct SettingsReading
{
    InstanceConfig development;
    InstanceConfig production;
    QJsonObject schema; ///< of production, which is what is written to
    SettingsComparison comparison;
};

struct RefusedSetting
{
    SettingPath path;
    Error why;
};

/// What carrying would do, by Clerk's own word.
struct SettingsPreview
{
    QList<SettingPath> accepted;
    QList<RefusedSetting> refused;
    QList<SettingPath> alsoChanged; ///< not ticked, and different afterwards
};

/// What became of one setting that was to be carried.
struct CarriedSetting
{
    enum class Outcome {
        InPlace, ///< production has development's value, whoever brought it there
        Refused, ///< `why` says so in Clerk's words
        NotInPlace, ///< production has another value; `why` is there if something came in between
        Unknown, ///< production could not be looked at afterwards
    };

    SettingPath path;
    Outcome outcome = Outcome::Unknown;
    std::optional<Error> why;
};

/// The truth after carrying, from looking again.
struct SettingsCarry
{
    QList<CarriedSetting> settings; ///< what was ticked and could be carried, in the comparison's order
    bool madeSecondPass = false; ///< Clerk had filled in defaults of its own, and they were set right
    QList<SettingPath> alsoChanged; ///< other settings of production that are not what they were when it was read
    /// Why it ended early. VersionConflict: somebody changed production meanwhile, and nothing more was written.
    std::optional<Error> trouble;
    std::optional<SettingsReading> now; ///< production as it is now; nothing when it could not be read

    [[nodiscard]] bool isComplete() const;
};

/// Carries settings from development to production, and only in this direction. It writes what was
/// ticked and nothing else, unless a write of its own changed a setting that was the same before,
/// which the second pass sets back. No write is ever repeated: after a lost answer it looks.
class SettingsCarrier : public QObject
{
    Q_OBJECT

public:
    explicit SettingsCarrier(PlatformApi &api, QObject *parent = nullptr);

    /// Reads both configurations and the schema. The first thing that cannot be read is the error.
    QFuture<Result<SettingsReading>> read(const QString &applicationId);

    /// Asks Clerk what would happen; nothing is written. VersionConflict: read again first.
    QFuture<Result<SettingsPreview>> preview(const QString &applicationId, const SettingsReading &reading,
                                             const QSet<SettingPath> &ticked);

    /// Carries what is ticked in `reading`. Sends nothing when nothing of it differs. Busy while
    /// another is under way for the same application; otherwise the answer is a value, since even a
    /// failure leaves something to tell.
    QFuture<Result<SettingsCarry>> carry(const QString &applicationId, const SettingsReading &reading,
                                         const QSet<SettingPath> &ticked);

private:
    class Reading;
    class Carry;

    PlatformApi &m_api;
    QSet<QString> m_underWay; ///< ids of applications
};

} // namespace golive
