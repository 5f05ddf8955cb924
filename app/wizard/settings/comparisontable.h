#pragma once

#include "deploy/entrycarrier.h"
#include "deploy/settingscarrier.h"
#include "wizard/settings/settingrow.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace golive {

/// From which side the two instances are read. Writing goes to production only, whichever it is.
enum class ReadingDirection { DevelopmentFirst, ProductionFirst };

/// Both instances of an application side by side, one line per value, redirect URL and JWT template.
/// Made once per reading, so that ticking and searching among thousands costs little.
class ComparisonTable
{
    Q_DECLARE_TR_FUNCTIONS(golive::ComparisonTable)

public:
    struct Line
    {
        enum class Source { Setting, RedirectUrl, JwtTemplate };

        SettingRow row; ///< without its tick
        Source source = Source::Setting;
        SettingPath path; ///< of a setting; the URL or the name of anything else
        QString technical; ///< its path, as Clerk writes it; server text
        QString firstWhole; ///< the values at length
        QString secondWhole;
        QString remark; ///< why it cannot be carried over
        QString searched; ///< what a search looks through, in lower case
        qsizetype group = 0; ///< position among the headings
        bool differs = false;
        bool isMissing = false; ///< on the second side
        bool canBeTicked = false;
    };

    struct Counts
    {
        int same = 0;
        int different = 0; ///< in value
        int missing = 0; ///< on the second side
        int tickable = 0;
        bool complete = true; ///< false: there was more than can be compared

        [[nodiscard]] int differences() const { return different + missing; }
        [[nodiscard]] bool allTheSame() const { return complete && differences() == 0; }
    };

    ComparisonTable() = default;
    /// Without `entries`, redirect URLs and JWT templates are left out.
    ComparisonTable(const SettingsReading &settings, const std::optional<EntriesReading> &entries,
                    ReadingDirection direction);

    [[nodiscard]] const Counts &counts() const { return m_counts; }
    [[nodiscard]] SettingColumns columns() const;

    /// The lines that hold every word of `search`, below their headings; only those that differ,
    /// unless `everything` is wanted.
    [[nodiscard]] QList<SettingRow> rows(const QString &search, bool everything, const QSet<QString> &ticked) const;
    /// The ids that ticking `id` is about: itself, or what is below a heading among `shown`.
    [[nodiscard]] QSet<QString> tickedBy(const QString &id, const QList<SettingRow> &shown) const;
    /// What of `shown` can be ticked.
    [[nodiscard]] QSet<QString> tickable(const QList<SettingRow> &shown) const;
    /// Those of `ids` that can be ticked, as they may have been before another reading.
    [[nodiscard]] QSet<QString> stillTickable(const QSet<QString> &ids) const;
    [[nodiscard]] const Line *line(const QString &id) const;
    [[nodiscard]] const Line *lineOf(const SettingPath &path) const;
    /// The lines of `ids`, in the order of the table.
    [[nodiscard]] QList<const Line *> lines(const QSet<QString> &ids) const;

    [[nodiscard]] static QString idOf(const SettingPath &path);
    [[nodiscard]] static QString idOf(Line::Source source, const QString &name);

private:
    void addSettings(const SettingsComparison &comparison);
    void addEntries(const QString &heading, Line::Source source, const QList<ComparedEntry> &entries);
    void add(Line line);
    [[nodiscard]] qsizetype groupOf(const QString &title);

    ReadingDirection m_direction = ReadingDirection::DevelopmentFirst;
    QStringList m_headings;
    QList<Line> m_lines;
    QHash<QString, qsizetype> m_places;
    Counts m_counts;
};

} // namespace golive
