#include "dns/look/resolverviews.h"

#include "dns/ask/dnsclient.h"
#include "dns/look/gather.h"
#include "dns/look/sections.h"

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype mostPairs = 2; // resolvers asked with and without the check

bool hasFailed(const DnsAnswer &answer)
{
    return answer.answered() && answer.message.rcode == DnsRcode::ServerFailure;
}

std::optional<CachedServers> cachedIn(const DnsAnswer &answer)
{
    const QByteArray &apex = answer.question.name;
    CachedServers cached {answer.server, serversOf(apex, answer.message.answers), std::nullopt, {}};
    for (const DnsEntry &entry : answer.message.answers)
        if (entry.type == DnsType::NS && entry.owner == apex)
            cached.ttl = std::min(cached.ttl.value_or(entry.ttl), entry.ttl);
    return cached.names.isEmpty() ? std::nullopt : std::optional(cached);
}

void addErrors(DnssecCheck &check, const DnsAnswer &answer)
{
    if (!answer.message.edns)
        return;
    for (const DnsExtendedError &error : answer.message.edns->errors)
        if (!check.extendedErrors.contains(error.code))
            check.extendedErrors.append(error.code);
}

/// One resolver's answers with its check, and without.
DnssecCheck checkFrom(const DnsAnswer &validated, const DnsAnswer &unchecked)
{
    DnssecCheck check;
    check.validated = validated.message.rcode;
    check.unchecked = unchecked.answered() ? unchecked.message.rcode : DnsRcode::ServerFailure;
    addErrors(check, validated);
    return check;
}

bool isBroken(const DnssecCheck &check)
{
    return check.validated == DnsRcode::ServerFailure && check.unchecked == DnsRcode::NoError;
}

class ResolverInquiry final : public QObject
{
public:
    ResolverInquiry(DnsClient &client, QByteArray apex)
        : QObject(&client)
        , m_client(client)
        , m_apex(std::move(apex))
    {
    }

    QFuture<Result<ResolverViews>> run(const QList<DnsServer> &resolvers)
    {
        QList<QFuture<Result<DnsAnswer>>> open;
        for (const DnsServer &resolver : resolvers)
            open.append(m_client.ask(resolver, {m_apex, DnsType::NS}));
        onAnswer(gathered(open, this), this,
                 [this](const Result<QList<DnsAnswer>> &answers) { heard(answers.value_or(QList<DnsAnswer>())); });
        return m_promise.future();
    }

private:
    void heard(const QList<DnsAnswer> &answers)
    {
        QList<DnsServer> failing;
        for (const DnsAnswer &answer : answers) {
            if (const std::optional<CachedServers> cached = cachedIn(answer))
                m_views.cached.append(*cached);
            if (answer.conclusive() && !m_views.dnssec)
                m_views.dnssec = DnssecCheck();
            if (hasFailed(answer))
                failing.append(answer.server);
        }
        m_failing = static_cast<int>(failing.size());
        if (failing.isEmpty())
            finish();
        else
            askForPairs(failing.mid(0, mostPairs));
    }

    void askForPairs(const QList<DnsServer> &resolvers)
    {
        QList<QFuture<Result<DnsAnswer>>> open;
        for (const DnsServer &resolver : resolvers)
            for (const bool unchecked : {false, true})
                open.append(m_client.ask(resolver, {m_apex, DnsType::SOA}, {.checkingDisabled = unchecked}));
        onAnswer(gathered(open, this), this, [this](const Result<QList<DnsAnswer>> &answers) {
            pairsAnswered(answers.value_or(QList<DnsAnswer>()));
        });
    }

    void pairsAnswered(const QList<DnsAnswer> &answers)
    {
        QList<DnssecCheck> checks;
        for (qsizetype at = 0; at + 1 < answers.size(); at += 2)
            if (answers[at].answered())
                checks.append(checkFrom(answers[at], answers[at + 1]));
        std::stable_sort(checks.begin(), checks.end(),
                         [](const DnssecCheck &a, const DnssecCheck &b) { return isBroken(a) && !isBroken(b); });
        if (!checks.isEmpty()) {
            m_views.dnssec = checks.constFirst();
            m_views.dnssec->resolversFailing = m_failing;
        }
        finish();
    }

    void finish()
    {
        m_promise.resolve(m_views);
        deleteLater();
    }

    DnsClient &m_client;
    QByteArray m_apex;
    Promise<ResolverViews> m_promise;
    ResolverViews m_views;
    int m_failing = 0;
};

} // namespace

QFuture<Result<ResolverViews>> askResolversAbout(DnsClient &client, const QList<DnsServer> &resolvers,
                                                 const QByteArray &apex)
{
    auto *inquiry = new ResolverInquiry(client, apex);
    return inquiry->run(resolvers);
}

} // namespace golive
