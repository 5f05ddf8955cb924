#include "ui/pages/createpage.h"

#include "ui/widgets/bulletlist.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/storetroublepart.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace golive {
namespace {

using Phase = CreateViewModel::Phase;

QPushButton *button(const QString &text, const QString &objectName)
{
    auto *made = new QPushButton(text);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    made->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return made;
}

BulletList *numberedList()
{
    auto *list = new BulletList;
    list->setNumbered(true);
    return list;
}

} // namespace

CreatePage::CreatePage(CreateViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
{
    buildKey(); // first: a key that only this program has comes before everything else
    buildSummary();
    buildCreation();
    buildWaysOn();
    content()->addStretch(1);
    bind();
    CreatePage::render();
}

QString CreatePage::title() const
{
    return tr("Create the production instance");
}

QString CreatePage::subtitle() const
{
    return m_viewModel.state().phase == Phase::Exists
        ? tr("This is done. What was chosen before can only be looked at from here on.")
        : tr("Look once more at what you chose. Nothing happens until you press the button below.");
}

QString CreatePage::shortTitle() const
{
    return tr("Create");
}

QString CreatePage::helpText() const
{
    return tr("This is the only step that cannot be taken back. Everything before it was only written down on this "
              "computer, and everything after it can be done in any order and as often as needed.\n\n"
              "The new instance has keys of its own. Golive puts the secret key into this computer’s password store as "
              "soon as Clerk answers; you take it to your hosting in the step “Go live”.\n\n"
              "If the connection breaks in the middle, Golive does not send the request again. It looks what Clerk has "
              "and tells you.");
}

bool CreatePage::forwardIsMain() const
{
    return m_viewModel.state().phase == Phase::Exists;
}

QString CreatePage::reasonToStay() const
{
    return m_viewModel.state().phase == Phase::Creating
        ? tr("The production instance is being created. If you close Golive now, the instance may come into being all "
             "the same; Golive finds it when you come back.")
        : QString();
}

void CreatePage::buildSummary()
{
    m_summaryCard = new Card(tr("What you chose"));
    m_summaryCard->setObjectName(QStringLiteral("creationSummary"));
    m_summary = new KeyValueGrid;
    m_summaryCard->body()->addWidget(m_summary);
    m_created = new StatusLabel(StatusTone::Success, tr("Created"));
    m_created->setObjectName(QStringLiteral("created"));
    m_created->setPill(true);
    m_summaryCard->addToHeader(m_created);

    // In the same card: on a small screen the button below is in sight without scrolling.
    m_happensTitle = new SectionTitle(tr("What happens now"));
    m_happens = numberedList();
    m_summaryCard->body()->addWidget(m_happensTitle);
    m_summaryCard->body()->addWidget(m_happens);
    content()->addWidget(m_summaryCard);

    m_remainsCard = new Card(tr("What is left to do"));
    m_remainsCard->setObjectName(QStringLiteral("whatRemains"));
    m_remains = numberedList();
    m_remainsCard->body()->addWidget(m_remains);
}

void CreatePage::buildCreation()
{
    m_warning = new StatusLabel;
    m_warning->setObjectName(QStringLiteral("creationWarning"));
    m_warning->setParagraph();
    m_create = button(tr("Create production instance"), QStringLiteral("createProductionInstance"));
    m_create->setProperty("primary", true);
    m_create->installEventFilter(this);
    m_lookAgain = button(tr("&Look again"), QStringLiteral("lookAgain"));
    m_busy = new BusyIndicator;
    m_busy->setObjectName(QStringLiteral("creating"));

    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_create);
    row->addWidget(m_lookAgain);
    row->addStretch(1);
    content()->addWidget(m_warning);
    content()->addLayout(row);
    content()->addWidget(m_busy);
    content()->addWidget(m_remainsCard);
}

