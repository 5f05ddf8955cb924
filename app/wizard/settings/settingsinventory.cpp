#include "wizard/settings/settingsinventory.h"

#include "model/settings/clonerules.h"

namespace golive {
namespace {

using Fate = CloneRule::Fate;

/// What has a call of its own is in no configuration; nobody says whether it comes along.
Fate fateOf(const ComparisonTable::Line &line)
{
    return line.source == ComparisonTable::Line::Source::Setting ? cloneFateOf(line.path.constFirst())
                                                                 : Fate::Uncertain;
}

} // namespace

SettingsInventory::SettingsInventory(const InstanceConfig &development, const QJsonObject &schema,
                                     const std::optional<QList<RedirectUrl>> &redirectUrls,
                                     const std::optional<QList<JwtTemplate>> &jwtTemplates)
{
    // Beside nothing at all everything is missing, which makes a line of each.
    const SettingsReading reading {development, {}, schema, compareSettings(development, {}, schema)};
    const EntriesReading entries {
        redirectUrls.value_or(QList<RedirectUrl>()), {}, jwtTemplates.value_or(QList<JwtTemplate>()), {}};
    m_table = ComparisonTable(reading, entries, ReadingDirection::DevelopmentFirst);
    m_count = m_table.counts().differences();
}

SettingColumns SettingsInventory::columns()
{
    return {tr("Setting"), tr("Development"), {}, tr("With a copy")};
}

QList<SettingRow> SettingsInventory::rows(const QString &search) const
{
    QList<SettingRow> rows = m_table.rows(search, true, {});
    for (SettingRow &row : rows) {
        row.tick = SettingRow::Tick::None;
        const ComparisonTable::Line *line = m_table.line(row.id);
        if (line == nullptr)
            continue;
        row.second.clear();
        switch (fateOf(*line)) {
        case Fate::Taken:
            row.state = tr("comes along");
            row.standing = SettingRow::Standing::Same;
            break;
        case Fate::Left:
            row.state = tr("stays behind");
            row.standing = SettingRow::Standing::Missing;
            break;
        case Fate::Uncertain:
            row.state = tr("not certain");
            row.standing = SettingRow::Standing::Unsure;
            break;
        }
    }
    return rows;
}

} // namespace golive
