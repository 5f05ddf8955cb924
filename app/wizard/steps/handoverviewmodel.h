#pragma once

#include "handover/checklist.h"
#include "wizard/handover/environmentpart.h"
#include "wizard/handover/switchpart.h"
#include "wizard/stepviewmodel.h"

#include <QList>
#include <QUrl>

namespace golive {

struct CodeSnippet;
struct DocumentInput;

/// Tells the application and its hosting: the variables, the code, the check, and what remains.
class HandoverViewModel final : public StepViewModel
{
    Q_OBJECT

public:
    struct ChecklistRow
    {
        QString id;
        QString text;
        QString explanation;
        HandoverNeed need = HandoverNeed::Always;
        QString heading; ///< of the rows of this need
        bool ticked = false;

        bool operator==(const ChecklistRow &) const = default;
    };

    struct CodeRow
    {
        QString id;
        QString title;
        QString explanation;
        QString file; ///< a name to save it under
        QString text;

        bool operator==(const CodeRow &) const = default;
    };

    struct State
    {
        bool ready = false; ///< there is something to hand over
        bool keysTaken = false;
        bool live = false; ///< the domain is
        QString headline;
        QString explanation;
        QString keysTakenHint;
        EnvironmentState environment;
        QString placeId;
        QStringList placeSteps;
        QString placePreviews;
        QUrl placeConsole; ///< empty where there is none
        QList<CodeRow> code;
        SwitchState site;
        QList<ChecklistRow> checklist; ///< without the keys, which have a tick of their own
        QStringList goodToKnow;
        Notice notice;

        bool operator==(const State &) const = default;
    };

    /// No `siteCheck`: there is no site to look at, as in practice. It outlives this.
    HandoverViewModel(Deployment &deployment, Clock &clock, const SiteCheck *siteCheck, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    /// For what the person does with the variables.
    [[nodiscard]] EnvironmentPart &environment() { return m_environment; }
    /// For the look at the site.
    [[nodiscard]] SwitchPart &site() { return m_site; }

    void enter() override;
    void leave() override;

    void choosePlace(const QString &placeId);
    void tick(const QString &rowId, bool ticked);
    void setKeysTaken(bool taken);
    void dismissNotice();
    /// Writes a piece of code; a file that is there already is left as it is.
    void saveCode(const QString &rowId, const QString &path);

    /// The document for the team. It holds no secret.
    [[nodiscard]] QString documentAsMarkdown() const;
    [[nodiscard]] QString documentAsHtml() const;
    [[nodiscard]] QString documentName() const;
    /// As Markdown where the name ends in `.md`, else as HTML. Replaces an older one.
    void saveDocument(const QString &path);

private:
    void follow();
    void setNotice(const Notice &notice);
    void save(const QString &path, const QString &text);
    [[nodiscard]] DocumentInput documentInput() const;
    void fillCode(State &next) const;
    void fillChecklist(State &next) const;
    void fillPlace(State &next) const;

    Deployment &m_deployment;
    Clock &m_clock;
    QString m_applicationId; ///< whose notice this is
    EnvironmentPart m_environment;
    SwitchPart m_site;
    Notice m_notice;
    State m_state;
};

} // namespace golive
