#include "ui/pages/comparisonpage.h"

#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/settinglist.h"
#include "ui/widgets/statuslabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace golive {
namespace {

using Phase = ComparisonViewModel::Phase;

constexpr int longestSearch = 200;
constexpr int lowestList = 190; ///< four rows at the usual text size

QPushButton *button(const QString &text, const char *objectName)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QString::fromLatin1(objectName));
    made->setAutoDefault(false);
    return made;
}

/// Wide enough for the longest of its words in every language.
void fitWords(QComboBox *box)
{
    constexpr int besidesWords = 56;
    int widest = 0;
    for (int at = 0; at < box->count(); ++at)
        widest = qMax(widest, QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(box->itemText(at)));
    box->setMinimumWidth(widest + besidesWords);
}

bool isOutlook(Phase phase)
{
    return phase == Phase::Previewed || phase == Phase::Carrying || phase == Phase::Carried;
}

StatusTone toneOf(const ComparisonViewModel::State &state)
{
    if (isOutlook(state.phase))
        return StatusTone::Information;
    return state.equal ? StatusTone::Success : StatusTone::Warning;
}

} // namespace

ComparisonPage::ComparisonPage(ComparisonViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
    , m_headline(new StatusLabel)
    , m_explanation(new TextLabel)
    , m_search(new QLineEdit)
    , m_shown(new QComboBox)
    , m_direction(new QComboBox)
    , m_list(new SettingList(tr("Settings of both instances")))
    , m_empty(new TextLabel)
    , m_tickAll(button(tr("Tick &all"), "tickAll"))
    , m_tickNone(button(tr("&Untick all"), "tickNone"))
    , m_ticked(new TextLabel({}, TextRole::Small))
    , m_busy(new BusyIndicator)
    , m_again(button(tr("&Compare again"), "compareAgain"))
    , m_back(button(tr("Bac&k to the list"), "backToList"))
    , m_preview(button(tr("Pre&view…"), "previewCarry"))
    , m_carry(button(tr("Carry &over to production"), "carryOver"))
    , m_details(new Card)
    , m_detailsText(new TextLabel)
    , m_values(new KeyValueGrid)
    , m_remark(new StatusLabel)
    , m_dashboard(new LinkButton(tr("Open in Clerk’s &Dashboard"), QUrl(), context.clipboard, context.openUrl))
{
    m_headline->setObjectName(QStringLiteral("comparisonHeadline"));
    m_explanation->setMuted(true);
    m_empty->setObjectName(QStringLiteral("noDifferences"));
    m_empty->setMuted(true);
    m_list->setMinimumHeight(lowestList);
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_headline);
    head->addWidget(m_explanation);
    content()->setSpacing(10);
    content()->addLayout(head);
    content()->addLayout(buildTools());
    content()->addWidget(m_list, 1);
    content()->addWidget(m_empty, 1, Qt::AlignTop);
    content()->addLayout(buildActions());
    buildDetails();
    bind();
    ComparisonPage::render();
}

QString ComparisonPage::title() const
{
    return tr("Compare the settings");
}

QString ComparisonPage::subtitle() const
{
    return tr("What development has and production lacks, and the other way round.");
}

QString ComparisonPage::shortTitle() const
{
    return tr("Compare settings");
}

QString ComparisonPage::helpText() const
{
    return tr(
        "Clerk copies the settings of development once, when production is created, and leaves some behind. Later "
        "changes are made in each of the two, so they drift apart.\n\n"
        "Tick what production is to get, look at the preview, then carry it over. Golive writes to production "
        "only, only what you ticked, and looks again afterwards. If somebody changed production in the meantime, "
        "nothing is written.\n\n"
        "Secrets and credentials are not compared: each instance has its own. Doing it twice changes nothing.\n\n"
        "The rule that saves trouble: change a setting in development first, try it, then carry it over here. "
        "This step can be opened at any time.");
}

QHBoxLayout *ComparisonPage::buildTools()
{
    m_search->setObjectName(QStringLiteral("settingSearch"));
    m_search->setMaxLength(longestSearch);
    m_search->setPlaceholderText(tr("Search name, explanation or value"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_shown->setObjectName(QStringLiteral("shownSettings"));
    m_shown->addItems({tr("Differences"), tr("Everything")});
    m_direction->setObjectName(QStringLiteral("readingDirection"));
    //: the arrow is the direction in which two instances are compared
    m_direction->addItems({tr("Development › Production"), tr("Production › Development")});
    fitWords(m_shown);
    fitWords(m_direction);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_shown);
    tools->addWidget(m_direction);
    tools->addWidget(spokenLabel(tr("Which settings are shown"), m_shown));
    tools->addWidget(spokenLabel(tr("Direction of reading"), m_direction));
    return tools;
}

QHBoxLayout *ComparisonPage::buildActions()
{
    m_ticked->setObjectName(QStringLiteral("tickedCount"));
    m_ticked->setMuted(true);
    m_ticked->setMinimumWidth(m_ticked->fontMetrics().averageCharWidth() * 12); // its longest word, on two lines
    m_preview->setProperty("primary", true);
    m_carry->setProperty("primary", true);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_tickAll);
    actions->addWidget(m_tickNone);
    actions->addWidget(m_back);
    actions->addWidget(m_again);
    actions->addWidget(m_ticked, 1);
    actions->addWidget(m_busy, 2);
    actions->addWidget(m_preview);
    actions->addWidget(m_carry);
    return actions;
}

