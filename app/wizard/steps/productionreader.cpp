#include "wizard/steps/productionreader.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"

#include <algorithm>

namespace golive {
namespace {

constexpr int mostAtOnce = 4;
/// Two calls each, which leaves room below the 100 calls a minute that a workspace is said to have.
constexpr qsizetype mostInAll = 30;

} // namespace

ProductionReader::ProductionReader(PlatformApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void ProductionReader::reset()
{
    ++m_generation;
    m_running = 0;
    m_refused = false;
    m_waiting.clear();
    m_asked.clear();
    m_standings.clear();
}

void ProductionReader::ask(const QStringList &applicationIds)
{
    m_waiting.clear();
    for (const QString &id : applicationIds) {
        if (m_waiting.size() >= mostInAll)
            break;
        if (!m_asked.contains(id))
            m_waiting.append(id);
    }
    askNext();
}

void ProductionReader::askNext()
{
    while (m_running < mostAtOnce && !m_waiting.isEmpty() && !m_refused && m_asked.size() < mostInAll) {
        const QString id = m_waiting.takeFirst();
        m_asked.insert(id);
        ++m_running;
        onAnswer(m_api.listDomains(id), this,
                 [this, id, generation = m_generation](const Result<QList<Domain>> &domains) {
                     if (generation != m_generation)
                         return;
                     if (domains)
                         readStatus(id, *domains);
                     else
                         finish(id, failure(domains.error()));
                 });
    }
}

void ProductionReader::readStatus(const QString &applicationId, const QList<Domain> &domains)
{
    const auto primary
        = std::find_if(domains.cbegin(), domains.cend(), [](const Domain &each) { return !each.isSatellite; });
    if (primary == domains.cend()) {
        finish(applicationId, ProductionStanding());
        return;
    }
    onAnswer(
        m_api.readDomainStatus(applicationId, primary->id.isEmpty() ? primary->name : primary->id), this,
        [this, applicationId, domain = primary->name, generation = m_generation](const Result<DomainStatus> &status) {
            if (generation != m_generation)
                return;
            if (status)
                finish(applicationId, ProductionStanding {domain, status->complete});
            else
                finish(applicationId, failure(status.error()));
        });
}

void ProductionReader::finish(const QString &applicationId, const Result<ProductionStanding> &standing)
{
    --m_running;
    if (standing) {
        m_standings.insert(applicationId, *standing);
        Q_EMIT standingsChanged();
    } else if (standing.error().kind == Error::Kind::RateLimited) {
        m_refused = true;
    }
    askNext();
}

} // namespace golive
