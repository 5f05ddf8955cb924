#include "dns/ask/dnsask.h"

#include "dns/ask/dnsclient.h"
#include "dns/wire/dnsname.h"

#include <algorithm>
#include <functional>

namespace golive {
namespace {

constexpr qsizetype resolversAtOnce = 3;

/// A question to several servers, of which one answer is wanted.
class Inquiry final : public QObject
{
public:
    using Enough = std::function<bool(const DnsAnswer &)>;

    Inquiry(DnsClient &client, QList<DnsServer> servers, DnsQuestion question, DnsManner manner)
        : QObject(&client)
        , m_client(client)
        , m_servers(std::move(servers))
        , m_question(std::move(question))
        , m_manner(manner)
    {
        m_best.outcome = DnsAnswer::Outcome::Unreachable;
        m_best.question = m_question;
    }

    QFuture<Result<DnsAnswer>> run(qsizetype atOnce, Enough enough)
    {
        m_enough = std::move(enough);
        for (qsizetype started = 0; started < atOnce; ++started)
            askNext();
        QFuture<Result<DnsAnswer>> answer = m_promise.future();
        endIfDone();
        return answer;
    }

private:
    void askNext()
    {
        if (m_servers.isEmpty())
            return;
        const QFuture<Result<DnsAnswer>> answer = m_client.ask(m_servers.takeFirst(), m_question, m_manner);
        m_open.append(answer);
        onAnswer(answer, this, [this, answer](const Result<DnsAnswer> &said) {
            m_open.removeIf([&](const QFuture<Result<DnsAnswer>> &each) { return each.isFinished(); });
            heard(said);
        });
    }

    void heard(const Result<DnsAnswer> &said)
    {
        if (m_done)
            return;
        if (said && m_enough(*said)) {
            m_best = *said;
            askNobodyElse();
        } else {
            if (said && !m_best.answered() && (!saysMore(m_best) || saysMore(*said)))
                m_best = *said;
            goOnAfter(said);
        }
        endIfDone();
    }

    void askNobodyElse()
    {
        m_servers.clear();
        for (QFuture<Result<DnsAnswer>> &each : m_open)
            each.cancel();
        m_open.clear();
    }

    /// Silence has taken long enough: the resolvers that are left are asked at once. A zone's own servers go on taking
    /// turns, whose patience is budgeted.
    void goOnAfter(const Result<DnsAnswer> &said)
    {
        const bool isLate = m_manner.recursion && said && said->outcome == DnsAnswer::Outcome::TimedOut;
        for (qsizetype more = isLate ? m_servers.size() : 1; more > 0; --more)
            askNext();
    }

    /// That there is no way to an address from here says nothing about the server.
    static bool saysMore(const DnsAnswer &answer) { return answer.outcome != DnsAnswer::Outcome::Unreachable; }

    void endIfDone()
    {
        if (!m_open.isEmpty() || std::exchange(m_done, true))
            return;
        m_promise.resolve(m_best);
        deleteLater();
    }

    DnsClient &m_client;
    QList<DnsServer> m_servers;
    DnsQuestion m_question;
    DnsManner m_manner;
    Enough m_enough;
    Promise<DnsAnswer> m_promise;
    QList<QFuture<Result<DnsAnswer>>> m_open;
    DnsAnswer m_best;
    bool m_done = false;
};

bool handsOnBelow(const QByteArray &apex, const DnsAnswer &answer)
{
    const QList<DnsEntry> &authority = answer.message.authority;
    return answer.message.answers.isEmpty()
        && std::any_of(authority.begin(), authority.end(), [&](const DnsEntry &each) {
               return each.type == DnsType::NS && each.owner != apex && isAtOrBelow(each.owner, apex)
                   && isAtOrBelow(answer.question.name, each.owner);
           });
}

} // namespace

QFuture<Result<DnsAnswer>> askInTurn(DnsClient &client, const QList<DnsServer> &addresses, const DnsQuestion &question,
                                     DnsManner manner)
{
    auto *inquiry = new Inquiry(client, addresses, question, manner);
    return inquiry->run(1, [](const DnsAnswer &answer) { return answer.answered(); });
}

QFuture<Result<DnsAnswer>> askServersOf(const QByteArray &apex, DnsClient &client, const QList<DnsServer> &addresses,
                                        const DnsQuestion &question)
{
    auto *inquiry = new Inquiry(client, addresses, question, {.recursion = false});
    return inquiry->run(1, [apex](const DnsAnswer &answer) {
        return answer.conclusive() && (answer.message.authoritative || handsOnBelow(apex, answer));
    });
}

QFuture<Result<DnsAnswer>> askAny(DnsClient &client, const QList<DnsServer> &resolvers, const DnsQuestion &question)
{
    QList<DnsServer> inOrder = resolvers;
    if (client.isSparing() && !inOrder.isEmpty()) { // another one first for each name
        const auto first = static_cast<qsizetype>(qHash(question.name) % static_cast<size_t>(inOrder.size()));
        std::rotate(inOrder.begin(), inOrder.begin() + first, inOrder.end());
    }
    auto *inquiry = new Inquiry(client, inOrder, question, {});
    return inquiry->run(client.isSparing() ? 1 : resolversAtOnce,
                        [](const DnsAnswer &answer) { return answer.conclusive(); });
}

} // namespace golive
