#pragma once

#include "check/checkoptions.h"
#include "check/domainlist.h"
#include "dns/ask/dnsclient.h"
#include "dns/watch/domaincheck.h"
#include "dns/watch/recordwatch.h"

#include <functional>
#include <memory>

namespace golive {

/// Where a command writes to.
struct CheckStreams
{
    std::function<bool(const QByteArray &)> out; ///< false when nobody can read it any more
    std::function<void(const QByteArray &)> err;
};

/// `golive check` while it runs: one domain, perhaps until its records are right, or a list of them,
/// many at once, each told about as soon as it is done.
class CheckCommand final : public QObject
{
    Q_OBJECT

public:
    /// Domains of a list that are looked at at the same time.
    static constexpr qsizetype mostAtOnce = 256;

    CheckCommand(Clock &clock, DnsSettings settings, CheckOptions options, CheckStreams streams,
                 QObject *parent = nullptr);
    ~CheckCommand() override;

    /// How many questions may be open at a time; each takes a socket.
    void setMostQuestions(qsizetype most) { m_client.setMostInFlight(most); }

    /// `domains` is empty when the options name a domain.
    void start(const QList<ListedDomain> &domains);

Q_SIGNALS:
    /// The program's exit code: 0 when all records are right, 1 when not.
    void finished(int exitCode);

private:
    void startMore();
    void startCheck(const QString &domain, const QList<DnsRecord> &records);
    void ended(DomainCheck *check, const CheckedDomain &checked);
    void tell(const CheckedDomain &checked);
    void refuse(const ListedDomain &listed, const QString &sentence);
    void finish();

    // waiting
    [[nodiscard]] bool mayWait() const;
    void watch(const QString &domain);
    void lookAgainIfRight();
    void lookAgain();

    Clock &m_clock;
    DnsSettings m_settings;
    CheckOptions m_options;
    CheckStreams m_streams;
    DnsClient m_client;
    QList<ListedDomain> m_waiting;
    qsizetype m_next = 0;
    qsizetype m_open = 0;
    bool m_allRight = true;
    bool m_over = false;
    std::unique_ptr<RecordWatch> m_watch;
    std::unique_ptr<QObject> m_watchEnd; ///< its end is the end of the wait for the end of the watch
    std::chrono::milliseconds m_startedAt {0};
    std::chrono::milliseconds m_watchedSince {0};
    bool m_saidThatItWaits = false;
};

} // namespace golive
