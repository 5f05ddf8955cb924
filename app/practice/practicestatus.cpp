#include "practice/practicestatus.h"

#include "practice/practicezones.h"

#include <QJsonArray>

#include <algorithm>

namespace golive {
namespace {

/// `clk._domainkey` of `clk._domainkey.example.com`: Clerk's name for the row.
QString rowName(const PracticeDomain &domain, const QString &host)
{
    return host.chopped(domain.name.size() + 1);
}

QString textOf(const DnsEntry &entry)
{
    if (const auto *address = std::get_if<DnsAddressData>(&entry.data))
        return address->address.toString();
    return QString::fromLatin1(nameIn(entry));
}

QJsonValue hintsJson(const PracticeFinding &finding)
{
    if (finding.hint.isEmpty())
        return QJsonValue::Null;
    return QJsonArray {
        QJsonObject {{QStringLiteral("code"), finding.hintCode}, {QStringLiteral("message"), finding.hint}}};
}

QJsonObject recordJson(const PracticeDomain &domain, const DnsRecord &record, const PracticeFinding &finding)
{
    return {{QStringLiteral("clerk_subdomain"), rowName(domain, record.host)},
            {QStringLiteral("from"), record.host},
            {QStringLiteral("to"), record.target},
            {QStringLiteral("verified"), finding.verified},
            {QStringLiteral("required"), record.required},
            {QStringLiteral("actual"), QJsonArray::fromStringList(finding.actual)},
            {QStringLiteral("failure_hints"), hintsJson(finding)}};
}

PracticeFinding findingFor(const PracticeDomain &domain, const QString &host)
{
    for (const PracticeFinding &finding : domain.findings)
        if (finding.host == host)
            return finding;
    return {host, false, {}, {}, {}};
}

QJsonObject componentJson(const QString &status, bool required)
{
    return {{QStringLiteral("status"), status}, {QStringLiteral("required"), required}};
}

QJsonObject certificateJson(const QString &status)
{
    QJsonObject certificate = componentJson(status, true);
    certificate.insert(QStringLiteral("failure_hints"), QJsonValue::Null);
    return certificate;
}

} // namespace

PracticeStatus::PracticeStatus(const PracticeZones &zones, Clock &clock, Pace pace)
    : m_zones(zones)
    , m_clock(clock)
    , m_pace(pace)
{
}

QJsonObject PracticeStatus::read(PracticeDomain &domain) const
{
    bringUpToDate(domain);
    return describe(domain);
}

Practised<> PracticeStatus::startCheck(PracticeDomain &domain) const
{
    bringUpToDate(domain);
    const auto now = m_clock.elapsed();
    const bool justAsked = domain.lastRequest && now - *domain.lastRequest < m_pace.betweenChecks;
    if (domain.checkStarted || justAsked)
        return refuse(409, QStringLiteral("conflict"),
                      QStringLiteral("A DNS check is running or has only just been made."));
    domain.checkStarted = now;
    domain.lastRequest = now;
    QJsonObject answer = read(domain);
    answer.insert(QStringLiteral("domain_id"), domain.id);
    answer.insert(QStringLiteral("last_run_at"),
                  domain.lastRun ? QJsonValue(domain.lastRun->toMSecsSinceEpoch()) : QJsonValue(QJsonValue::Null));
    return answer;
}

void PracticeStatus::bringUpToDate(PracticeDomain &domain) const
{
    const auto now = m_clock.elapsed();
    const bool ownCheckDue = domain.lastCheck && m_pace.ownChecks > std::chrono::milliseconds::zero()
        && now - *domain.lastCheck >= m_pace.ownChecks;
    if (!domain.checkStarted && ownCheckDue && !domain.dnsComplete)
        domain.checkStarted = now;
    if (domain.checkStarted && now - *domain.checkStarted >= m_pace.check)
        finishCheck(domain, *domain.checkStarted + m_pace.check);
}

/// The records are looked up now, though the check ended a little earlier: nobody saw it end.
void PracticeStatus::finishCheck(PracticeDomain &domain, std::chrono::milliseconds at) const
{
    domain.checkStarted.reset();
    domain.lastCheck = at;
    domain.lastRun = m_clock.now().addMSecs((at - m_clock.elapsed()).count());
    domain.findings.clear();
    bool complete = true;
    for (const DnsRecord &record : domain.records) {
        domain.findings.append(lookUp(record));
        complete = complete && (domain.findings.constLast().verified || !record.required);
    }
    if (!complete)
        domain.dnsComplete.reset();
    else if (!domain.dnsComplete)
        domain.dnsComplete = at;
}

PracticeFinding PracticeStatus::lookUp(const DnsRecord &record) const
{
    DnsMessage query;
    query.question = DnsQuestion {record.host.toLatin1(), DnsType::CNAME};
    QList<DnsEntry> answers = m_zones.answer(query).answers;
    if (answers.isEmpty()) {
        query.question->type = DnsType::A;
        answers = m_zones.answer(query).answers;
    }
    PracticeFinding finding {record.host, false, {}, {}, {}};
    for (const DnsEntry &answer : answers)
        finding.actual.append(textOf(answer));
    finding.verified = finding.actual == QStringList {record.target};
    if (finding.verified)
        return finding;
    if (answers.isEmpty()) {
        finding.hintCode = QStringLiteral("cname_not_found");
        finding.hint = QStringLiteral("No CNAME record was found for %1.").arg(record.host);
    } else if (answers.constFirst().type == DnsType::A) {
        finding.hintCode = QStringLiteral("address_in_place_of_cname");
        finding.hint = QStringLiteral("%1 has addresses but no CNAME record. Is it proxied?").arg(record.host);
    } else {
        finding.hintCode = QStringLiteral("cname_mismatch");
        finding.hint = QStringLiteral("The CNAME record of %1 points somewhere else.").arg(record.host);
    }
    return finding;
}

bool PracticeStatus::isPast(const PracticeDomain &domain, std::chrono::milliseconds delay) const
{
    return domain.dnsComplete && m_clock.elapsed() - *domain.dnsComplete >= delay;
}

QString PracticeStatus::progress(const PracticeDomain &domain, std::chrono::milliseconds delay) const
{
    if (!domain.dnsComplete)
        return QStringLiteral("not_started");
    return isPast(domain, delay) ? QStringLiteral("complete") : QStringLiteral("in_process");
}

QJsonObject PracticeStatus::describe(const PracticeDomain &domain) const
{
    QJsonObject rows;
    for (const DnsRecord &record : domain.records)
        rows.insert(rowName(domain, record.host), recordJson(domain, record, findingFor(domain, record.host)));
    QString dns = domain.findings.isEmpty() ? QStringLiteral("not_started") : QStringLiteral("in_progress");
    if (domain.dnsComplete)
        dns = QStringLiteral("complete");
    else if (domain.checkStarted)
        dns = QStringLiteral("in_progress");

    const QString certificates = progress(domain, m_pace.certificates);
    const bool complete = isPast(domain, std::max(m_pace.certificates, m_pace.mail) + m_pace.finishing);
    const QJsonObject hosts {{QStringLiteral("clerk.") + domain.name, certificateJson(certificates)},
                             {QStringLiteral("accounts.") + domain.name, certificateJson(certificates)}};
    return {{QStringLiteral("status"), complete ? QStringLiteral("complete") : QStringLiteral("incomplete")},
            {QStringLiteral("dns"), QJsonObject {{QStringLiteral("status"), dns}, {QStringLiteral("cnames"), rows}}},
            {QStringLiteral("ssl"), certificateJson(certificates)},
            {QStringLiteral("ssl_hosts"), hosts},
            {QStringLiteral("mail"), componentJson(progress(domain, m_pace.mail), true)},
            {QStringLiteral("proxy"),
             domain.proxyUrl.isEmpty() ? componentJson(QStringLiteral("not_started"), false)
                                       : componentJson(progress(domain, m_pace.certificates), true)}};
}

} // namespace golive
