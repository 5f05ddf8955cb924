#include "ui/pages/domainpage.h"

#include "ui/pages/hostlayoutblock.h"
#include "ui/pages/stagingblock.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/hostfield.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

namespace golive {
namespace {

void showWarning(StatusLabel *label, const QString &text)
{
    label->setStatus(StatusTone::Warning, text);
    label->setVisible(!text.isEmpty());
}

StatusTone toneOf(Notice::Tone tone)
{
    switch (tone) {
    case Notice::Tone::None: return StatusTone::Neutral;
    case Notice::Tone::Information: return StatusTone::Information;
    case Notice::Tone::Success: return StatusTone::Success;
    case Notice::Tone::Warning: return StatusTone::Warning;
    case Notice::Tone::Problem: return StatusTone::Problem;
    }
    Q_UNREACHABLE();
}

} // namespace

DomainPage::DomainPage(DomainViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
{
    buildDomain();
    content()->addWidget(new HostLayoutBlock(viewModel.hosts()));
    buildNames();
    bind();
    DomainPage::render();
}

QString DomainPage::title() const
{
    return tr("Choose the domain");
}

QString DomainPage::subtitle() const
{
    return tr("Where people find your application. It is hard to change later, so take your time.");
}

QString DomainPage::shortTitle() const
{
    return tr("Domain");
}

QString DomainPage::helpText() const
{
    return tr("Production needs a domain that you own, because Clerk’s names are added to it with DNS records. A "
              "provider’s name, such as one that ends in vercel.app, cannot take them.\n\n"
              "A root domain is what you registered: example.com. A subdomain is a name below it: shop.example.com. "
              "With the root domain, sign-in covers every subdomain. Choose a subdomain only if another Clerk "
              "application uses the root.\n\n"
              "Where your backend runs changes nothing in Clerk. It decides how your backend learns who is signed in: "
              "from the session cookie when it shares the website’s host, otherwise from a token in each request.");
}

void DomainPage::buildDomain()
{
    m_domain = new HostField(QStringLiteral("domain"), QStringLiteral("example.com"));
    m_domainRow = new FieldRow(tr("&Domain of your website"), m_domain);
    m_suggestion = new QPushButton;
    m_suggestion->setObjectName(QStringLiteral("useSuggestion"));
    m_explanation = new TextLabel;
    m_explanation->setObjectName(QStringLiteral("domainExplanation"));
    m_explanation->setMuted(true);
    m_caution = new StatusLabel;
    m_caution->setParagraph();
    m_caution->setObjectName(QStringLiteral("domainCaution"));
    m_root = buildRootQuestion();

    content()->addWidget(buildRepair());
    content()->addWidget(m_domainRow);
    content()->addWidget(m_suggestion, 0, Qt::AlignLeading);
    content()->addWidget(m_root);
    content()->addWidget(m_caution);
    content()->addWidget(m_explanation);
    content()->addWidget(buildFindings());
}

QWidget *DomainPage::buildRootQuestion()
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("rootQuestion"));
    m_rootQuestion = new TextLabel;
    m_useRoot = new QPushButton;
    m_useRoot->setObjectName(QStringLiteral("useRoot"));
    m_keepSubdomain = new QPushButton;
    m_keepSubdomain->setObjectName(QStringLiteral("keepSubdomain"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(m_useRoot);
    buttons->addWidget(m_keepSubdomain);
    buttons->addStretch(1);
    card->body()->addWidget(m_rootQuestion);
    card->body()->addLayout(buttons);
    return card;
}

QWidget *DomainPage::buildRepair()
{
    m_repair = new Card(tr("Clerk cannot be reached on this domain"));
    m_repair->setObjectName(QStringLiteral("domainRepair"));
    m_repairText = new TextLabel;
    m_repairButton = new QPushButton;
    m_repairButton->setObjectName(QStringLiteral("repairDomain"));
    m_repairTrouble = new StatusLabel;
    m_repairTrouble->setParagraph();
    m_repair->body()->addWidget(m_repairText);
    m_repair->body()->addWidget(m_repairTrouble);
    m_repair->body()->addWidget(m_repairButton, 0, Qt::AlignLeading);
    return m_repair;
}

QWidget *DomainPage::buildFindings()
{
    m_findings = new QWidget;
    m_findings->setObjectName(QStringLiteral("domainFindings"));
    auto *column = new QVBoxLayout(m_findings);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_looking = new BusyIndicator;
    m_looking->setText(tr("Looking at this domain in DNS…"));
    m_findingRows = new QVBoxLayout;
    m_findingRows->setSpacing(8);
    column->addWidget(m_looking);
    column->addLayout(m_findingRows);
    return m_findings;
}

void DomainPage::buildNames()
{
    m_namesCard = new Card(tr("Names that Clerk will use"));
    m_namesCard->setObjectName(QStringLiteral("clerkNames"));
    m_names = new KeyValueGrid;
    m_namesRemark = new TextLabel;
    m_namesRemark->setMuted(true);
    m_namesCard->body()->addWidget(m_names);
    m_namesCard->body()->addWidget(m_namesRemark);
    content()->addWidget(m_namesCard);
    content()->addWidget(new StagingBlock(m_viewModel.staging()));
    content()->addStretch(1);
}

void DomainPage::bind()
{
    m_domain->installEventFilter(this);
    connect(m_domain, &QLineEdit::textChanged, &m_viewModel, &DomainViewModel::setDomain);
    connect(m_domain, &QLineEdit::editingFinished, &m_viewModel, &DomainViewModel::finishDomain);
    connect(m_suggestion, &QPushButton::clicked, &m_viewModel, &DomainViewModel::useSuggestion);
    connect(m_useRoot, &QPushButton::clicked, &m_viewModel, &DomainViewModel::useRoot);
    connect(m_repairButton, &QPushButton::clicked, &m_viewModel, &DomainViewModel::repair);
    connect(m_keepSubdomain, &QPushButton::clicked, &m_viewModel, &DomainViewModel::keepSubdomain);
}

bool DomainPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_domain && event->type() == QEvent::FocusOut && !m_root->isVisible()
        && static_cast<QFocusEvent *>(event)->reason() == Qt::TabFocusReason)
        QTimer::singleShot(0, m_useRoot, [this] {
            if (m_root->isVisible())
                m_useRoot->setFocus(Qt::TabFocusReason);
        });
    return Page::eventFilter(watched, event);
}

