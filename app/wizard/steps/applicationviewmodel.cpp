#include "wizard/steps/applicationviewmodel.h"

#include "clerk/platformapi.h"
#include "deploy/attemptnote.h"
#include "deploy/deployment.h"
#include "foundation/clock.h"
#include "foundation/promise.h"
#include "wizard/displaytext.h"
#include "wizard/errortext.h"
#include "wizard/steps/applicationwords.h"

#include <QCollator>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace golive {
namespace {

constexpr std::chrono::seconds staysFresh {30};
constexpr qsizetype longestName = 100;
constexpr qsizetype longestDomain = 253;
constexpr QLatin1String listField("applicationList"); ///< object name of the page's list

/// Each id once, since everything else goes by it, in the order people look for names.
QList<Application> tidied(QList<Application> applications)
{
    QSet<QString> seen;
    applications.removeIf([&](const Application &each) {
        const bool isNew = !each.id.isEmpty() && !seen.contains(each.id);
        seen.insert(each.id);
        return !isNew;
    });
    const QLocale locale; // in the C locale a collator knows neither case nor numbers
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::vector<std::pair<QCollatorSortKey, qsizetype>> order;
    order.reserve(static_cast<size_t>(applications.size()));
    for (qsizetype i = 0; i < applications.size(); ++i)
        order.emplace_back(collator.sortKey(applications.at(i).displayName().left(longestName)), i);
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<Application> sorted;
    sorted.reserve(applications.size());
    for (const auto &[key, place] : order)
        sorted.append(applications.at(place));
    return sorted;
}

/// True for trouble with one part of what is read, on which the rest does not depend: a key that may
/// not read settings, a domain that Clerk has not filed yet. Anything else is worth another try.
bool isAboutOnePart(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound
        || error.kind == Error::Kind::ServerFault || error.kind == Error::Kind::UnexpectedReply;
}

} // namespace

ApplicationViewModel::ApplicationViewModel(PlatformApi &api, Deployment &deployment, DeployJournal &journal,
                                           Clock &clock, QObject *parent)
    : StepViewModel(parent)
    , m_api(api)
    , m_deployment(deployment)
    , m_journal(journal)
    , m_clock(clock)
    , m_production(api)
{
    connect(&m_production, &ProductionReader::standingsChanged, this, [this] { updateRows(m_state); });
    connect(&m_deployment, &Deployment::factsChanged, this, [this] { update(m_state); });
    update(m_state);
}

void ApplicationViewModel::enter()
{
    if (m_readAt && m_clock.elapsed() - *m_readAt < staysFresh)
        askForStandings();
    else
        reload();
}

void ApplicationViewModel::leave()
{
    m_aim.reset();
    m_wanted.clear();
    m_production.pause();
}

void ApplicationViewModel::reload()
{
    if (m_state.loading || m_state.opening)
        return;
    State next = m_state;
    next.loading = true;
    next.notice = {};
    update(std::move(next));
    onAnswer(m_api.listApplications(), this, [this, number = ++m_load](const Result<QList<Application>> &answer) {
        if (number == m_load)
            takeList(answer);
    });
}

void ApplicationViewModel::takeList(const Result<QList<Application>> &answer)
{
    State next = m_state;
    next.loading = false;
    if (!answer) {
        m_aim.reset();
        next.notice = noticeFor(answer.error());
        update(std::move(next));
        return;
    }
    m_applications = tidied(*answer);
    m_places.clear();
    for (qsizetype i = 0; i < m_applications.size(); ++i)
        m_places.insert(m_applications.at(i).id, i);
    m_journaled.clear();
    for (const JournalEntry &entry : m_journal.entries())
        if (entry.clerkHost == m_deployment.clerkHost())
            m_journaled.insert(entry.plan.applicationId, entry.plan.domain);
    m_production.reset();
    m_readAt = m_clock.elapsed();
    next.loaded = true;
    takeFirstChoice();
    updateRows(std::move(next));
    askForStandings();
    if (!m_wanted.isEmpty())
        continueWith(std::exchange(m_wanted, {}), m_wantedAim);
}

