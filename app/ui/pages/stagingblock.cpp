#include "ui/pages/stagingblock.h"

#include "ui/widgets/disclosure.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/hostfield.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace golive {

StagingBlock::StagingBlock(StagingPath &path, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
    , m_name(new QLineEdit)
    , m_nameRow(new FieldRow(tr("Na&me of the new application"), m_name))
    , m_domain(new HostField(QStringLiteral("stagingDomain"), QStringLiteral("staging.example.com")))
    , m_domainRow(new FieldRow(tr("Domain of s&taging"), m_domain))
    , m_create(new QPushButton(tr("Ma&ke the application and continue with it")))
    , m_outcome(new StatusLabel)
{
    m_name->setObjectName(QStringLiteral("stagingName"));
    m_create->setObjectName(QStringLiteral("createStaging"));
    m_outcome->setParagraph();
    auto *disclosure = new Disclosure(tr("Do you want staging, too?"));
    disclosure->setObjectName(QStringLiteral("staging"));
    auto *why = new TextLabel(tr("Clerk has a development and a production instance and nothing in between. Staging is "
                                 "a second application: with users, keys and settings of its own, and a production "
                                 "instance on a domain of its own. Golive makes the application and leads you through "
                                 "the same steps for it. The present application stays as it is, and you can come back "
                                 "to it at any time."));
    why->setMuted(true);
    disclosure->body()->addWidget(why);
    disclosure->body()->addWidget(m_nameRow);
    disclosure->body()->addWidget(m_domainRow);
    disclosure->body()->addWidget(m_create, 0, Qt::AlignLeading);
    disclosure->body()->addWidget(m_outcome);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(disclosure);

    connect(m_name, &QLineEdit::textChanged, &m_path, &StagingPath::setName);
    connect(m_domain, &QLineEdit::textChanged, &m_path, &StagingPath::setDomain);
    connect(m_create, &QPushButton::clicked, &m_path, &StagingPath::create);
    connect(&m_path, &StagingPath::stateChanged, this, &StagingBlock::render);
    render();
}

void StagingBlock::render()
{
    const StagingPath::State &state = m_path.state();
    if (m_name->text() != state.name) {
        const QSignalBlocker quiet(m_name);
        m_name->setText(state.name);
    }
    m_nameRow->setError(state.nameProblem);
    m_domain->show(state.domain);
    m_domainRow->setError(state.domainProblem);
    m_create->setEnabled(!state.busy);
    m_outcome->setStatus(StatusTone::Problem, state.outcome.text);
    m_outcome->setVisible(!state.outcome.isEmpty());
}

} // namespace golive
