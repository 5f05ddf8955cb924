#include "ui/pages/dnsrecorddetails.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/technicaltext.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace golive {
namespace {

TextLabel *muted(const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(text, TextRole::Small, parent);
    label->setMuted(true);
    return label;
}

QWidget *saidLabel(const DnsAnswerRow &answer, QWidget *parent)
{
    if (answer.right)
        return new StatusLabel(StatusTone::Success, answer.said, parent);
    return new TextLabel(answer.said, TextRole::Body, parent);
}

} // namespace

DnsRecordDetails::DnsRecordDetails(ClipboardGuard &clipboard, const QString &host, QWidget *parent)
    : QWidget(parent)
    , m_howTo(new TextLabel({}, TextRole::Body, this))
    , m_clerkTitle(muted(tr("Clerk remarks"), this))
    , m_clerkWords(new TextLabel({}, TextRole::Body, this))
    , m_clerkSaw(new TextLabel({}, TextRole::Body, this))
    , m_answersTitle(muted(tr("What each server answered"), this))
    , m_column(new QVBoxLayout(this))
{
    auto *copy = new CopyButton(clipboard, tr("full name %1").arg(host), this);
    copy->setObjectName(QStringLiteral("copyFullName_") + host);
    copy->setCompact(true);
    copy->setValue([host] { return host; });
    auto *name = new QHBoxLayout;
    name->setSpacing(4);
    name->addWidget(new TechnicalText(host, this), 1);
    name->addWidget(copy, 0, Qt::AlignTop);

    m_clerkWords->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_clerkSaw->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->setContentsMargins(0, 4, 0, 8);
    m_column->setSpacing(6);
    m_column->addWidget(m_howTo);
    m_column->addWidget(muted(tr("The full name, for providers that ask for it"), this));
    m_column->addLayout(name);
    m_column->addWidget(m_clerkTitle);
    m_column->addWidget(m_clerkWords);
    m_column->addWidget(m_clerkSaw);
    m_column->addWidget(m_answersTitle);
}

void DnsRecordDetails::setRow(const DnsRow &row)
{
    const bool isMissing = row.standing == DnsRow::Standing::Missing; // the row itself shows all other fixes
    m_howTo->setText(isMissing ? row.fix : QString());
    m_howTo->setVisible(!m_howTo->text().isEmpty());
    m_clerkWords->setText(row.clerkHints.join(QLatin1Char('\n')));
    m_clerkWords->setVisible(!row.clerkHints.isEmpty());
    m_clerkSaw->setText(tr("Clerk found: %1").arg(row.clerkSaw));
    m_clerkSaw->setVisible(!row.clerkSaw.isEmpty());
    m_clerkTitle->setVisible(!row.clerkHints.isEmpty() || !row.clerkSaw.isEmpty());
    m_answersTitle->setVisible(!row.answers.isEmpty());
    if (m_shown != row.answers)
        showAnswers(row.answers);
}

void DnsRecordDetails::showAnswers(const QList<DnsAnswerRow> &answers)
{
    m_shown = answers;
    delete m_answers;
    m_answers = new QWidget(this);
    auto *grid = new QGridLayout(m_answers);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    int line = 0;
    for (const DnsAnswerRow &answer : answers) {
        auto *who = new QVBoxLayout;
        who->setSpacing(0);
        who->addWidget(new TextLabel(answer.server, TextRole::Small, m_answers));
        who->addWidget(muted(answer.role, m_answers));
        auto *what = new QVBoxLayout;
        what->setSpacing(0);
        what->addWidget(saidLabel(answer, m_answers));
        if (!answer.when.isEmpty())
            what->addWidget(muted(answer.when, m_answers));
        grid->addLayout(who, line, 0, Qt::AlignTop);
        grid->addLayout(what, line, 1, Qt::AlignTop);
        ++line;
    }
    m_column->addWidget(m_answers);
    m_answers->show();
}

} // namespace golive
