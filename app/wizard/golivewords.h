#pragma once

#include "model/domainstatus.h"
#include "wizard/notice.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>

#include <optional>

namespace golive {

/// One line of Clerk's view of the domain, in the order in which they come true.
struct GoLivePart
{
    enum class Id { Dns, Certificate, Mail, Proxy, Overall };
    enum class Standing { Waiting, YourTurn, Working, Done, Failed };

    Id id = Id::Dns;
    Standing standing = Standing::Waiting;
    QString title;
    QString text; ///< how it stands and whose turn it is
    QStringList remarks; ///< Clerk's own words, server text

    bool operator==(const GoLivePart &) const = default;
};

/// The whole of it at a glance: whose turn it is.
enum class GoLiveOutlook {
    NoInstance,
    Unknown, ///< Clerk has not said anything yet
    RecordsMissing, ///< the person's turn
    ClerkIsWorking, ///< nobody's turn but Clerk's
    Trouble, ///< something failed at Clerk
    Live,
};

/// The sentences of the step that waits for Clerk and hands the keys over.
class GoLiveWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::GoLiveWords)

public:
    [[nodiscard]] static QList<GoLivePart> partsOf(const std::optional<DomainStatus> &status);
    [[nodiscard]] static GoLiveOutlook outlook(bool instanceExists, const std::optional<DomainStatus> &status);
    /// Of a domain that Clerk listed a while ago.
    [[nodiscard]] static QString vanished(const QString &domain);
    [[nodiscard]] static QString afterVanishing();
    [[nodiscard]] static QString headline(GoLiveOutlook outlook);
    /// What that means and what to do, in one or two sentences.
    [[nodiscard]] static QString explanation(GoLiveOutlook outlook);
    /// In the person's time zone and manner of writing.
    [[nodiscard]] static QString timeOfDay(const QDateTime &utc);
    [[nodiscard]] static QString couldNotAsk(const QDateTime &utc, const Error &error);
    [[nodiscard]] static Notice keyMissing(const Error &error);
    /// `permanent`: this computer has a password store that outlives the program.
    [[nodiscard]] static QString keyPlace(bool kept, bool onlyInMemory, bool permanent);

private:
    [[nodiscard]] static GoLivePart dnsPart(const DomainStatus &status);
    [[nodiscard]] static GoLivePart certificatePart(const DomainStatus &status);
    [[nodiscard]] static GoLivePart mailPart(const Component &mail);
    [[nodiscard]] static GoLivePart proxyPart(const Component &proxy);
    [[nodiscard]] static GoLivePart overallPart(const DomainStatus &status);
};

} // namespace golive
