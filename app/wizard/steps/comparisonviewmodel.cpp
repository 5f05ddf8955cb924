#include "wizard/steps/comparisonviewmodel.h"

#include "clerk/clerkenvironment.h"
#include "clerk/platformapi.h"
#include "foundation/promise.h"
#include "wizard/errortext.h"
#include "wizard/settings/comparisonwords.h"

#include <algorithm>
#include <utility>

namespace golive {
namespace {

using Source = ComparisonTable::Line::Source;

} // namespace

ComparisonViewModel::ComparisonViewModel(PlatformApi &api, Deployment &deployment, QUrl dashboardUrl, QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_settings(api)
    , m_entries(api)
    , m_dashboardUrl(std::move(dashboardUrl))
{
    connect(&m_deployment, &Deployment::planChanged, this, &ComparisonViewModel::followDeployment);
    connect(&m_deployment, &Deployment::factsChanged, this, &ComparisonViewModel::followDeployment);
    followDeployment();
}

/// Credentials may have been entered since the last look, so it looks anew, but not into a preview or a result.
void ComparisonViewModel::enter()
{
    followDeployment();
    if (m_phase == Phase::Empty || m_phase == Phase::Choosing)
        compare();
}

void ComparisonViewModel::goForward()
{
    if (m_reading && m_phase != Phase::Carrying)
        m_deployment.change([](DeployPlan &plan) { plan.settingsCompared = true; });
    Q_EMIT finished();
}

void ComparisonViewModel::compare()
{
    if (!m_state.hasBoth || m_phase == Phase::Reading || m_phase == Phase::Previewing || m_phase == Phase::Carrying)
        return;
    m_notice = {};
    m_outlook.clear();
    read();
}

void ComparisonViewModel::read()
{
    setPhase(Phase::Reading);
    onAnswer(m_settings.read(m_applicationId), this, [this, turn = m_turn](const Result<SettingsReading> &answer) {
        if (turn == m_turn)
            showReading(answer);
    });
}

void ComparisonViewModel::showReading(const Result<SettingsReading> &answer)
{
    if (!answer) {
        m_notice = ComparisonWords::notRead(answer.error());
        setPhase(m_reading ? Phase::Choosing : Phase::Empty);
        return;
    }
    m_reading = *answer;
    onAnswer(m_entries.read(m_applicationId), this, [this, turn = m_turn](const Result<EntriesReading> &entries) {
        if (turn == m_turn)
            showEntries(entries);
    });
}

/// A key may be allowed to read settings and no JWT templates: the settings are worth comparing alone.
void ComparisonViewModel::showEntries(const Result<EntriesReading> &answer)
{
    m_entriesReading = answer ? std::optional(*answer) : std::nullopt;
    if (!answer && m_notice.isEmpty())
        m_notice = ComparisonWords::entriesNotRead(answer.error());
    rebuildTable();
    setPhase(Phase::Choosing);
}

void ComparisonViewModel::rebuildTable()
{
    if (!m_reading)
        return;
    m_table = ComparisonTable(*m_reading, m_entriesReading, m_direction);
    if (m_direction == ReadingDirection::DevelopmentFirst)
        m_ticked = m_table.stillTickable(m_ticked);
}

void ComparisonViewModel::setSearch(const QString &text)
{
    m_search = text;
    render();
}

void ComparisonViewModel::showEverything(bool everything)
{
    m_everything = everything;
    render();
}

void ComparisonViewModel::readFrom(ReadingDirection direction)
{
    if (m_phase != Phase::Choosing || direction == m_direction)
        return;
    m_direction = direction;
    rebuildTable();
    render();
}

void ComparisonViewModel::select(const QString &rowId)
{
    m_selected = rowId;
    render();
}

void ComparisonViewModel::tick(const QString &rowId, bool on)
{
    if (m_phase != Phase::Choosing)
        return;
    const QSet<QString> ids = m_table.tickedBy(rowId, m_state.rows);
    on ? m_ticked.unite(ids) : m_ticked.subtract(ids);
    render();
}

void ComparisonViewModel::tickAll(bool on)
{
    if (m_phase != Phase::Choosing)
        return;
    const QSet<QString> ids = m_table.tickable(m_state.rows);
    on ? m_ticked.unite(ids) : m_ticked.subtract(ids);
    render();
}

QSet<SettingPath> ComparisonViewModel::tickedPaths() const
{
    QSet<SettingPath> paths;
    for (const ComparisonTable::Line *line : m_table.lines(m_ticked))
        if (line->source == Source::Setting)
            paths.insert(line->path);
    return paths;
}

template<typename Entry>
QList<Entry> ComparisonViewModel::tickedEntries(const QList<Entry> &all, QString Entry::*name, Source source) const
{
    QSet<QString> names;
    for (const ComparisonTable::Line *line : m_table.lines(m_ticked))
        if (line->source == source)
            names.insert(line->path.constFirst());
    QList<Entry> entries;
    for (const Entry &each : all)
        if (names.contains(each.*name))
            entries.append(each);
    return entries;
}

void ComparisonViewModel::preview()
{
    if (!m_reading || !m_state.canPreview)
        return;
    m_notice = {};
    const QSet<SettingPath> paths = tickedPaths();
    if (paths.isEmpty())
        return showPreview(SettingsPreview());
    setPhase(Phase::Previewing);
    onAnswer(m_settings.preview(m_applicationId, *m_reading, paths), this,
             [this, turn = m_turn](const Result<SettingsPreview> &answer) {
                 if (turn == m_turn)
                     showPreview(answer);
             });
}

void ComparisonViewModel::showPreview(const Result<SettingsPreview> &answer)
{
    if (answer) {
        m_outlook = CarryRows::preview(m_table, *answer, m_ticked);
        m_selected.clear();
        setPhase(Phase::Previewed);
        return;
    }
    m_notice = ComparisonWords::noPreview(answer.error());
    setPhase(Phase::Choosing);
    if (answer.error().kind == Error::Kind::VersionConflict)
        read(); // and what was said about it stays
}

void ComparisonViewModel::backToList()
{
    if (m_phase != Phase::Previewed && m_phase != Phase::Carried)
        return;
    const bool changed = m_phase == Phase::Carried;
    m_outlook.clear();
    m_selected.clear();
    m_notice = {};
    setPhase(Phase::Choosing);
    if (changed)
        compare();
}

void ComparisonViewModel::carryOver()
{
    if (m_phase != Phase::Previewed)
        return;
    m_report = {};
    m_notice = {};
    setPhase(Phase::Carrying);
    carrySettings();
}

void ComparisonViewModel::carrySettings()
{
    const QSet<SettingPath> paths = tickedPaths();
    if (!m_reading || paths.isEmpty())
        return carryRedirectUrls();
    onAnswer(m_settings.carry(m_applicationId, *m_reading, paths), this,
             [this, turn = m_turn](const Result<SettingsCarry> &answer) {
                 if (turn != m_turn)
                     return;
                 if (answer)
                     m_report.settings = *answer;
                 m_report.trouble = answer ? answer->trouble : std::optional(answer.error());
                 m_report.trouble ? showResult() : carryRedirectUrls();
             });
}

void ComparisonViewModel::carryRedirectUrls()
{
    const auto wanted = tickedEntries(m_entriesReading.value_or(EntriesReading()).developmentUrls, &RedirectUrl::url,
                                      Source::RedirectUrl);
    if (wanted.isEmpty())
        return carryJwtTemplates();
    onAnswer(m_entries.carryRedirectUrls(m_applicationId, wanted), this,
             [this, turn = m_turn](const Result<EntriesCarry> &answer) {
                 if (turn != m_turn)
                     return;
                 if (answer)
                     m_report.redirectUrls = *answer;
                 m_report.trouble = answer ? answer->trouble : std::optional(answer.error());
                 m_report.trouble ? showResult() : carryJwtTemplates();
             });
}

void ComparisonViewModel::carryJwtTemplates()
{
    const auto wanted = tickedEntries(m_entriesReading.value_or(EntriesReading()).developmentTemplates,
                                      &JwtTemplate::name, Source::JwtTemplate);
    if (wanted.isEmpty())
        return showResult();
    onAnswer(m_entries.carryJwtTemplates(m_applicationId, wanted), this,
             [this, turn = m_turn](const Result<EntriesCarry> &answer) {
                 if (turn != m_turn)
                     return;
                 if (answer)
                     m_report.jwtTemplates = *answer;
                 m_report.trouble = answer ? answer->trouble : std::optional(answer.error());
                 showResult();
             });
}

/// What stopped before its turn is listed too: nobody should have to remember what they ticked.
void ComparisonViewModel::showResult()
{
    CarryRows::addWhatWasNotTried(m_report, m_table.lines(m_ticked));
    m_outlook = CarryRows::result(m_table, m_report);
    m_notice = CarryRows::summary(m_report);
    m_selected.clear();
    if (m_report.settings.now)
        m_reading = m_report.settings.now;
    setPhase(Phase::Carried);
}

void ComparisonViewModel::followDeployment()
{
    if (m_applicationId != m_deployment.plan().applicationId) {
        m_applicationId = m_deployment.plan().applicationId;
        ++m_turn;
        m_phase = Phase::Empty;
        m_reading.reset();
        m_entriesReading.reset();
        m_table = {};
        m_direction = ReadingDirection::DevelopmentFirst;
        m_everything = false;
        m_search.clear();
        m_selected.clear();
        m_ticked.clear();
        m_outlook.clear();
        m_notice = {};
    }
    render();
}

void ComparisonViewModel::setPhase(Phase phase)
{
    m_phase = phase;
    render();
}

void ComparisonViewModel::render()
{
    State next;
    const DeployFacts &facts = m_deployment.facts();
    next.phase = m_phase;
    next.hasBoth = facts.development() && facts.production();
    next.everything = m_everything;
    next.direction = m_direction;
    next.search = m_search;
    next.notice = m_notice;
    next.underWay = ComparisonWords::underWay(m_phase);
    if (!next.hasBoth && facts.application)
        next.notice = ComparisonWords::oneInstanceOnly();
    if (m_reading && m_phase != Phase::Empty)
        renderList(next);
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

void ComparisonViewModel::renderList(State &next) const
{
    const bool outlook = m_phase == Phase::Previewed || m_phase == Phase::Carrying || m_phase == Phase::Carried;
    const ComparisonTable::Counts &counts = m_table.counts();
    next.columns = columns();
    next.rows = outlook ? m_outlook : m_table.rows(m_search, m_everything, m_ticked);
    next.equal = counts.allTheSame();
    next.headline = ComparisonWords::headline(m_phase, counts, m_direction);
    next.explanation = ComparisonWords::explanation(m_phase, counts, m_direction);
    if (next.rows.isEmpty())
        next.emptyText = ComparisonWords::noRows(m_search, counts);
    next.ticked = static_cast<int>(m_ticked.size());
    next.canTick = counts.tickable > 0;
    next.canTickAll = std::any_of(next.rows.cbegin(), next.rows.cend(),
                                  [](const SettingRow &row) { return row.tick == SettingRow::Tick::Off; });
    next.tickedText = next.canTick ? ComparisonWords::ticked(next.ticked, counts.tickable) : QString();
    next.canPreview
        = m_phase == Phase::Choosing && next.ticked > 0 && m_direction == ReadingDirection::DevelopmentFirst;
    next.canCarryOver = m_phase == Phase::Previewed;
    const bool isShown = std::any_of(next.rows.cbegin(), next.rows.cend(),
                                     [this](const SettingRow &row) { return row.id == m_selected; });
    if (!isShown)
        return;
    next.selectedId = m_selected;
    next.details = details();
}

SettingColumns ComparisonViewModel::columns() const
{
    switch (m_phase) {
    case Phase::Empty:
    case Phase::Reading:
    case Phase::Choosing:
    case Phase::Previewing: break;
    case Phase::Previewed:
    case Phase::Carrying: return CarryRows::previewColumns();
    case Phase::Carried: return CarryRows::resultColumns();
    }
    return m_table.columns();
}

std::optional<SettingDetails> ComparisonViewModel::details() const
{
    const ComparisonTable::Line *line = m_table.line(m_selected);
    if (line == nullptr)
        return std::nullopt;
    const DeployFacts &facts = m_deployment.facts();
    const auto instance = m_direction == ReadingDirection::ProductionFirst ? facts.development() : facts.production();
    const QUrl page = instance ? instancePage(m_dashboardUrl, m_applicationId, instance->id) : QUrl();
    SettingDetails details = detailsOf(*line, m_table.columns(), m_dashboardUrl, page);
    for (const SettingRow &row : m_outlook) // what Clerk said of it matters more than what it means
        if (row.id == m_selected)
            details.remark = row.explanation == line->row.explanation ? QString() : row.explanation;
    return details;
}

} // namespace golive
