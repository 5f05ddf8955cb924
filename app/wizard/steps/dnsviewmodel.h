#pragma once

#include "foundation/result.h"
#include "wizard/steps/dnsstate.h"
#include "wizard/stepviewmodel.h"

#include <QFuture>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QUrl;

namespace golive {

class Clock;
class Deployment;

/// Step 8: the DNS records, as Clerk lists them and as the world sees them.
///
/// While the step is shown it watches DNS, and reads Clerk's status at a polite pace: seldom while
/// records are missing, then at 3, 6, 12, 24 and every 30 seconds once all are there and Clerk was
/// asked to look (Clerk's own command line does the same). All of it ends with leave().
class DnsViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    using State = DnsState;

    DnsViewModel(Deployment &deployment, RecordWatch &watch, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void enter() override;
    void leave() override;
    // goForward() is the plain one: whoever waits for DNS may go on, and come back.

    /// “I have added them”: looks at once, and has Clerk look again where DNS is right already.
    void lookNow();
    /// The person has turned to the window again.
    void cameBack();
    /// Whether the person can see the window; a hidden one looks and asks less often.
    void setVisible(bool visible);

    /// All records as plain text, for whoever looks after the DNS.
    [[nodiscard]] QString recordsAsText() const;
    /// The same as the draft of an email, without a recipient.
    [[nodiscard]] QUrl mailDraft() const;
    /// What every server said about one record, for support; empty for an unknown one.
    [[nodiscard]] QString answersAsText(const QString &host) const;
    /// A name to offer for the zone file.
    [[nodiscard]] QString zoneFileName() const;
    /// Writes all records as a zone file. Success and failure are told by the State's notice.
    void saveZoneFile(const QString &path);

private:
    void setState(State state);
    void update();
    void takeFacts();
    void takeView();
    void noteNewRecords(const QList<DnsRecord> &records);
    void tick();
    void askClerkSoon();
    void forgetFailure();
    void ask();
    void answered(bool looked, const Result<DomainStatus> &answer);
    void scheduleQuestion();
    [[nodiscard]] std::chrono::seconds questionDelay() const;
    [[nodiscard]] bool clerkShouldLook() const;
    [[nodiscard]] bool mustWaitForClerk() const;

    Deployment &m_deployment;
    RecordWatch &m_watch;
    Clock &m_clock;
    State m_state;
    Notice m_notice;
    bool m_visible = true;

    // One visit to the step. What was started during it hangs on these and ends with them.
    std::unique_ptr<QObject> m_visit;
    std::unique_ptr<QObject> m_nextTick;
    std::unique_ptr<QObject> m_nextQuestion;

    QString m_knownDomain;
    QStringList m_knownHosts;
    QMap<QString, QDateTime> m_cameLater;

    bool m_checking = false; ///< the pass under way is the one the person wanted
    bool m_asking = false;
    bool m_wantsLook = false; ///< DNS is right, and Clerk has not been told to look yet
    int m_questions = 0; ///< since Clerk was told to look, or since the visit began
    std::chrono::milliseconds m_questionDue {};
    std::chrono::milliseconds m_lookedAt {}; ///< Clerk, on the steady clock
    std::optional<QDateTime> m_clerkAsked;
    std::optional<QDateTime> m_clerkLooked; ///< by its own word
    std::optional<QDateTime> m_clerkFailed;
    std::optional<Error> m_failure;
};

} // namespace golive
