#include "dns/look/domainsurvey.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/look/registration.h"
#include "dns/look/zonefinder.h"
#include "dns/wire/dnsname.h"
#include "foundation/clock.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>

#include <algorithm>
#include <map>

namespace golive {
namespace {

bool isClerks(const QByteArray &target)
{
    static const QByteArrayList domains {"clerk.services", "clerk.dev", "clerk.com", "clerk.accounts.dev"};
    return std::any_of(domains.cbegin(), domains.cend(),
                       [&](const QByteArray &each) { return isAtOrBelow(target, each); });
}

/// What a server of the zone says lies at a name.
struct Found
{
    QByteArray alias;
    bool hasRecords = false;
    bool isDelegated = false;
    QList<DnsData> data; ///< of all answers, to tell a wildcard's

    [[nodiscard]] bool isAnything() const { return !alias.isEmpty() || hasRecords || isDelegated; }
};

void take(Found &found, const QByteArray &name, const DnsMessage &message)
{
    for (const DnsEntry &entry : message.answers) {
        if (entry.owner != name)
            continue;
        found.data.append(entry.data);
        if (entry.type == DnsType::CNAME)
            found.alias = nameIn(entry);
        else
            found.hasRecords = true;
    }
    if (message.authoritative || !message.answers.isEmpty())
        return;
    found.isDelegated = std::any_of(message.authority.cbegin(), message.authority.cend(), [&](const DnsEntry &entry) {
        return entry.type == DnsType::NS && isAtOrBelow(name, entry.owner);
    });
}

bool isSame(const Found &found, const Found &wildcard)
{
    return wildcard.isAnything() && std::all_of(found.data.cbegin(), found.data.cend(), [&](const DnsData &each) {
               return wildcard.data.contains(each);
           });
}

} // namespace

/// One survey, from the first question to its answer.
class DnsSurveyor::Look final : public QObject
{
public:
    Look(DnsClient &client, Clock &clock, DnsSettings settings, QString domain, const QStringList &names)
        : m_client(client)
        , m_clock(clock)
        , m_settings(std::move(settings))
        , m_domain(std::move(domain))
    {
        for (const QString &each : names)
            m_names.append(dnsName(each));
        const QByteArray random = "golive" + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
        m_wildcard = joinNames(random, dnsName(m_domain));
    }

    QFuture<Result<DomainSurvey>> run()
    {
        m_clock.callAfter(longest, this, [this] { finish(); });
        onAnswer(findZone(m_client, m_settings, dnsName(m_domain)), this, [this](const Result<Zone> &zone) {
            if (zone)
                zoneIsKnown(*zone);
            else
                finish();
        });
        return m_promise.future();
    }

private:
    void zoneIsKnown(const Zone &zone)
    {
        m_survey.state = zone.state;
        m_survey.zone = QString::fromLatin1(zone.apex);
        for (const QByteArray &each : zone.nameServers)
            m_survey.nameServers.append(QString::fromLatin1(each));
        m_survey.provider = providerOf(m_survey.nameServers, m_survey.zone);
        m_servers = zone.servers;
        if (zone.state == Zone::State::Found)
            askForNames(zone.apex);
        else if (zone.state == Zone::State::NotRegistered && !m_settings.registrationService.isEmpty())
            askRegistry();
        else
            finish();
    }

    void askRegistry()
    {
        m_web = std::make_unique<QNetworkAccessManager>();
        onAnswer(lookUpRegistration(*m_web, m_clock, m_settings.registrationService, dnsName(m_domain)), this,
                 [this](const Result<Registration> &answer) {
                     if (answer)
                         m_survey.registration = *answer;
                     finish();
                 });
    }

    void askForNames(const QByteArray &apex)
    {
        // Names of another zone would be for another look.
        m_names.removeIf([&apex](const QByteArray &name) { return !isAtOrBelow(name, apex); });
        QByteArrayList all = m_names;
        all.append(m_wildcard);
        for (const QByteArray &name : std::as_const(all))
            ask(name, DnsType::CNAME, [this, name](const DnsMessage &message) {
                // Where the name exists without a CNAME, something else may lie there.
                if (message.rcode != DnsRcode::NoError || m_found[name].isAnything())
                    return;
                for (const DnsType type : {DnsType::A, DnsType::MX, DnsType::TXT})
                    ask(name, type, [](const DnsMessage &) {});
            });
    }

    template<typename Handler>
    void ask(const QByteArray &name, DnsType type, Handler handler)
    {
        ++m_open;
        QList<DnsServer> addresses;
        for (qsizetype at = 0; at < m_servers.size(); ++at)
            addresses += m_servers[(at + m_turn) % m_servers.size()].addresses;
        ++m_turn;
        onAnswer(askServersOf(dnsName(m_survey.zone), m_client, addresses, {name, type}), this,
                 [this, name, handler = std::move(handler)](const Result<DnsAnswer> &answer) {
                     if (answer && answer->conclusive()) {
                         m_answered.append(name);
                         take(m_found[name], name, answer->message);
                         handler(answer->message);
                     }
                     if (--m_open == 0)
                         finish();
                 });
    }

    void finish()
    {
        if (std::exchange(m_over, true))
            return;
        const Found wildcard = m_found[m_wildcard];
        m_survey.allNamesSeen = m_survey.state == Zone::State::Found;
        for (const QByteArray &name : std::as_const(m_names)) {
            m_survey.allNamesSeen = m_survey.allNamesSeen && m_answered.contains(name);
            const Found &found = m_found[name];
            if (found.isAnything() && (found.isDelegated || !isSame(found, wildcard)))
                m_survey.taken.append(takenName(name, found));
        }
        m_promise.resolve(m_survey);
    }

    static TakenName takenName(const QByteArray &name, const Found &found)
    {
        TakenName taken {QString::fromLatin1(name), TakenName::By::Records, QString::fromLatin1(found.alias),
                         isClerks(found.alias)};
        if (!found.alias.isEmpty())
            taken.by = TakenName::By::Alias;
        else if (found.isDelegated)
            taken.by = TakenName::By::Delegation;
        return taken;
    }

    DnsClient m_client; ///< through everybody's; its end takes back what is open
    Clock &m_clock;
    DnsSettings m_settings;
    QString m_domain;
    QByteArrayList m_names;
    QByteArray m_wildcard; ///< a name that nobody can have entered
    QList<ZoneServer> m_servers;
    std::map<QByteArray, Found> m_found;
    QByteArrayList m_answered;
    std::unique_ptr<QNetworkAccessManager> m_web; ///< only made when the registry is asked
    Promise<DomainSurvey> m_promise;
    DomainSurvey m_survey;
    qsizetype m_turn = 0;
    int m_open = 0;
    bool m_over = false;
};

DnsSurveyor::DnsSurveyor(DnsClient &client, Clock &clock, DnsSettings settings)
    : m_client(client)
    , m_clock(clock)
    , m_settings(std::move(settings))
{
}

DnsSurveyor::~DnsSurveyor() = default;

QFuture<Result<DomainSurvey>> DnsSurveyor::survey(const QString &domain, const QStringList &names)
{
    m_look = std::make_unique<Look>(m_client, m_clock, m_settings, domain, names);
    return m_look->run();
}

void DnsSurveyor::giveUp()
{
    m_look.reset();
}

} // namespace golive