/// What is selected without the person's doing: the open application, or the only one.
void ApplicationViewModel::takeFirstChoice()
{
    if (find(m_selected))
        return;
    m_selected = m_deployment.plan().applicationId;
    if (!find(m_selected))
        m_selected = m_applications.size() == 1 ? m_applications.constFirst().id : QString();
}

void ApplicationViewModel::goForward()
{
    if (m_state.opening)
        return;
    const QString openId = m_deployment.facts().application ? m_deployment.plan().applicationId : QString();
    if (m_state.readOnly || (!openId.isEmpty() && openId == m_state.selectedId)) {
        Q_EMIT finished();
        return;
    }
    if (m_state.selectedId.isEmpty()) {
        if (!m_state.loaded)
            reload();
        else
            setNotice(ApplicationWords::chooseFirst());
        Q_EMIT attentionWanted(listField);
        return;
    }
    open(Aim::GoOn);
}

void ApplicationViewModel::compareSettings()
{
    if (m_state.opening || !m_state.canCompare)
        return;
    if (m_state.readOnly || m_deployment.plan().applicationId == m_state.selectedId)
        arrive(Aim::Compare);
    else
        open(Aim::Compare);
}

void ApplicationViewModel::arrive(Aim aim)
{
    if (aim == Aim::Compare)
        Q_EMIT comparisonWanted();
    else
        Q_EMIT finished();
}

void ApplicationViewModel::open(Aim aim)
{
    const Application *chosen = find(m_state.selectedId);
    if (!chosen)
        return;
    const Application application = *chosen; // opening may change the list
    m_aim = aim;
    State next = m_state;
    next.opening = true;
    next.notice = {};
    update(std::move(next));
    m_deployment.open(application);
    onAnswer(m_deployment.refresh(), this,
             [this, id = application.id](const Result<> &refreshed) { takeOpened(id, refreshed); });
}

void ApplicationViewModel::takeOpened(const QString &applicationId, const Result<> &refreshed)
{
    const bool isStillOpen = m_deployment.plan().applicationId == applicationId;
    // Without a production instance nothing but the application itself is read.
    const bool isUsable = refreshed || (m_deployment.facts().production() && isAboutOnePart(refreshed.error()));
    State next = m_state;
    next.opening = false;
    if (!refreshed && isStillOpen)
        next.notice = isUsable ? ApplicationWords::incomplete(refreshed.error()) : noticeFor(refreshed.error());
    update(std::move(next));
    if (!isUsable && isStillOpen)
        m_deployment.close();
    else if (isStillOpen && lacksKeyOfAttempt(m_deployment.entry(), m_deployment.facts()))
        m_deployment.secretKey(); // into the keychain; where that fails, the steps that need it say so
    if (const auto aim = std::exchange(m_aim, std::nullopt); aim && refreshed && isStillOpen)
        arrive(*aim);
}

void ApplicationViewModel::setFilter(const QString &text)
{
    State next = m_state;
    next.filter = text;
    updateRows(std::move(next));
    askForStandings();
}

void ApplicationViewModel::select(const QString &applicationId)
{
    const bool isShown = std::any_of(m_state.rows.cbegin(), m_state.rows.cend(),
                                     [&](const Row &row) { return row.id == applicationId; });
    if (m_state.opening || m_state.readOnly || (!applicationId.isEmpty() && !isShown))
        return;
    m_selected = applicationId;
    State next = m_state;
    if (next.notice.tone == Notice::Tone::Problem)
        next.notice = {};
    update(std::move(next));
}

void ApplicationViewModel::continueWith(const QString &applicationId, Aim aim)
{
    if (m_state.opening)
        return;
    if (!m_state.loaded || m_state.loading) {
        m_wanted = applicationId;
        m_wantedAim = aim;
        reload();
        return;
    }
    if (!find(applicationId)) {
        setNotice(ApplicationWords::notInWorkspace());
        return;
    }
    m_selected = applicationId;
    State next = m_state;
    next.filter.clear();
    updateRows(std::move(next));
    open(aim);
}

void ApplicationViewModel::chooseAnother()
{
    if (m_state.opening)
        return;
    m_selected.clear();
    m_deployment.close();
    setNotice({});
}

