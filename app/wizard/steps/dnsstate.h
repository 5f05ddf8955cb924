#pragma once

#include "dns/watch/recordwatch.h"
#include "model/deployplan.h"
#include "wizard/dns/alignment.h"
#include "wizard/dns/findingwords.h"
#include "wizard/notice.h"

#include <QCoreApplication>
#include <QMap>

#include <chrono>
#include <optional>

namespace golive {

/// What one server said about one record.
struct DnsAnswerRow
{
    QString server; ///< name and address
    QString role; ///< whose server it is
    QString said;
    QString when; ///< clock time, and how long the answer is kept
    QDateTime askedAt;
    std::optional<std::chrono::seconds> ttl;
    bool right = false;

    bool operator==(const DnsAnswerRow &) const = default;
};

/// One record, as the page shows it. All text in it is to be shown, and may hold what servers said.
struct DnsRow
{
    enum class Standing {
        NotLooked,
        Missing, ///< waits for the person
        Wrong, ///< waits for the person
        CannotSay, ///< something about the whole domain or the network is in the way
        Settling, ///< right at some of the provider's servers
        AtProvider, ///< right at all of them
        Public, ///< public resolvers have it too
        SeenByClerk,
        Done, ///< Clerk sees it and has its certificate, where it needs one
    };

    QString host; ///< full name; also what identifies the row
    QString type;
    QString nameToType; ///< as the provider wants it; the full name while the zone is not known
    QString shortName; ///< relative to the zone; empty while that is not known
    QString fullName; ///< for providers that want it, with a final dot where that is needed
    QString value; ///< as the provider wants it, a final dot included
    QString purpose;
    bool required = true;
    bool isNew = false; ///< Clerk asked for it after the others
    Standing standing = Standing::NotLooked;
    QString word; ///< the standing, in a word or two
    QString reach; ///< who sees it, in words
    QString problem; ///< one sentence, or nothing
    QString fix; ///< what to do about it
    std::optional<FindingLink> link; ///< a page that helps, unless it is the provider's own
    std::optional<Alignment> difference; ///< what the value should be and is, where that is hard to see
    QStringList clerkHints; ///< Clerk's own remarks, as they came
    QString clerkSaw; ///< what Clerk found there; empty when it found what it wants, or nothing
    QList<DnsAnswerRow> answers;

    bool operator==(const DnsRow &) const = default;
};

/// Something about the whole domain or this network.
struct DnsCard
{
    QString id; ///< catalogue number, for support
    DnsFinding::Severity severity = DnsFinding::Severity::Info;
    QString problem;
    QString fix;
    std::optional<FindingLink> link;

    bool operator==(const DnsCard &) const = default;
};

struct DnsState
{
    enum class Tone { Waiting, YourTurn, Good, Trouble };

    QString domain; ///< as Clerk has it
    QString domainRemark; ///< set when Clerk has another one than was typed
    QString foreignRecords; ///< set when Clerk lists records of somebody else's domain, which are left out
    QString zone; ///< empty until found
    QString provider; ///< empty when unknown
    QString providerLine; ///< whose servers are in charge, in words
    QString providerConsole; ///< https address of the page where the records are edited; may be empty
    QString providerGuide; ///< https address of its own guide to adding a record; may be empty
    QStringList providerNotes; ///< what is special about its page, and the proxy
    QString connectLine; ///< that the provider may be able to set all of it by itself
    std::optional<FindingLink> domainPage; ///< Clerk's page where that starts
    QString noZoneFile; ///< why there is no zone file for this provider; empty when there is one
    Tone tone = Tone::Waiting;
    QString headline; ///< the one thing to know
    QString advice; ///< what to do about it, or what happens next
    std::optional<FindingLink> link; ///< a page that helps with it, unless it is the provider's own
    QString waitLine; ///< what is waited for and how long still, counting down; never a general "up to"
    QList<DnsCard> cards; ///< what else is true of the whole domain, the gravest first, without mere information
    QStringList remarks; ///< mere information about the whole domain
    bool silenced = false; ///< the headline makes anything said about single records pointless
    QString silence; ///< says so
    bool showsRecords = false; ///< false where typing them in would be pointless
    int right = 0; ///< of the required records
    int total = 0;
    bool looking = false;
    bool awaitsCorrection = false; ///< nothing is missing; what is there has to be put right
    bool canCheck = false; ///< there is something left that looking could find
    QString nextLook; ///< in words, counting down
    QString clerkLine; ///< when Clerk was asked and will be again, or why it could not be
    QString announcement; ///< records Clerk asked for later
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
    std::optional<QDateTime> clerkLooked; ///< when it last did, by its own word
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
    /// Clerk's page for the domains of production; nothing where an id is none.
    [[nodiscard]] static std::optional<FindingLink> domainsPage(const DeployFacts &facts);

private:
    [[nodiscard]] static QString foreignRecords(const DeployFacts &facts);
    static void addProvider(DnsState &state, const RecordWatch::View &view);
    static void addProviderNotes(DnsState &state, const RecordWatch::View &view);
    static void addDomainConnect(DnsState &state, const DnsSituation &situation);
    [[nodiscard]] static QString reasonAgainstZoneFile(const DnsState &state, const DnsProvider &provider);
    static void addSurroundings(DnsState &state, const DnsSituation &situation);
    [[nodiscard]] static QString countdown(const DnsSituation &situation);
    [[nodiscard]] static QString clerkLine(const DnsSituation &situation);
    [[nodiscard]] static QString announcement(const DnsSituation &situation);
    [[nodiscard]] static QString proxyNote(const RecordWatch::View &view);
};

} // namespace golive
