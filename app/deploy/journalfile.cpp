#include "deploy/journalfile.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace golive {
namespace {

constexpr int schemaVersion = 1;
constexpr qsizetype mostTraceIds = 20;

using Settings = DeployPlan::Settings;

QString wordFor(Settings settings)
{
    switch (settings) {
    case Settings::Undecided: break;
    case Settings::CloneDevelopment: return QStringLiteral("clone");
    case Settings::ClerkDefaults: return QStringLiteral("defaults");
    }
    return QStringLiteral("undecided");
}

Settings settingsFrom(const QString &word)
{
    for (const Settings each : {Settings::CloneDevelopment, Settings::ClerkDefaults})
        if (word == wordFor(each))
            return each;
    return Settings::Undecided;
}

QJsonValue timeValue(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QDateTime timeFrom(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

QStringList wordsFrom(const QJsonValue &value)
{
    QStringList words;
    const QJsonArray array = value.toArray();
    for (const auto &each : array)
        if (each.isString())
            words.append(each.toString());
    return words;
}

using Backend = HostChoices::Backend;
using ClerkAccess = HostChoices::ClerkAccess;

QJsonObject hostsObject(const HostChoices &hosts)
{
    return {
        {QStringLiteral("website"), hosts.website},
        {QStringLiteral("nativeApp"), hosts.nativeApp},
        {QStringLiteral("extension"), hosts.extension},
        {QStringLiteral("siteHosts"), QJsonArray::fromStringList(hosts.siteHosts)},
        {QStringLiteral("separateBackend"), hosts.backend == Backend::SeparateHost},
        {QStringLiteral("apiHost"), hosts.apiHost},
        {QStringLiteral("satellites"), QJsonArray::fromStringList(hosts.satellites)},
        {QStringLiteral("proxied"), hosts.clerkAccess == ClerkAccess::Proxy},
        {QStringLiteral("proxyPath"), hosts.proxyPath},
    };
}

/// Before the program knew more than same and separate, two values of the plan said it.
HostChoices hostsFrom(const QJsonObject &plan)
{
    HostChoices hosts;
    const QJsonValue value = plan[QLatin1String("hosts")];
    if (!value.isObject()) {
        hosts.apiHost = plan[QLatin1String("backendHost")].toString();
        hosts.backend = plan[QLatin1String("separateHost")].toBool() ? Backend::SeparateHost : Backend::SameHost;
        return hosts;
    }
    const QJsonObject object = value.toObject();
    hosts.nativeApp = object[QLatin1String("nativeApp")].toBool();
    hosts.extension = object[QLatin1String("extension")].toBool();
    hosts.website = object[QLatin1String("website")].toBool(true) || (!hosts.nativeApp && !hosts.extension);
    hosts.siteHosts = wordsFrom(object[QLatin1String("siteHosts")]);
    hosts.backend = object[QLatin1String("separateBackend")].toBool() ? Backend::SeparateHost : Backend::SameHost;
    hosts.apiHost = object[QLatin1String("apiHost")].toString();
    hosts.satellites = wordsFrom(object[QLatin1String("satellites")]);
    hosts.clerkAccess = object[QLatin1String("proxied")].toBool() ? ClerkAccess::Proxy : ClerkAccess::Dns;
    hosts.proxyPath = object[QLatin1String("proxyPath")].toString(HostChoices::defaultProxyPath());
    return hosts;
}

QJsonObject datesObject(const QMap<QString, QDate> &dates)
{
    QJsonObject object;
    for (auto each = dates.cbegin(); each != dates.cend(); ++each)
        object.insert(each.key(), each.value().toString(Qt::ISODate));
    return object;
}

QMap<QString, QDate> datesFrom(const QJsonValue &value)
{
    QMap<QString, QDate> dates;
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        if (const QDate date = QDate::fromString(each.value().toString(), Qt::ISODate); date.isValid())
            dates.insert(each.key(), date);
    return dates;
}

QJsonObject planObject(const DeployPlan &plan)
{
    return {
        {QStringLiteral("applicationId"), plan.applicationId},
        {QStringLiteral("applicationName"), plan.applicationName},
        {QStringLiteral("settings"), wordFor(plan.settings)},
        {QStringLiteral("domain"), plan.domain},
        {QStringLiteral("domainTyped"), plan.domainTyped},
        {QStringLiteral("hosts"), hostsObject(plan.hosts)},
        {QStringLiteral("skippedProviders"), QJsonArray::fromStringList(plan.skippedProviders)},
        {QStringLiteral("confirmedRedirects"), QJsonArray::fromStringList(plan.confirmedRedirects)},
        {QStringLiteral("draftedProviders"), QJsonArray::fromStringList(plan.draftedProviders)},
        {QStringLiteral("keptCredentials"), QJsonArray::fromStringList(plan.keptCredentials)},
        {QStringLiteral("secretExpiries"), datesObject(plan.secretExpiries)},
        {QStringLiteral("triedProviders"), QJsonArray::fromStringList(plan.triedProviders)},
        {QStringLiteral("providersSetUpElsewhere"), plan.providersSetUpElsewhere},
        {QStringLiteral("settingsCompared"), plan.settingsCompared},
        {QStringLiteral("keysTaken"), plan.keysTaken},
        {QStringLiteral("tickedHandover"), QJsonArray::fromStringList(plan.tickedHandover)},
        {QStringLiteral("framework"), plan.framework},
        {QStringLiteral("hostingPlace"), plan.hostingPlace},
    };
}

DeployPlan planFrom(const QJsonObject &object)
{
    DeployPlan plan;
    plan.applicationId = object[QLatin1String("applicationId")].toString();
    plan.applicationName = object[QLatin1String("applicationName")].toString();
    plan.settings = settingsFrom(object[QLatin1String("settings")].toString());
    plan.domain = object[QLatin1String("domain")].toString();
    plan.domainTyped = object[QLatin1String("domainTyped")].toString();
    plan.hosts = hostsFrom(object);
    plan.skippedProviders = wordsFrom(object[QLatin1String("skippedProviders")]);
    plan.confirmedRedirects = wordsFrom(object[QLatin1String("confirmedRedirects")]);
    plan.draftedProviders = wordsFrom(object[QLatin1String("draftedProviders")]);
    plan.keptCredentials = wordsFrom(object[QLatin1String("keptCredentials")]);
    plan.secretExpiries = datesFrom(object[QLatin1String("secretExpiries")]);
    plan.triedProviders = wordsFrom(object[QLatin1String("triedProviders")]);
    plan.providersSetUpElsewhere = object[QLatin1String("providersSetUpElsewhere")].toBool();
    plan.settingsCompared = object[QLatin1String("settingsCompared")].toBool();
    plan.keysTaken = object[QLatin1String("keysTaken")].toBool();
    plan.tickedHandover = wordsFrom(object[QLatin1String("tickedHandover")]);
    plan.framework = object[QLatin1String("framework")].toString();
    plan.hostingPlace = object[QLatin1String("hostingPlace")].toString();
    return plan;
}

using Cause = Confirmations::Cause;

QString wordFor(Cause cause)
{
    switch (cause) {
    case Cause::None: break;
    case Cause::OtherInstance: return QStringLiteral("instance");
    case Cause::OtherAddress: return QStringLiteral("address");
    case Cause::OtherClient: return QStringLiteral("client");
    case Cause::OtherSecret: return QStringLiteral("secret");
    }
    return {};
}

Cause causeFrom(const QString &word)
{
    for (const Cause each : {Cause::OtherInstance, Cause::OtherAddress, Cause::OtherClient, Cause::OtherSecret})
        if (word == wordFor(each))
            return each;
    return Cause::None;
}

QJsonObject confirmationsObject(const Confirmations &confirmations)
{
    QJsonObject clients;
    for (auto each = confirmations.clientIds.cbegin(); each != confirmations.clientIds.cend(); ++each)
        clients.insert(each.key(), each.value());
    QJsonObject redirects;
    const auto &withdrawn = confirmations.redirectsWithdrawn;
    for (auto each = withdrawn.cbegin(); each != withdrawn.cend(); ++each)
        redirects.insert(each.key(), wordFor(each.value()));
    return {
        {QStringLiteral("instanceId"), confirmations.instanceId},
        {QStringLiteral("publishableKey"), confirmations.publishableKey},
        {QStringLiteral("redirectUri"), confirmations.redirectUri},
        {QStringLiteral("clientIds"), clients},
        {QStringLiteral("keysWithdrawn"), wordFor(confirmations.keysWithdrawn)},
        {QStringLiteral("redirectsWithdrawn"), redirects},
    };
}

/// A file from before the program noted them says at least for which instance the ticks were given.
Confirmations confirmationsFrom(const QJsonObject &object, const QString &instanceId)
{
    Confirmations confirmations;
    confirmations.instanceId = object[QLatin1String("instanceId")].toString(instanceId);
    confirmations.publishableKey = object[QLatin1String("publishableKey")].toString();
    confirmations.redirectUri = object[QLatin1String("redirectUri")].toString();
    const QJsonObject clients = object[QLatin1String("clientIds")].toObject();
    for (auto each = clients.begin(); each != clients.end(); ++each)
        if (each.value().isString())
            confirmations.clientIds.insert(each.key(), each.value().toString());
    confirmations.keysWithdrawn = causeFrom(object[QLatin1String("keysWithdrawn")].toString());
    const QJsonObject redirects = object[QLatin1String("redirectsWithdrawn")].toObject();
    for (auto each = redirects.begin(); each != redirects.end(); ++each)
        if (const Cause cause = causeFrom(each.value().toString()); cause != Cause::None)
            confirmations.redirectsWithdrawn.insert(each.key(), cause);
    return confirmations;
}

QString fileNamePart(const QString &text)
{
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9.-]"));
    return text.left(60).replace(unsafe, QStringLiteral("_"));
}

} // namespace

QByteArray journalFileOf(const JournalEntry &entry)
{
    const QJsonObject object {
        {QStringLiteral("schema"), schemaVersion},
        {QStringLiteral("clerkHost"), entry.clerkHost},
        {QStringLiteral("plan"), planObject(entry.plan)},
        {QStringLiteral("confirmations"), confirmationsObject(entry.confirmations)},
        {QStringLiteral("productionInstanceId"), entry.productionInstanceId},
        {QStringLiteral("startedAt"), timeValue(entry.startedAt)},
        {QStringLiteral("changedAt"), timeValue(entry.changedAt)},
        {QStringLiteral("creationAttemptedAt"), timeValue(entry.creationAttemptedAt)},
        {QStringLiteral("secretKeyKeptAt"), timeValue(entry.secretKeyKeptAt)},
        {QStringLiteral("revision"), entry.revision},
        {QStringLiteral("finished"), entry.finished},
        {QStringLiteral("traceIds"),
         QJsonArray::fromStringList(entry.traceIds.mid(std::max<qsizetype>(0, entry.traceIds.size() - mostTraceIds)))},
    };
    return QJsonDocument(object).toJson();
}

std::optional<JournalEntry> journalEntryFrom(const QByteArray &contents)
{
    const QJsonObject object = QJsonDocument::fromJson(contents).object();
    if (object[QLatin1String("schema")].toInt() != schemaVersion)
        return std::nullopt;
    JournalEntry entry;
    entry.clerkHost = object[QLatin1String("clerkHost")].toString();
    entry.plan = planFrom(object[QLatin1String("plan")].toObject());
    if (entry.clerkHost.isEmpty() || entry.plan.applicationId.isEmpty())
        return std::nullopt;
    entry.productionInstanceId = object[QLatin1String("productionInstanceId")].toString();
    entry.confirmations
        = confirmationsFrom(object[QLatin1String("confirmations")].toObject(), entry.productionInstanceId);
    entry.startedAt = timeFrom(object[QLatin1String("startedAt")]);
    entry.changedAt = timeFrom(object[QLatin1String("changedAt")]);
    entry.creationAttemptedAt = timeFrom(object[QLatin1String("creationAttemptedAt")]);
    entry.secretKeyKeptAt = timeFrom(object[QLatin1String("secretKeyKeptAt")]);
    entry.revision = object[QLatin1String("revision")].toInteger();
    entry.finished = object[QLatin1String("finished")].toBool();
    entry.traceIds = wordsFrom(object[QLatin1String("traceIds")]);
    return entry;
}

QString journalFileName(const QString &clerkHost, const QString &applicationId)
{
    const QByteArray identity = clerkHost.toUtf8() + '\n' + applicationId.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().left(12);
    return fileNamePart(clerkHost) + QLatin1Char('_') + fileNamePart(applicationId) + QLatin1Char('_')
        + QString::fromLatin1(hash) + QStringLiteral(".json");
}

} // namespace golive
