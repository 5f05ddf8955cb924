#include "wizard/settings/comparisontable.h"

#include "wizard/displaytext.h"
#include "wizard/settings/settingrowwords.h"

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestExplanation = 200;
constexpr qsizetype longestWhole = 2'000; ///< of a value shown at length
constexpr qsizetype longestSearched = 400;
constexpr QChar separator(0x1f);

using Standing = SettingRow::Standing;
using Tick = SettingRow::Tick;
using Line = ComparisonTable::Line;

Standing standingOf(ComparedSetting::State state, bool productionFirst)
{
    switch (state) {
    case ComparedSetting::State::Same: return Standing::Same;
    case ComparedSetting::State::Differs: return Standing::Different;
    case ComparedSetting::State::MissingInProduction: return productionFirst ? Standing::Different : Standing::Missing;
    case ComparedSetting::State::OnlyInProduction: return productionFirst ? Standing::Missing : Standing::Different;
    }
    Q_UNREACHABLE();
}

Standing standingOf(ComparedEntry::State state)
{
    switch (state) {
    case ComparedEntry::State::Same: return Standing::Same;
    case ComparedEntry::State::Differs: return Standing::Different;
    case ComparedEntry::State::MissingInProduction: return Standing::Missing;
    }
    Q_UNREACHABLE();
}

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

QString headingId(const QString &title)
{
    return QStringLiteral("heading") + separator + title;
}

bool isHeading(const SettingRow &row)
{
    return row.kind == SettingRow::Kind::Heading;
}

Tick together(int ticked, int tickable)
{
    if (tickable == 0)
        return Tick::None;
    if (ticked == 0)
        return Tick::Off;
    return ticked == tickable ? Tick::On : Tick::Partly;
}

} // namespace

ComparisonTable::ComparisonTable(const SettingsReading &settings, const std::optional<EntriesReading> &entries,
                                 ReadingDirection direction)
    : m_direction(direction)
{
    addSettings(settings.comparison);
    if (!entries)
        return;
    const bool turned = direction == ReadingDirection::ProductionFirst;
    addEntries(tr("Redirect URLs"), Line::Source::RedirectUrl,
               turned ? compareEntries(entries->productionUrls, entries->developmentUrls)
                      : compareEntries(entries->developmentUrls, entries->productionUrls));
    addEntries(tr("JWT templates"), Line::Source::JwtTemplate,
               turned ? compareEntries(entries->productionTemplates, entries->developmentTemplates)
                      : compareEntries(entries->developmentTemplates, entries->productionTemplates));
}

QString ComparisonTable::idOf(const SettingPath &path)
{
    return QStringLiteral("setting") + separator + path.join(separator);
}

QString ComparisonTable::idOf(Line::Source source, const QString &name)
{
    switch (source) {
    case Line::Source::Setting: return idOf(SettingPath {name});
    case Line::Source::RedirectUrl: return QStringLiteral("url") + separator + name;
    case Line::Source::JwtTemplate: return QStringLiteral("jwt") + separator + name;
    }
    Q_UNREACHABLE();
}

SettingColumns ComparisonTable::columns() const
{
    SettingColumns columns {tr("Setting"), tr("Development"), tr("Production"), tr("Comparison")};
    if (m_direction == ReadingDirection::ProductionFirst)
        std::swap(columns.first, columns.second);
    return columns;
}

void ComparisonTable::addSettings(const SettingsComparison &comparison)
{
    const bool turned = m_direction == ReadingDirection::ProductionFirst;
    m_counts.complete = comparison.complete;
    m_lines.reserve(comparison.settings.size());
    for (const ComparedSetting &each : comparison.settings) {
        const QJsonValue &first = turned ? each.production : each.development;
        const QJsonValue &second = turned ? each.development : each.production;
        Line line;
        line.path = each.path;
        line.technical = displayText(each.path.join(QLatin1Char('.')), longestExplanation);
        line.group = groupOf(SettingRowWords::topic(each.topic));
        line.row.id = idOf(each.path);
        line.row.title = SettingRowWords::title(each.path);
        line.row.explanation = displayText(each.description, longestExplanation);
        line.row.first = SettingRowWords::value(each.path, first);
        line.row.second = SettingRowWords::value(each.path, second);
        line.row.state = SettingRowWords::state(each, turned);
        line.row.standing = standingOf(each.state, turned);
        line.firstWhole = SettingRowWords::value(each.path, first, longestWhole);
        line.secondWhole = SettingRowWords::value(each.path, second, longestWhole);
        line.isMissing = line.row.standing == Standing::Missing;
        line.differs = each.state != ComparedSetting::State::Same;
        line.canBeTicked = !turned && each.canBeCarried();
        line.remark = turned ? QString() : SettingRowWords::obstacle(each);
        if (!line.remark.isEmpty())
            line.row.standing = Standing::Blocked;
        add(std::move(line));
    }
}

