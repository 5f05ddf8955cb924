#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace golive {

/// Clerk's words for one part of a domain; a word we do not know counts as `InProgress`.
enum class ComponentState { NotStarted, InProgress, Complete, Failed };

/// Clerk's own remark on a failure. The codes are documented nowhere; show `message` as it is.
struct FailureHint
{
    QString code;
    QString message;

    bool operator==(const FailureHint &) const = default;
};

struct Component
{
    ComponentState state = ComponentState::NotStarted;
    bool required = true;
    QList<FailureHint> hints;

    [[nodiscard]] bool isDone() const { return !required || state == ComponentState::Complete; }

    bool operator==(const Component &) const = default;
};

/// How Clerk sees one record.
struct RecordStatus
{
    QString key; ///< Clerk's name for the row, such as `clk._domainkey`; unknown keys are records too
    QString from;
    QString to;
    bool verified = false;
    bool required = true;
    QStringList actual; ///< what Clerk found there
    QList<FailureHint> hints;

    bool operator==(const RecordStatus &) const = default;
};

/// What Clerk says about a domain. `complete` is the only meaning of "done"; the components may
/// all be complete while Clerk is still finishing.
struct DomainStatus
{
    bool complete = false;
    Component dns;
    QList<RecordStatus> records;
    Component ssl;
    QMap<QString, Component> sslHosts;
    std::optional<Component> mail;
    std::optional<Component> proxy;
    std::optional<QDateTime> lastRunAt; ///< of Clerk's DNS check, in UTC; only a check answers it

    bool operator==(const DomainStatus &) const = default;
};

} // namespace golive