void CreatePage::buildWaysOn()
{
    m_waysCard = new Card(tr("Features that your plan lacks"));
    m_waysCard->setObjectName(QStringLiteral("waysOn"));
    m_features = new TextLabel({}, TextRole::Strong);
    m_features->setObjectName(QStringLiteral("missingFeatures"));
    m_uses = new BulletList;
    m_uses->setObjectName(QStringLiteral("featureUses"));
    m_ways = numberedList();
    m_development
        = new LinkButton(tr("&Open development in Clerk’s Dashboard"), QUrl(), context().clipboard, context().openUrl);
    m_development->setObjectName(QStringLiteral("openDevelopment"));
    m_startFromDefaults = button(tr("Start with Clerk’s &defaults instead"), QStringLiteral("startFromDefaults"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_development, 0, Qt::AlignTop);
    buttons->addWidget(m_startFromDefaults, 0, Qt::AlignTop);
    buttons->addStretch(1);
    m_waysCard->body()->addWidget(m_features);
    m_waysCard->body()->addWidget(m_uses);
    m_waysCard->body()->addWidget(m_ways);
    m_waysCard->body()->addLayout(buttons);
    content()->addWidget(m_waysCard);
}

void CreatePage::buildKey()
{
    m_keyCard = new Card(tr("Secret key"));
    m_keyCard->setObjectName(QStringLiteral("keyWarning"));
    m_keyTrouble = new StoreTroublePart(tr("The secret key of production"));
    m_keyCard->body()->addWidget(m_keyTrouble);
    content()->addWidget(m_keyCard);
}

void CreatePage::bind()
{
    connect(m_create, &QPushButton::clicked, &m_viewModel, &CreateViewModel::create);
    connect(m_lookAgain, &QPushButton::clicked, &m_viewModel, &CreateViewModel::lookAgain);
    connect(m_startFromDefaults, &QPushButton::clicked, &m_viewModel, &CreateViewModel::startFromDefaultsInstead);
    connect(m_keyTrouble, &StoreTroublePart::remedyWanted, &m_viewModel, &CreateViewModel::keepKey);
    connect(m_keyTrouble, &StoreTroublePart::sessionWanted, &m_viewModel, &CreateViewModel::keepKeyForSession);
}

bool CreatePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_create && (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return true;
    }
    return Page::eventFilter(watched, event);
}

void CreatePage::render()
{
    const CreateViewModel::State &state = m_viewModel.state();
    setNotice(state.domainNotice.isEmpty() ? state.outcome : state.domainNotice);
    renderSummary(state);
    renderOutcome(state);
    renderWaysOn(state);
}

void CreatePage::renderSummary(const CreateViewModel::State &state)
{
    m_happensTitle->setVisible(!state.whatHappens.isEmpty());
    m_happens->setVisible(!state.whatHappens.isEmpty());
    m_happens->setLines(state.whatHappens);
    m_remainsCard->setVisible(!state.whatRemains.isEmpty());
    m_remains->setLines(state.whatRemains);
    m_summaryCard->setTitle(state.phase == Phase::Exists ? tr("Your production instance") : tr("What you chose"));
    m_warning->setVisible(!state.warning.isEmpty());
    m_warning->setStatus(StatusTone::Warning, state.warning);
    if (m_summaryShown == state.summary)
        return;
    m_summaryShown = state.summary;
    m_summary->clear();
    for (const CreationWords::Row &row : state.summary) {
        m_summary->addRow(row.title, row.value,
                          row.technical ? KeyValueGrid::Kind::Technical : KeyValueGrid::Kind::Words);
        if (!row.remark.isEmpty())
            m_summary->addRow(QString(), row.remark)->setMuted(true);
    }
}

void CreatePage::renderOutcome(const CreateViewModel::State &state)
{
    const bool losesFocus = m_create->hasFocus() && !state.canCreate; // it must not go where a key presses something
    m_create->setEnabled(state.canCreate);
    m_create->setVisible(state.phase != Phase::Exists);
    m_busy->setVisible(state.phase != Phase::Exists);
    if (losesFocus)
        focusFirstField();
    m_lookAgain->setVisible(state.canLookAgain);
    m_created->setVisible(state.phase == Phase::Exists);
    m_busy->setText(state.underWay);
    m_keyCard->setVisible(!state.keyTrouble.notice.isEmpty());
    m_keyTrouble->setTrouble(state.keyTrouble);
}

void CreatePage::renderWaysOn(const CreateViewModel::State &state)
{
    m_waysCard->setVisible(!state.missingFeatures.isEmpty());
    m_features->setText(state.missingFeatures.join(QStringLiteral(", ")));
    m_features->setVisible(state.featureUses.isEmpty()); // which name them, too
    m_uses->setVisible(!state.featureUses.isEmpty());
    m_uses->setLines(state.featureUses);
    m_development->setVisible(!state.dashboard.isEmpty());
    m_development->setAddress(state.dashboard);
    m_ways->setLines(state.waysOn);
    m_startFromDefaults->setEnabled(state.canStartFromDefaults);
}

} // namespace golive