void ComparisonPage::buildDetails()
{
    m_details->setObjectName(QStringLiteral("settingDetails"));
    m_detailsText->setMuted(true);
    m_remark->setParagraph();
    m_details->body()->addWidget(m_detailsText);
    m_details->body()->addWidget(m_values);
    m_details->body()->addWidget(m_remark);
    m_details->body()->addWidget(m_dashboard, 0, Qt::AlignLeading);
    content()->addWidget(m_details);
}

void ComparisonPage::bind()
{
    connect(m_search, &QLineEdit::textChanged, &m_viewModel, &ComparisonViewModel::setSearch);
    connect(m_shown, &QComboBox::activated, &m_viewModel,
            [this](int index) { m_viewModel.showEverything(index == 1); });
    connect(m_direction, &QComboBox::activated, &m_viewModel, [this](int index) {
        m_viewModel.readFrom(index == 1 ? ReadingDirection::ProductionFirst : ReadingDirection::DevelopmentFirst);
    });
    connect(m_list, &SettingList::selected, &m_viewModel, &ComparisonViewModel::select);
    connect(m_list, &SettingList::tickWanted, &m_viewModel, &ComparisonViewModel::tick);
    connect(m_tickAll, &QPushButton::clicked, &m_viewModel, [this] { m_viewModel.tickAll(true); });
    connect(m_tickNone, &QPushButton::clicked, &m_viewModel, [this] { m_viewModel.tickAll(false); });
    connect(m_again, &QPushButton::clicked, &m_viewModel, &ComparisonViewModel::compare);
    connect(m_back, &QPushButton::clicked, &m_viewModel, &ComparisonViewModel::backToList);
    connect(m_preview, &QPushButton::clicked, &m_viewModel, &ComparisonViewModel::preview);
    connect(m_carry, &QPushButton::clicked, &m_viewModel, &ComparisonViewModel::carryOver);
}

void ComparisonPage::render()
{
    const ComparisonViewModel::State &state = m_viewModel.state();
    setNotice(state.notice);
    m_headline->setVisible(!state.headline.isEmpty());
    m_headline->setStatus(toneOf(state), state.headline);
    m_explanation->setVisible(!state.explanation.isEmpty());
    m_explanation->setText(state.explanation);
    m_busy->setText(state.underWay);
    renderTools(state);
    m_list->setList(state.columns, state.rows);
    m_list->setSelected(state.selectedId);
    m_list->setVisible(!state.rows.isEmpty());
    m_empty->setVisible(!state.emptyText.isEmpty());
    m_empty->setText(state.emptyText);
    renderActions(state);
    renderDetails(state);
}

void ComparisonPage::renderTools(const ComparisonViewModel::State &state)
{
    const bool chooses = !state.headline.isEmpty() && !isOutlook(state.phase);
    for (QWidget *tool : std::initializer_list<QWidget *> {m_search, m_shown, m_direction})
        tool->setVisible(chooses);
    if (m_search->text() != state.search)
        m_search->setText(state.search);
    m_shown->setCurrentIndex(state.everything ? 1 : 0);
    m_direction->setCurrentIndex(state.direction == ReadingDirection::ProductionFirst ? 1 : 0);
}

void ComparisonPage::renderActions(const ComparisonViewModel::State &state)
{
    const bool idle = state.phase == Phase::Choosing || state.phase == Phase::Empty;
    const bool ticks
        = state.canTick && !isOutlook(state.phase) && state.direction == ReadingDirection::DevelopmentFirst;
    m_tickAll->setVisible(ticks);
    m_tickAll->setEnabled(state.phase == Phase::Choosing && state.canTickAll);
    m_tickNone->setVisible(ticks);
    m_tickNone->setEnabled(state.phase == Phase::Choosing && state.ticked > 0);
    m_ticked->setVisible(ticks && state.underWay.isEmpty());
    m_ticked->setText(state.tickedText);
    m_back->setVisible(state.phase == Phase::Previewed);
    m_again->setVisible(state.hasBoth && (!isOutlook(state.phase) || state.phase == Phase::Carried));
    m_again->setEnabled(idle || state.phase == Phase::Carried);
    m_preview->setVisible(ticks);
    m_preview->setEnabled(state.canPreview);
    m_carry->setVisible(state.canCarryOver);
}

void ComparisonPage::renderDetails(const ComparisonViewModel::State &state)
{
    m_details->setVisible(state.details.has_value());
    if (!state.details || m_detailsShown == state.details)
        return;
    m_detailsShown = state.details;
    const SettingDetails &details = *state.details;
    m_details->setTitle(details.title);
    m_detailsText->setVisible(!details.explanation.isEmpty());
    m_detailsText->setText(details.explanation);
    m_values->clear();
    if (!details.technical.isEmpty())
        m_values->addRow(tr("In Clerk"), details.technical, KeyValueGrid::Kind::Technical);
    m_values->addRow(details.firstCaption, details.first);
    m_values->addRow(details.secondCaption, details.second);
    m_remark->setVisible(!details.remark.isEmpty());
    m_remark->setStatus(StatusTone::Information, details.remark);
    m_dashboard->setAddress(details.dashboard);
    m_dashboard->setVisible(!details.dashboard.isEmpty());
}

bool ComparisonPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool goesDown = watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down;
    if (!goesDown || m_list->isHidden())
        return Page::eventFilter(watched, event);
    m_list->view().setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace golive