void ComparisonTable::addEntries(const QString &heading, Line::Source source, const QList<ComparedEntry> &entries)
{
    const bool turned = m_direction == ReadingDirection::ProductionFirst;
    for (const ComparedEntry &each : entries) {
        Line line;
        line.source = source;
        line.path = {each.name};
        line.group = groupOf(heading);
        line.row.id = idOf(source, each.name);
        line.row.title = displayText(each.name, longestExplanation);
        line.row.first = tr("there");
        line.row.second = each.state == ComparedEntry::State::MissingInProduction ? tr("not there") : tr("there");
        line.row.state = SettingRowWords::state(each, turned);
        line.row.standing = standingOf(each.state);
        line.firstWhole = line.row.first;
        line.secondWhole = line.row.second;
        line.isMissing = line.row.standing == Standing::Missing;
        line.differs = each.state != ComparedEntry::State::Same;
        line.canBeTicked = !turned && each.canBeCarried();
        line.remark = turned ? QString() : SettingRowWords::obstacle(each);
        if (!line.remark.isEmpty())
            line.row.standing = Standing::Blocked;
        add(std::move(line));
    }
}

void ComparisonTable::add(Line line)
{
    line.searched = QStringList {m_headings.at(line.group),
                                 line.row.title,
                                 line.row.explanation,
                                 line.technical,
                                 line.firstWhole.left(longestSearched),
                                 line.secondWhole.left(longestSearched)}
                        .join(separator)
                        .toLower();
    if (!line.differs)
        ++m_counts.same;
    else if (line.isMissing)
        ++m_counts.missing;
    else
        ++m_counts.different;
    if (line.canBeTicked)
        ++m_counts.tickable;
    m_places.insert(line.row.id, m_lines.size());
    m_lines.append(std::move(line));
}

qsizetype ComparisonTable::groupOf(const QString &title)
{
    if (m_headings.isEmpty() || m_headings.constLast() != title)
        m_headings.append(title);
    return m_headings.size() - 1;
}

QList<SettingRow> ComparisonTable::rows(const QString &search, bool everything, const QSet<QString> &ticked) const
{
    const QStringList words = search.toLower().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<SettingRow> shown;
    qsizetype group = -1;
    qsizetype heading = 0;
    int tickable = 0;
    int on = 0;
    const auto closeGroup = [&] {
        if (!shown.isEmpty())
            shown[heading].tick = together(on, tickable);
        tickable = on = 0;
    };
    for (const Line &line : m_lines) {
        if ((!everything && !line.differs) || !holdsAll(line.searched, words))
            continue;
        if (line.group != group) {
            closeGroup();
            group = line.group;
            heading = shown.size();
            SettingRow title;
            title.kind = SettingRow::Kind::Heading;
            title.title = m_headings.at(group);
            title.id = headingId(title.title);
            shown.append(title);
        }
        shown.append(line.row);
        if (!line.canBeTicked)
            continue;
        const bool isOn = ticked.contains(line.row.id);
        shown.last().tick = isOn ? Tick::On : Tick::Off;
        ++tickable;
        on += isOn ? 1 : 0;
    }
    closeGroup();
    return shown;
}

QSet<QString> ComparisonTable::tickedBy(const QString &id, const QList<SettingRow> &shown) const
{
    QSet<QString> ids;
    bool below = false;
    for (const SettingRow &row : shown) {
        if (isHeading(row))
            below = row.id == id;
        else if ((below || row.id == id) && row.tick != Tick::None)
            ids.insert(row.id);
    }
    return stillTickable(ids);
}

QSet<QString> ComparisonTable::tickable(const QList<SettingRow> &shown) const
{
    QSet<QString> ids;
    for (const SettingRow &row : shown)
        if (!isHeading(row) && row.tick != Tick::None)
            ids.insert(row.id);
    return ids;
}

QSet<QString> ComparisonTable::stillTickable(const QSet<QString> &ids) const
{
    QSet<QString> still;
    for (const QString &id : ids)
        if (const Line *found = line(id); found != nullptr && found->canBeTicked)
            still.insert(id);
    return still;
}

const ComparisonTable::Line *ComparisonTable::line(const QString &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_lines.at(*place);
}

const ComparisonTable::Line *ComparisonTable::lineOf(const SettingPath &path) const
{
    return line(idOf(path));
}

QList<const ComparisonTable::Line *> ComparisonTable::lines(const QSet<QString> &ids) const
{
    QList<const Line *> found;
    for (const Line &each : m_lines)
        if (ids.contains(each.row.id))
            found.append(&each);
    return found;
}

} // namespace golive
