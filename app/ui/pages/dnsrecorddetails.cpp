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

DnsRecordDetails::DnsRecordDetails(ClipboardGuard &clipboard, const QString &host, std::function<QString()> forSupport,
                                   QWidget *parent)
    : QWidget(parent)
    , m_howTo(new TextLabel({}, TextRole::Body, this))
    , m_shortTitle(muted(tr("The name in short, for providers that add the domain by themselves"), this))
    , m_shortName(new TechnicalText({}, this))
    , m_copyShortName(new CopyButton(clipboard, tr("short name of %1").arg(host), this))
    , m_fullName(new TechnicalText({}, this))
    , m_copyFullName(new CopyButton(clipboard, tr("full name %1").arg(host), this))
    , m_shortBlock(buildName(m_shortName, m_shortTitle, m_copyShortName))
    , m_clerkTitle(muted(tr("Clerk remarks"), this))
    , m_clerkWords(new TextLabel({}, TextRole::Body, this))
    , m_clerkSaw(new TextLabel({}, TextRole::Body, this))
    , m_answersTitle(muted(tr("What each server answered"), this))
    , m_copyAnswers(new CopyButton(clipboard, tr("all answers about %1").arg(host), this))
    , m_column(new QVBoxLayout(this))
{
    m_copyShortName->setObjectName(QStringLiteral("copyShortName_") + host);
    m_copyShortName->setValue([this] { return m_shortName->value(); });
    m_copyFullName->setObjectName(QStringLiteral("copyFullName_") + host);
    m_copyFullName->setValue([this] { return m_fullName->value(); });
    m_copyAnswers->setObjectName(QStringLiteral("copyAnswers_") + host);
    m_copyAnswers->setCaption(tr("Copy for support"));
    m_copyAnswers->setValue(std::move(forSupport));
    build();
}

void DnsRecordDetails::build()
{
    m_clerkWords->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_clerkSaw->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(8);
    answers->addWidget(m_answersTitle, 1, Qt::AlignVCenter);
    answers->addWidget(m_copyAnswers, 0, Qt::AlignVCenter);
    m_column->setContentsMargins(0, 4, 0, 8);
    m_column->setSpacing(6);
    m_column->addWidget(m_howTo);
    m_column->addWidget(m_shortBlock);
    m_column->addWidget(
        buildName(m_fullName, muted(tr("The name in full, for providers that ask for it"), this), m_copyFullName));
    m_column->addWidget(m_clerkTitle);
    m_column->addWidget(m_clerkWords);
    m_column->addWidget(m_clerkSaw);
    m_column->addLayout(answers);
}

QWidget *DnsRecordDetails::buildName(TechnicalText *text, TextLabel *caption, CopyButton *copy)
{
    auto *block = new QWidget(this);
    copy->setCompact(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(text, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(caption);
    column->addLayout(row);
    return block;
}

void DnsRecordDetails::setRow(const DnsRow &row)
{
    const bool isMissing = row.standing == DnsRow::Standing::Missing; // the row itself shows all other fixes
    m_howTo->setText(isMissing ? row.fix : QString());
    m_howTo->setVisible(!m_howTo->text().isEmpty());
    m_shortBlock->setVisible(!row.shortName.isEmpty() && row.shortName != row.nameToType);
    m_shortName->setValue(row.shortName);
    m_fullName->setValue(row.fullName);
    m_clerkWords->setText(row.clerkHints.join(QLatin1Char('\n')));
    m_clerkWords->setVisible(!row.clerkHints.isEmpty());
    m_clerkSaw->setText(tr("Clerk found: %1").arg(row.clerkSaw));
    m_clerkSaw->setVisible(!row.clerkSaw.isEmpty());
    m_clerkTitle->setVisible(!row.clerkHints.isEmpty() || !row.clerkSaw.isEmpty());
    m_answersTitle->setVisible(!row.answers.isEmpty());
    m_copyAnswers->setVisible(!row.answers.isEmpty());
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
