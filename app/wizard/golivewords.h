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
    enum class Standing { Waiting, Working, Done, Failed };

    Id id = Id::Dns;
    Standing standing = Standing::Waiting;
    QString title;
    QString text; ///< how it stands and whose turn it is
    QStringList remarks; ///< Clerk's own words, server text

    bool operator==(const GoLivePart &) const = default;
};

/// The sentences of the last step.
class GoLiveWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::GoLiveWords)

public:
    [[nodiscard]] static QList<GoLivePart> partsOf(const std::optional<DomainStatus> &status);
    [[nodiscard]] static QString headline(const std::optional<DomainStatus> &status);
    /// In the person's time zone and manner of writing.
    [[nodiscard]] static QString timeOfDay(const QDateTime &utc);
    [[nodiscard]] static QString couldNotAsk(const QDateTime &utc, const Error &error);
    [[nodiscard]] static Notice keyMissing(const Error &error);
    [[nodiscard]] static QString keyPlace(bool kept, bool onlyInMemory);

private:
    [[nodiscard]] static GoLivePart dnsPart(const DomainStatus &status);
    [[nodiscard]] static GoLivePart certificatePart(const DomainStatus &status);
    [[nodiscard]] static GoLivePart mailPart(const DomainStatus &status);
    [[nodiscard]] static GoLivePart proxyPart(const Component &proxy);
    [[nodiscard]] static GoLivePart overallPart(const DomainStatus &status);
};

} // namespace golive
