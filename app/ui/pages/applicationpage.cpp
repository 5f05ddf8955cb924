#include "ui/pages/applicationpage.h"

#include "ui/pages/applicationdelegate.h"
#include "ui/pages/applicationlistmodel.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/statuslabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace golive {
namespace {

constexpr int longestSearch = 200;
constexpr int lowestList = 176; ///< three rows at the usual text size

QListView *makeList()
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("applicationList"));
    list->setAccessibleName(ApplicationPage::tr("Applications"));
    list->setItemDelegate(new ApplicationDelegate(list));
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMinimumHeight(lowestList);
    return list;
}

} // namespace

ApplicationPage::ApplicationPage(ApplicationViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_model(viewModel)
    , m_rows(new ApplicationListModel(this))
    , m_search(new QLineEdit)
    , m_reload(new QPushButton(glyphIcon(Glyph::Refresh), tr("&Reload")))
    , m_list(makeList())
    , m_empty(new TextLabel)
    , m_count(new TextLabel({}, TextRole::Small))
    , m_selection(new StatusLabel)
    , m_busy(new BusyIndicator)
    , m_openedName(new TextLabel)
    , m_openedId(new TextLabel({}, TextRole::Technical))
    , m_openedStanding(new StatusLabel)
    , m_another(new QPushButton(tr("Choose &another application")))
    , m_compare(new QPushButton(tr("&Compare settings")))
    , m_compareOpened(new QPushButton(tr("&Compare settings")))
{
    build();
    bind();
    render();
}

QString ApplicationPage::title() const
{
    return tr("Choose the application");
}

QString ApplicationPage::shortTitle() const
{
    return tr("Application");
}

QString ApplicationPage::subtitle() const
{
    return tr("Which application is to go to production?");
}

QString ApplicationPage::helpText() const
{
    return tr("The list shows every application of your workspace.\n\n"
              "“No production yet” means that there is only a development instance. “In progress” means that a "
              "production instance exists and something is still missing, such as DNS records. “Live” means that Clerk "
              "reports everything as complete.\n\n"
              "Opening an application changes nothing in Clerk. If it has a production instance already, Golive "
              "continues where it stands.");
}

QWidget *ApplicationPage::firstField() const
{
    return m_model.state().readOnly ? static_cast<QWidget *>(m_another) : m_search;
}

void ApplicationPage::build()
{
    m_choice = makeChoice();
    m_opened = makeOpened();
    content()->addWidget(m_opened);
    content()->addWidget(m_choice, 1);
}

QWidget *ApplicationPage::makeChoice()
{
    m_search->setObjectName(QStringLiteral("applicationSearch"));
    m_search->setMaxLength(longestSearch);
    m_search->setPlaceholderText(tr("Name or id"));
    m_search->installEventFilter(this);
    m_reload->setObjectName(QStringLiteral("reloadApplications"));
    m_count->setObjectName(QStringLiteral("applicationCount"));
    m_count->setMuted(true);
    m_empty->setObjectName(QStringLiteral("noApplications"));
    m_empty->setMuted(true);
    m_empty->setMinimumHeight(lowestList);
    m_selection->setObjectName(QStringLiteral("selectionMeaning"));
    m_list->setModel(m_rows);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(new FieldRow(tr("&Search"), m_search), 1);
    top->addWidget(m_reload, 0, Qt::AlignBottom);

    auto *choice = new QWidget;
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    auto *below = new QHBoxLayout;
    below->addWidget(m_count, 1);
    below->addWidget(m_busy, 1);
    column->addLayout(below);
    m_compare->setObjectName(QStringLiteral("compareSettings"));
    m_compare->setToolTip(tr("Opens the application and shows how its two instances differ"));
    auto *meaning = new QHBoxLayout;
    meaning->addWidget(m_selection, 1);
    meaning->addWidget(m_compare);
    column->addLayout(meaning);
    QSizePolicy staying = m_selection->sizePolicy(); // so that the list does not shrink under the pointer
    staying.setRetainSizeWhenHidden(true);
    m_selection->setSizePolicy(staying);
    return choice;
}

QWidget *ApplicationPage::makeOpened()
{
    m_openedName->setObjectName(QStringLiteral("openedApplication"));
    m_another->setObjectName(QStringLiteral("chooseAnother"));
    auto *card = new Card(tr("This application is being deployed"));
    card->addToHeader(m_openedStanding);
    m_openedStanding->setPill(true);
    auto *grid = new KeyValueGrid;
    grid->addRow(tr("Name"), m_openedName);
    grid->addRow(tr("Id"), m_openedId);
    card->body()->addWidget(grid);
    auto *why = new TextLabel(tr("Its production instance exists, so this step can only be looked at. You can leave "
                                 "this deployment as it is and turn to another application; nothing is lost."));
    why->setMuted(true);
    card->body()->addWidget(why);
    auto *line = new QHBoxLayout;
    m_compareOpened->setObjectName(QStringLiteral("compareOpened"));
    line->addWidget(m_another);
    line->addWidget(m_compareOpened);
    line->addStretch(1);
    card->body()->addLayout(line);
    auto *opened = new QWidget;
    auto *column = new QVBoxLayout(opened);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    return opened;
}

void ApplicationPage::bind()
{
    connect(m_search, &QLineEdit::textEdited, &m_model, &ApplicationViewModel::setFilter);
    connect(m_reload, &QPushButton::clicked, &m_model, &ApplicationViewModel::reload);
    connect(m_another, &QPushButton::clicked, &m_model, &ApplicationViewModel::chooseAnother);
    connect(m_compare, &QPushButton::clicked, &m_model, &ApplicationViewModel::compareSettings);
    connect(m_compareOpened, &QPushButton::clicked, &m_model, &ApplicationViewModel::compareSettings);
    // Not the current row: a list that gets the focus has one without anybody's choosing it.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ApplicationPage::takeSelection);
    // A double click, or Enter in the list: opening an application changes nothing in Clerk.
    connect(m_list, &QListView::activated, this, [this] {
        takeSelection();
        m_model.goForward();
    });
}

QModelIndex ApplicationPage::selectedRow() const
{
    return m_list->selectionModel()->selectedIndexes().value(0);
}

void ApplicationPage::takeSelection()
{
    if (m_rendering)
        return;
    m_model.select(m_rows->idAt(selectedRow()));
    render(); // the choice may have been refused
}

void ApplicationPage::render()
{
    const ApplicationViewModel::State &state = m_model.state();
    setNotice(state.notice);
    const bool losesFocus = state.readOnly && m_choice->isAncestorOf(focusWidget());
    m_rendering = true;
    renderChoice(state);
    renderOpened(state);
    m_rendering = false;
    if (losesFocus)
        focusFirstField();
    if (state.opening)
        m_busy->setText(tr("Reading what Clerk knows about this application…"));
    else
        m_busy->setText(state.loading ? tr("Reading your applications…") : QString());
}

void ApplicationPage::renderChoice(const ApplicationViewModel::State &state)
{
    m_choice->setVisible(!state.readOnly);
    if (m_search->text() != state.filter)
        m_search->setText(state.filter);
    m_rows->setRows(state.rows);
    const QModelIndex selected = m_rows->indexOf(state.selectedId);
    if (selectedRow() != selected) {
        m_list->setCurrentIndex(selected);
        m_list->scrollTo(selected);
    }
    m_list->setVisible(state.emptyText.isEmpty());
    m_empty->setVisible(!state.emptyText.isEmpty());
    m_empty->setText(state.emptyText);
    m_count->setText(state.countText);
    m_selection->setVisible(!state.selectionText.isEmpty());
    m_selection->setStatus(StatusTone::Information, state.selectionText);
    m_compare->setEnabled(state.canCompare && !state.opening);
    m_search->setReadOnly(state.opening);
    m_reload->setEnabled(!state.opening && !state.loading);
}

void ApplicationPage::renderOpened(const ApplicationViewModel::State &state)
{
    m_opened->setVisible(state.readOnly);
    m_compareOpened->setVisible(state.canCompare);
    if (!state.opened)
        return;
    m_openedName->setText(state.opened->name);
    m_openedId->setText(state.opened->id);
    const bool isLive = state.opened->standing == ApplicationViewModel::Standing::Live;
    m_openedStanding->setStatus(isLive ? StatusTone::Success : StatusTone::Information, state.opened->standingText);
}

bool ApplicationPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool goesDown = watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down;
    if (!goesDown || m_rows->rowCount() == 0)
        return Page::eventFilter(watched, event);
    m_list->setFocus(Qt::TabFocusReason);
    if (!selectedRow().isValid())
        m_list->setCurrentIndex(m_rows->index(0));
    return true;
}

} // namespace golive
