#include "wizard/steps/handoverviewmodel.h"

#include "deploy/deployment.h"
#include "foundation/clock.h"
#include "wizard/errortext.h"
#include "wizard/handover/codewords.h"
#include "wizard/handover/documentwriter.h"
#include "wizard/handoverwords.h"
#include "wizard/withdrawalwords.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace golive {

HandoverViewModel::HandoverViewModel(Deployment &deployment, Clock &clock, const SiteCheck *siteCheck, QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_clock(clock)
    , m_environment(deployment, clock)
    , m_site(deployment, siteCheck)
{
    for (const auto signal : {&Deployment::factsChanged, &Deployment::planChanged})
        connect(&m_deployment, signal, this, [this] {
            m_environment.follow();
            m_site.follow();
            follow();
        });
    connect(&m_environment, &EnvironmentPart::changed, this, &HandoverViewModel::follow);
    connect(&m_environment, &EnvironmentPart::noticeWanted, this, &HandoverViewModel::setNotice);
    connect(&m_site, &SwitchPart::changed, this, &HandoverViewModel::follow);
    follow();
}

void HandoverViewModel::enter()
{
    m_environment.follow(); // the file may have changed meanwhile
}

void HandoverViewModel::leave()
{
    m_environment.leave();
    if (m_notice.tone == Notice::Tone::Success)
        setNotice({});
}

void HandoverViewModel::choosePlace(const QString &placeId)
{
    m_deployment.change([&](DeployPlan &plan) { plan.hostingPlace = placeId; });
}

void HandoverViewModel::tick(const QString &rowId, bool ticked)
{
    m_deployment.change([&](DeployPlan &plan) {
        plan.tickedHandover.removeAll(rowId);
        if (ticked)
            plan.tickedHandover.append(rowId);
    });
}

void HandoverViewModel::setKeysTaken(bool taken)
{
    m_deployment.change([&](DeployPlan &plan) { plan.keysTaken = taken; });
}

void HandoverViewModel::dismissNotice()
{
    setNotice({});
}

void HandoverViewModel::setNotice(const Notice &notice)
{
    m_notice = notice;
    follow();
}

void HandoverViewModel::saveCode(const QString &rowId, const QString &path)
{
    const auto row = std::find_if(m_state.code.cbegin(), m_state.code.cend(),
                                  [&rowId](const CodeRow &each) { return each.id == rowId; });
    if (row == m_state.code.cend())
        return;
    if (QFileInfo::exists(path))
        return setNotice({Notice::Tone::Warning,
                          tr("%1 exists already and was left as it is. Choose another name, or copy the code and paste "
                             "it into it.")
                              .arg(path),
                          {}});
    save(path, row->text);
}

void HandoverViewModel::save(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return setNotice({Notice::Tone::Success, tr("Saved as %1.").arg(path), {}});
    Error error;
    error.kind = Error::Kind::StorageFailed;
    error.detail = QStringLiteral("%1: %2").arg(path, file.errorString());
    setNotice(noticeFor(error));
}

DocumentInput HandoverViewModel::documentInput() const
{
    return {m_deployment.plan(), m_deployment.facts(), m_environment.framework(),
            hostingPlaceWithId(m_deployment.plan().hostingPlace), m_clock.now()};
}

QString HandoverViewModel::documentAsMarkdown() const
{
    return markdownOf(DocumentWriter::write(documentInput()));
}

QString HandoverViewModel::documentAsHtml() const
{
    return htmlOf(DocumentWriter::write(documentInput()));
}

QString HandoverViewModel::documentName() const
{
    return DocumentWriter::fileName(documentInput(), QStringLiteral("html"));
}

void HandoverViewModel::saveDocument(const QString &path)
{
    save(path, path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) ? documentAsMarkdown() : documentAsHtml());
}

void HandoverViewModel::follow()
{
    if (m_applicationId != m_deployment.plan().applicationId) {
        m_applicationId = m_deployment.plan().applicationId;
        m_notice = {};
    }
    const DeployFacts &facts = m_deployment.facts();
    const HostLayout layout = hostLayout(m_deployment.plan(), facts);
    State next;
    next.ready = facts.production().has_value();
    next.keysTaken = m_deployment.plan().keysTaken;
    next.live = facts.status && facts.status->complete;
    next.headline = HandoverWords::headline(next.ready, next.live, next.keysTaken);
    next.explanation = HandoverWords::whatNow(next.ready, next.live, next.keysTaken);
    if (const QString taken = WithdrawalWords::keys(m_deployment.entry().confirmations.keysWithdrawn); !taken.isEmpty())
        next.explanation = taken; // instead of what is said the first time
    next.keysTakenHint = HandoverWords::explanation(HandoverTask::KeysOnHost, layout);
    next.environment = m_environment.state();
    next.site = m_site.state();
    fillPlace(next);
    fillCode(next);
    fillChecklist(next);
    next.goodToKnow = CodeWords::goodToKnow(layout);
    next.notice = m_notice;
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

void HandoverViewModel::fillPlace(State &next) const
{
    const auto place = hostingPlaceWithId(m_deployment.plan().hostingPlace);
    if (!place)
        return;
    next.placeId = place->id;
    next.placeSteps = CodeWords::steps(*place);
    next.placePreviews = CodeWords::previews(*place);
    next.placeConsole = place->console;
}

void HandoverViewModel::fillCode(State &next) const
{
    const HostLayout layout = hostLayout(m_deployment.plan(), m_deployment.facts());
    for (const CodeSnippet &snippet : serverCode(m_environment.framework(), layout))
        next.code.append(
            {snippet.id, CodeWords::title(snippet), CodeWords::explanation(snippet), snippet.file, snippet.text});
}

void HandoverViewModel::fillChecklist(State &next) const
{
    const HostLayout layout = hostLayout(m_deployment.plan(), m_deployment.facts());
    for (const HandoverRow &row : handoverChecklist(m_deployment.plan(), m_deployment.facts()))
        if (row.task != HandoverTask::KeysOnHost)
            next.checklist.append({handoverId(row.task), HandoverWords::title(row.task),
                                   HandoverWords::explanation(row.task, layout), row.need,
                                   HandoverWords::heading(row.need), row.ticked});
    std::stable_sort(next.checklist.begin(), next.checklist.end(),
                     [](const ChecklistRow &one, const ChecklistRow &other) { return one.need < other.need; });
}

} // namespace golive
