#include "deploy/patchrun.h"

#include "clerk/platformapi.h"
#include "model/settings/settingspatch.h"

#include <QMap>

#include <algorithm>

namespace golive {
namespace {

constexpr int mostRefusals = 50; // each takes a request of its own

using Batch = QList<ComparedSetting>;

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Rejected || error.kind == Error::Kind::PlanTooSmall;
}

/// True when the field that Clerk names is this setting, is inside it, or is a group it belongs to.
bool isNamedBy(const QString &field, const SettingPath &path)
{
    const QString name = path.join(QLatin1Char('.'));
    return field == name || field.startsWith(name + QLatin1Char('.')) || field.startsWith(name + QLatin1Char('['))
        || name.startsWith(field + QLatin1Char('.'));
}

Batch namedIn(const Batch &batch, const QString &field)
{
    Batch named;
    if (field.isEmpty())
        return named;
    const auto collect = [&batch, &named](const QString &name) {
        std::copy_if(batch.begin(), batch.end(), std::back_inserter(named),
                     [&name](const ComparedSetting &each) { return isNamedBy(name, each.path); });
    };
    collect(field);
    if (named.isEmpty()) // such as a credential that is missing beside what was sent
        collect(field.section(QLatin1Char('.'), 0, 0));
    return named;
}

QList<Batch> sectionsOf(const Batch &batch)
{
    QMap<QString, Batch> sections;
    for (const ComparedSetting &each : batch)
        sections[each.path.constFirst()].append(each);
    return sections.values();
}

void replaceSections(InstanceConfig &config, const QJsonObject &sections)
{
    for (auto each = sections.begin(); each != sections.end(); ++each)
        config.settings.insert(each.key(), each.value());
}

void appendPaths(QList<SettingPath> &paths, const Batch &batch)
{
    for (const ComparedSetting &each : batch)
        paths.append(each.path);
}

} // namespace

QFuture<Result<PatchRunResult>> PatchRun::start(PlatformApi &api, Wanted wanted, QObject *parent)
{
    auto *run = new PatchRun(api, std::move(wanted), parent);
    auto future = run->m_promise.future();
    run->sendNext();
    return future;
}

PatchRun::PatchRun(PlatformApi &api, Wanted wanted, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_wanted(std::move(wanted))
    , m_batches({m_wanted.settings})
{
    m_result.after.version = m_wanted.version;
}

void PatchRun::sendNext()
{
    while (!m_batches.isEmpty() && m_batches.constFirst().isEmpty())
        m_batches.removeFirst();
    if (m_batches.isEmpty())
        return end();
    const Batch batch = m_batches.takeFirst();
    ConfigPatch patch;
    patch.changes = patchOf(batch);
    patch.ifMatch = m_result.after.version;
    patch.dryRun = m_wanted.mode == Mode::Preview;
    onAnswer(m_api.patchConfig(m_wanted.applicationId, QStringLiteral("production"), patch), this,
             [this, batch](const Result<ConfigChange> &answer) {
                 if (answer)
                     take(batch, *answer);
                 else if (isRefusal(answer.error()) && m_refusals < mostRefusals)
                     refuse(batch, answer.error());
                 else
                     stop(batch, answer.error());
             });
}

void PatchRun::take(const Batch &batch, const ConfigChange &change)
{
    appendPaths(m_result.accepted, batch);
    for (auto each = change.before.begin(); each != change.before.end(); ++each)
        if (!m_result.before.settings.contains(each.key()))
            m_result.before.settings.insert(each.key(), each.value());
    replaceSections(m_result.after, change.after);
    if (m_wanted.mode == Mode::ForReal)
        m_result.after.version = change.version; // without one, the next patch could only be refused
    sendNext();
}

void PatchRun::refuse(const Batch &batch, const Error &error)
{
    ++m_refusals;
    Batch minded = namedIn(batch, error.field);
    const QList<Batch> sections = sectionsOf(batch);
    if (minded.isEmpty() && sections.size() > 1) {
        m_batches = sections + m_batches;
        return sendNext();
    }
    if (minded.isEmpty())
        minded = batch;
    Batch rest = batch;
    rest.removeIf([&minded](const ComparedSetting &each) { return minded.contains(each); });
    for (const ComparedSetting &each : std::as_const(minded))
        m_result.refused.insert(each.path, error);
    m_batches.prepend(rest);
    sendNext();
}

void PatchRun::stop(const Batch &batch, const Error &error)
{
    m_result.stoppedBy = error;
    appendPaths(outcomeIsUnknown(error) ? m_result.unsure : m_result.unsent, batch);
    for (const Batch &waiting : std::as_const(m_batches))
        appendPaths(m_result.unsent, waiting);
    end();
}

void PatchRun::end()
{
    m_promise.resolve(m_result);
    deleteLater();
}

} // namespace golive
