#pragma once

#include "dns/watch/recordwatch.h"
#include "model/deployplan.h"
#include "wizard/notice.h"

#include <QCoreApplication>
#include <QMap>

#include <optional>

namespace golive {

/// What one server said about one record.
struct DnsAnswerRow
{
    QString server; ///< name and address
    QString role; ///< whose server it is
    QString said;
    QString when; ///< clock time, and how long the answer is kept
    bool right = false;

    bool operator==(const DnsAnswerRow &) const = default;
};

/// One record, as the page shows it. Everything but `standing`, `required` and `isNew` is text to
/// show, and may hold what servers said.
struct DnsRow
{
    enum class Standing {
        NotLooked,
        Missing, ///< waits for the person
        Wrong, ///< waits for the person
        CannotSay, ///< something about the whole domain or the network is in the way
        Settling, ///< right at some of the provider's servers
        Right, ///< right at the provider
        Done, ///< Clerk sees it
    };

    QString host; ///< full name; also what identifies the row
    QString type;
    QString nameToType; ///< relative to the zone; the full name while the zone is not known
    QString value;
    QString purpose;
    bool required = true;
    bool isNew = false; ///< Clerk asked for it after the others
    Standing standing = Standing::NotLooked;
    QString word; ///< the standing, in a word or two
    QString reach; ///< who sees it, in words
    QString problem; ///< one sentence, or nothing
    QString fix; ///< what to do about it
    QStringList clerkHints; ///< Clerk's own remarks, as they came
    QString clerkSaw; ///< what Clerk found there; empty when it found what it wants, or nothing
    QList<DnsAnswerRow> answers;

    bool operator==(const DnsRow &) const = default;
};

struct DnsState
{
    enum class Tone { Waiting, YourTurn, Good, Trouble };

    QString domain; ///< as Clerk has it
    QString domainRemark; ///< set when Clerk has another one than was typed
    QString zone; ///< empty until found
    QString provider; ///< empty when unknown
    QString providerLine; ///< whose servers are in charge, in words
    QString providerConsole; ///< https address of the page where the records are edited; may be empty
    Tone tone = Tone::Waiting;
    QString headline; ///< the one thing to know
    QString advice; ///< what to do about it, or what happens next
    int right = 0; ///< of the required records
    int total = 0;
    bool looking = false;
    bool canCheck = false; ///< there is something left that looking could find
    QString nextLook; ///< in words, counting down
    QString clerkLine; ///< when Clerk was asked and will be again, or why it could not be
    QString announcement; ///< records Clerk asked for later
    QString proxyWarning;
    QList<DnsRow> rows;
    Notice notice; ///< about what was done with the list: saved, or not

    bool operator==(const DnsState &) const = default;
};

/// Everything the step knows, from which its State follows.
struct DnsSituation
{
    DeployPlan plan;
    DeployFacts facts;
    RecordWatch::View view;
    QDateTime now;
    QMap<QString, QDateTime> cameLater; ///< hosts Clerk asked for while the others were known, with the moment
    std::optional<QDateTime> clerkAsked; ///< when Clerk was last asked to look at the records
    std::optional<QDateTime> clerkFailed; ///< when Clerk could not be asked
    QString clerkFailure; ///< why, as a sentence
    std::optional<std::chrono::seconds> nextQuestion; ///< until Clerk is asked again
};

/// The records Clerk asks for: those of the domain, and those only its status mentions.
[[nodiscard]] QList<DnsRecord> recordsOf(const DeployFacts &facts);

/// Makes one picture of what is known.
class DnsPicture
{
    Q_DECLARE_TR_FUNCTIONS(golive::DnsPicture)

public:
    [[nodiscard]] static DnsState of(const DnsSituation &situation);

private:
    [[nodiscard]] static DnsRow rowOf(const DnsRecord &record, const DnsSituation &situation);
    [[nodiscard]] static DnsAnswerRow answerRow(const RecordAnswer &answer);
    [[nodiscard]] static QString wordFor(DnsRow::Standing standing);
    static void addHeadline(DnsState &state, const DnsSituation &situation);
    static void addCounts(DnsState &state);
    [[nodiscard]] static QString stillMissing(int missing, int total);
    static void addSurroundings(DnsState &state, const DnsSituation &situation);
    [[nodiscard]] static QString countdown(const DnsSituation &situation);
    [[nodiscard]] static QString clerkLine(const DnsSituation &situation);
    [[nodiscard]] static QString announcement(const DnsSituation &situation);
    [[nodiscard]] static QString proxyWarning(const DnsSituation &situation);
};

} // namespace golive