void DomainPage::render()
{
    const DomainViewModel::State &state = m_viewModel.state();
    setNotice(state.notice);
    renderRepair(state.repair);
    renderDomain(state);
    renderFindings(state);
    renderNames(state);
}

void DomainPage::renderDomain(const DomainViewModel::State &state)
{
    m_domain->show(state.domain);
    m_domain->setReadOnly(state.readOnly);
    m_domainRow->setRemark(state.readOnly ? tr("(final: the production instance exists)") : QString());
    m_domainRow->setHint(state.understood);
    m_domainRow->setError(state.problem);
    m_suggestion->setText(tr("Use %1").arg(state.suggestion));
    m_suggestion->setVisible(!state.suggestion.isEmpty());
    m_rootQuestion->setText(state.root.text);
    m_useRoot->setText(state.root.useRoot);
    m_keepSubdomain->setText(state.root.keep);
    m_root->setVisible(state.root.isOpen);
    m_explanation->setText(state.explanation);
    m_explanation->setVisible(!state.explanation.isEmpty() && !state.root.isOpen);
    showWarning(m_caution, state.caution);
}

void DomainPage::renderRepair(const DomainViewModel::Repair &repair)
{
    m_repair->setVisible(repair.isOffered);
    m_repairText->setText(repair.text);
    m_repairButton->setText(repair.button);
    m_repairButton->setEnabled(!repair.busy);
    m_repairTrouble->setStatus(StatusTone::Problem, repair.trouble);
    m_repairTrouble->setVisible(!repair.trouble.isEmpty());
}

void DomainPage::renderFindings(const DomainViewModel::State &state)
{
    m_findings->setVisible(state.looking || !state.findings.isEmpty());
    m_looking->setVisible(state.looking);
    if (m_findingsShown == state.findings)
        return;
    m_findingsShown = state.findings;
    while (QLayoutItem *row = m_findingRows->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    for (const DomainResearch::Finding &each : state.findings) {
        auto *row = new StatusLabel(toneOf(each.tone), each.text);
        row->setParagraph();
        m_findingRows->addWidget(row);
    }
}

void DomainPage::renderNames(const DomainViewModel::State &state)
{
    m_namesCard->setVisible(!state.names.isEmpty());
    m_namesRemark->setText(state.namesRemark);
    if (m_namesShown == state.names)
        return;
    m_namesShown = state.names;
    m_names->clear();
    for (const DomainViewModel::Name &each : state.names)
        m_names->addRow(each.purpose, each.name, KeyValueGrid::Kind::Technical);
}

} // namespace golive
