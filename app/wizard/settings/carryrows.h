#pragma once

#include "wizard/notice.h"
#include "wizard/settings/comparisontable.h"

namespace golive {

/// What became of everything that was to be carried over: settings, and entries with calls of their own.
struct CarryReport
{
    SettingsCarry settings;
    EntriesCarry redirectUrls;
    EntriesCarry jwtTemplates;
    /// Why it ended early, of whichever part.
    std::optional<Error> trouble;
};

/// The lists that come before and after carrying over: each setting beneath what Clerk says of it.
class CarryRows
{
    Q_DECLARE_TR_FUNCTIONS(golive::CarryRows)

public:
    [[nodiscard]] static SettingColumns previewColumns();
    [[nodiscard]] static SettingColumns resultColumns();
    /// What Clerk would do with the settings of `preview`, and the entries among `ticked`, which
    /// Clerk offers no preview for.
    [[nodiscard]] static QList<SettingRow> preview(const ComparisonTable &table, const SettingsPreview &preview,
                                                   const QSet<QString> &ticked);
    /// What is true afterwards, what needs attention first.
    [[nodiscard]] static QList<SettingRow> result(const ComparisonTable &table, const CarryReport &report);

    /// Adds what the report has no word about, because it ended before its turn came.
    static void addWhatWasNotTried(CarryReport &report, const QList<const ComparisonTable::Line *> &wanted);

    /// One sentence for the whole, and its tone.
    [[nodiscard]] static Notice summary(const CarryReport &report);

private:
    [[nodiscard]] static QString outcome(CarriedSetting::Outcome outcome);
    [[nodiscard]] static QString outcome(CarriedEntry::Outcome outcome);
    [[nodiscard]] static QString refusal(const Error &error);
    [[nodiscard]] static SettingRow row(const ComparisonTable &table, const QString &id, const QString &title);
    [[nodiscard]] static SettingRow row(const ComparisonTable &table, const SettingPath &path);
};

} // namespace golive
