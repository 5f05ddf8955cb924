#pragma once

#include "model/domain.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace golive {

/// How long the practice world takes for what takes Clerk minutes or hours.
struct Pace
{
    std::chrono::milliseconds check {1'000}; ///< from the start of a DNS check to its outcome
    std::chrono::milliseconds betweenChecks {10'000}; ///< a second request sooner than this is a conflict
    std::chrono::milliseconds ownChecks {15'000}; ///< how often Clerk looks without being asked
    std::chrono::milliseconds certificates {6'000}; ///< once the records are right
    std::chrono::milliseconds mail {4'000}; ///< once the records are right
    std::chrono::milliseconds finishing {2'000}; ///< everything is done, and Clerk does not say so yet

    /// Nothing takes time: for tests, and for whoever is in a hurry.
    [[nodiscard]] static constexpr Pace instant()
    {
        using namespace std::chrono_literals;
        return {0ms, 0ms, 0ms, 0ms, 0ms, 0ms};
    }
};

/// What Clerk found when it looked up one record.
struct PracticeFinding
{
    QString host;
    bool verified = false;
    QStringList actual;
    QString hintCode;
    QString hint; ///< empty when there is nothing to remark
};

struct PracticeDomain
{
    QString id;
    QString name;
    QList<DnsRecord> records;
    QDateTime created;
    bool isProviderDomain = false; ///< a hosting provider's name, reached through a path on the website
    QString proxyUrl; ///< empty until worked out

    // Times are readings of Clock::elapsed().
    std::optional<std::chrono::milliseconds> checkStarted; ///< one is under way
    std::optional<std::chrono::milliseconds> lastCheck; ///< end of the last one
    std::optional<std::chrono::milliseconds> dnsComplete; ///< since when every record is right
    std::optional<QDateTime> lastRun;
    std::optional<std::chrono::milliseconds> lastRequest; ///< the last check somebody asked for
    QList<PracticeFinding> findings; ///< of the last check; empty before the first
};

struct PracticeInstance
{
    QString id;
    QString environment; ///< `development` or `production`
    QString publishableKey;
    QString secretKey;
    QDateTime created;
    QJsonObject config; ///< sensitive values in the clear; masked on the way out
    QJsonObject schema; ///< the schema's `properties`
    int configEdition = 1; ///< counts the changes, and so makes the version
    QList<QJsonObject> redirectUrls; ///< as the API words them
    QList<QJsonObject> jwtTemplates;
    std::optional<PracticeDomain> domain; ///< a development instance has none worth showing
};

struct PracticeApplication
{
    QString id;
    QString name;
    QDateTime created;
    QList<PracticeInstance> instances;
    QStringList cloneForgets; ///< top-level keys that a clone loses besides what every clone loses
};

} // namespace golive
