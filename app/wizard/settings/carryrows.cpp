#include "wizard/settings/carryrows.h"

#include "wizard/displaytext.h"
#include "wizard/errortext.h"
#include "wizard/settings/settingrowwords.h"

#include <algorithm>

namespace golive {
namespace {

using Standing = SettingRow::Standing;
using Source = ComparisonTable::Line::Source;

/// Rows below headings; those without a row are left out.
class Sections
{
public:
    void add(const QString &title, SettingRow row)
    {
        for (auto &[heading, rows] : m_sections)
            if (heading == title)
                return rows.append(std::move(row));
        m_sections.append({title, {std::move(row)}});
    }

    [[nodiscard]] QList<SettingRow> rows() const
    {
        QList<SettingRow> all;
        for (const auto &[heading, rows] : m_sections) {
            SettingRow row;
            row.kind = SettingRow::Kind::Heading;
            row.id = QStringLiteral("section ") + heading;
            row.title = heading;
            all.append(row);
            all.append(rows);
        }
        return all;
    }

private:
    QList<std::pair<QString, QList<SettingRow>>> m_sections;
};

Standing standingOf(CarriedSetting::Outcome outcome)
{
    switch (outcome) {
    case CarriedSetting::Outcome::InPlace: return Standing::Good;
    case CarriedSetting::Outcome::Refused: return Standing::Bad;
    case CarriedSetting::Outcome::NotInPlace: return Standing::Missing;
    case CarriedSetting::Outcome::Unknown: return Standing::Unsure;
    }
    Q_UNREACHABLE();
}

Standing standingOf(CarriedEntry::Outcome outcome)
{
    switch (outcome) {
    case CarriedEntry::Outcome::Added:
    case CarriedEntry::Outcome::AlreadyThere: return Standing::Good;
    case CarriedEntry::Outcome::Different:
    case CarriedEntry::Outcome::NeedsOwnKey:
    case CarriedEntry::Outcome::NotAdded: return Standing::Missing;
    case CarriedEntry::Outcome::Refused: return Standing::Bad;
    case CarriedEntry::Outcome::Unknown: return Standing::Unsure;
    }
    Q_UNREACHABLE();
}

bool isGood(const CarriedEntry &entry)
{
    return standingOf(entry.outcome) == Standing::Good;
}

int countOf(const CarryReport &report, bool good)
{
    const auto entries = report.redirectUrls.entries + report.jwtTemplates.entries;
    const auto settings = std::count_if(
        report.settings.settings.begin(), report.settings.settings.end(),
        [good](const CarriedSetting &each) { return (each.outcome == CarriedSetting::Outcome::InPlace) == good; });
    return static_cast<int>(settings + std::count_if(entries.begin(), entries.end(), [good](const CarriedEntry &each) {
                                return isGood(each) == good;
                            }));
}

} // namespace

/// The line as the comparison has it; one that only exists since then gets a line of its own.
SettingRow CarryRows::row(const ComparisonTable &table, const QString &id, const QString &title)
{
    if (const ComparisonTable::Line *line = table.line(id))
        return line->row;
    SettingRow row;
    row.id = id;
    row.title = title;
    return row;
}

/// Away from the heading of its topic it needs its whole name.
SettingRow CarryRows::row(const ComparisonTable &table, const SettingPath &path)
{
    SettingRow row = CarryRows::row(table, ComparisonTable::idOf(path), {});
    row.title = SettingRowWords::titleAlone(path);
    return row;
}

QString CarryRows::refusal(const Error &error)
{
    constexpr qsizetype longestQuote = 160;
    if (error.kind == Error::Kind::VersionConflict)
        return tr("Somebody changed production meanwhile, so nothing more was written.");
    if (error.kind != Error::Kind::Rejected)
        return ErrorText::sentence(error);
    return error.detail.isEmpty() ? tr("Clerk does not take this value in production.")
                                  : tr("Clerk does not take this value in production. Its words: “%1”")
                                        .arg(displayText(error.detail, longestQuote));
}

void CarryRows::addWhatWasNotTried(CarryReport &report, const QList<const ComparisonTable::Line *> &wanted)
{
    const auto isIn = [](const auto &list, const auto &test) { return std::any_of(list.begin(), list.end(), test); };
    for (const ComparisonTable::Line *line : wanted) {
        const QString &name = line->path.constFirst();
        const auto addTo = [&](EntriesCarry &carry) {
            if (!isIn(carry.entries, [&name](const CarriedEntry &each) { return each.name == name; }))
                carry.entries.append({name, CarriedEntry::Outcome::NotAdded, report.trouble});
        };
        const auto isThis = [line](const CarriedSetting &each) { return each.path == line->path; };
        if (line->source == Source::RedirectUrl)
            addTo(report.redirectUrls);
        else if (line->source == Source::JwtTemplate)
            addTo(report.jwtTemplates);
        else if (!isIn(report.settings.settings, isThis))
            report.settings.settings.append({line->path, CarriedSetting::Outcome::NotInPlace, report.trouble});
    }
}

SettingColumns CarryRows::previewColumns()
{
    return {tr("Setting"), tr("Production now"), tr("Afterwards"), tr("Clerk’s answer")};
}

SettingColumns CarryRows::resultColumns()
{
    return {tr("Setting"), tr("Development"), tr("Production now"), tr("Outcome")};
}

QList<SettingRow> CarryRows::preview(const ComparisonTable &table, const SettingsPreview &preview,
                                     const QSet<QString> &ticked)
{
    Sections sections;
    for (const RefusedSetting &each : preview.refused) {
        SettingRow row = CarryRows::row(table, each.path);
        row.first = row.second; // it stays as it is
        row.state = tr("refused");
        row.standing = Standing::Bad;
        row.explanation = refusal(each.why);
        sections.add(tr("Clerk does not take these"), row);
    }
    for (const SettingPath &path : preview.accepted) {
        SettingRow row = CarryRows::row(table, path);
        std::swap(row.first, row.second);
        row.state = tr("will change");
        row.standing = Standing::Good;
        sections.add(tr("Clerk takes these"), row);
    }
    for (const SettingPath &path : preview.alsoChanged) {
        SettingRow row = CarryRows::row(table, path);
        row.first = row.second;
        row.second.clear();
        row.state = tr("changes, too");
        row.standing = Standing::Unsure;
        row.explanation = tr("Clerk fills in a default of its own. Golive notices and sets it back if it was the same "
                             "in both before.");
        sections.add(tr("Clerk changes these by itself"), row);
    }
    for (const ComparisonTable::Line *line : table.lines(ticked)) {
        if (line->source == Source::Setting)
            continue;
        SettingRow row = line->row;
        std::swap(row.first, row.second);
        row.state = tr("will be added");
        row.standing = Standing::Good;
        sections.add(tr("Golive adds these one by one; Clerk has no preview for them"), row);
    }
    return sections.rows();
}

QString CarryRows::outcome(CarriedSetting::Outcome outcome)
{
    switch (outcome) {
    case CarriedSetting::Outcome::InPlace: return tr("in place");
    case CarriedSetting::Outcome::Refused: return tr("refused");
    case CarriedSetting::Outcome::NotInPlace: return tr("not in place");
    case CarriedSetting::Outcome::Unknown: return tr("not certain");
    }
    Q_UNREACHABLE();
}

QString CarryRows::outcome(CarriedEntry::Outcome outcome)
{
    switch (outcome) {
    case CarriedEntry::Outcome::Added: return tr("added");
    case CarriedEntry::Outcome::AlreadyThere: return tr("was there");
    case CarriedEntry::Outcome::Different: return tr("differs");
    case CarriedEntry::Outcome::NeedsOwnKey: return tr("needs its own key");
    case CarriedEntry::Outcome::Refused: return tr("refused");
    case CarriedEntry::Outcome::NotAdded: return tr("not added");
    case CarriedEntry::Outcome::Unknown: return tr("not certain");
    }
    Q_UNREACHABLE();
}

QList<SettingRow> CarryRows::result(const ComparisonTable &table, const CarryReport &report)
{
    Sections sections;
    Sections good;
    const auto add = [&sections, &good](SettingRow row, const std::optional<Error> &why) {
        if (row.standing == Standing::Good) {
            row.second = row.first;
            return good.add(tr("In production now"), std::move(row));
        }
        if (why)
            row.explanation = refusal(*why);
        sections.add(tr("Not carried over"), std::move(row));
    };
    for (const CarriedSetting &each : report.settings.settings) {
        SettingRow row = CarryRows::row(table, each.path);
        row.state = outcome(each.outcome);
        row.standing = standingOf(each.outcome);
        add(std::move(row), each.why);
    }
    const auto addEntries = [&table, &add](Source source, const QList<CarriedEntry> &entries) {
        for (const CarriedEntry &each : entries) {
            SettingRow row = CarryRows::row(table, ComparisonTable::idOf(source, each.name), each.name);
            row.state = outcome(each.outcome);
            row.standing = standingOf(each.outcome);
            add(std::move(row), each.why);
        }
    };
    addEntries(Source::RedirectUrl, report.redirectUrls.entries);
    addEntries(Source::JwtTemplate, report.jwtTemplates.entries);
    for (const SettingPath &path : report.settings.alsoChanged) {
        SettingRow row = CarryRows::row(table, path);
        row.state = tr("changed");
        row.standing = Standing::Unsure;
        row.explanation = tr("You did not tick it. Clerk or a colleague changed it meanwhile.");
        sections.add(tr("Also different from before"), row);
    }
    return sections.rows() + good.rows();
}

Notice CarryRows::summary(const CarryReport &report)
{
    const int good = countOf(report, true);
    const int bad = countOf(report, false);
    if (report.trouble) {
        Notice notice = noticeFor(*report.trouble, Notice::Tone::Warning);
        const bool unseen = !report.settings.settings.isEmpty() && !report.settings.now;
        notice.text = refusal(*report.trouble) + QLatin1Char('\n')
            + (unseen
                   ? tr("Production could not be looked at afterwards. The list says what Clerk confirmed and what is "
                        "not certain. Compare again before you try once more; Golive sends nothing twice.")
                   : tr("It stopped in between. The list says what is in production now, from looking again. "
                        "Compare again to carry over the rest."));
        return notice;
    }
    QString text = bad == 0
        ? tr("Everything you ticked is in production now (%1). Golive looked again to make sure.").arg(good)
        : tr("In production now: %1. Not carried over: %2; the list says why.").arg(good).arg(bad);
    if (report.settings.madeSecondPass)
        text += QLatin1Char(' ')
            + tr("Clerk had filled in defaults of its own, so Golive made a second pass and set them right.");
    return {bad == 0 ? Notice::Tone::Success : Notice::Tone::Warning, text, {}};
}

} // namespace golive