void ApplicationViewModel::reset()
{
    ++m_load;
    m_applications.clear();
    m_places.clear();
    m_production.reset();
    m_readAt.reset();
    m_selected.clear();
    m_wanted.clear();
    m_aim.reset();
    State next = m_state;
    next.loading = false;
    next.loaded = false;
    next.filter.clear();
    next.notice = {};
    updateRows(std::move(next));
}

void ApplicationViewModel::askForStandings()
{
    QStringList unknown;
    for (const Row &row : m_state.rows)
        if (row.standing == Standing::HasProduction)
            unknown.append(row.id);
    m_production.ask(unknown);
}

const Application *ApplicationViewModel::find(const QString &applicationId) const
{
    const auto place = m_places.constFind(applicationId);
    return place == m_places.cend() ? nullptr : &m_applications.at(*place);
}

ApplicationViewModel::Row ApplicationViewModel::rowOf(const Application &application) const
{
    Row row;
    row.id = application.id;
    row.name = displayText(application.displayName(), longestName);
    row.hasDevelopment = application.instanceOf(Environment::Development).has_value();
    row.hasProduction = application.instanceOf(Environment::Production).has_value();
    if (row.hasProduction) {
        row.standing = Standing::HasProduction;
        const auto known = m_production.standings().constFind(application.id);
        if (known != m_production.standings().cend()) {
            row.standing = known->isLive ? Standing::Live : Standing::InProgress;
            row.detail = displayText(known->domain, longestDomain);
        }
    } else if (const auto journaled = m_journaled.constFind(application.id); journaled != m_journaled.cend()) {
        row.detail = ApplicationWords::begunHere(displayText(*journaled, longestDomain));
    } else if (!row.hasDevelopment) {
        row.detail = ApplicationWords::noDevelopment();
    }
    row.standingText = ApplicationWords::standing(row.standing);
    return row;
}

std::optional<ApplicationViewModel::Row> ApplicationViewModel::openedRow(const DeployFacts &facts) const
{
    if (!facts.application)
        return std::nullopt;
    Row row = rowOf(*facts.application);
    if (facts.production() && facts.status)
        row.standing = facts.status->complete ? Standing::Live : Standing::InProgress;
    if (facts.production() && facts.domain)
        row.detail = displayText(facts.domain->name, longestDomain);
    row.standingText = ApplicationWords::standing(row.standing);
    return row;
}

QList<ApplicationViewModel::Row> ApplicationViewModel::matchingRows(const QString &filter) const
{
    const QString wanted = filter.trimmed();
    QList<Row> rows;
    for (const Application &each : m_applications)
        if (wanted.isEmpty() || each.name.contains(wanted, Qt::CaseInsensitive)
            || each.id.contains(wanted, Qt::CaseInsensitive))
            rows.append(rowOf(each));
    return rows;
}

void ApplicationViewModel::setNotice(Notice notice)
{
    State next = m_state;
    next.notice = std::move(notice);
    update(std::move(next));
}

void ApplicationViewModel::updateRows(State next)
{
    next.rows = matchingRows(next.filter);
    update(std::move(next));
}

void ApplicationViewModel::update(State next)
{
    const DeployFacts &facts = m_deployment.facts();
    next.readOnly = facts.production().has_value() && !next.opening;
    next.opened = openedRow(facts);
    next.total = static_cast<int>(m_applications.size());
    next.countText = next.loaded ? ApplicationWords::count(next.rows.size(), next.total) : QString();
    next.selectedId.clear();
    next.selectionText.clear();
    const auto isComparable = [](const Row &row) { return row.hasDevelopment && row.hasProduction; };
    next.canCompare = next.readOnly && next.opened && isComparable(*next.opened);
    for (const Row &row : next.rows) {
        if (row.id == m_selected) {
            next.selectedId = row.id;
            next.selectionText = ApplicationWords::selection(row);
            next.canCompare = next.canCompare || (!next.opening && isComparable(row));
        }
    }
    next.emptyText.clear();
    if (next.loaded && next.rows.isEmpty())
        next.emptyText = next.total == 0 ? ApplicationWords::emptyWorkspace() : ApplicationWords::noMatch(next.filter);
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
