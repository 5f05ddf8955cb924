#include "ui/pages/settingspage.h"

#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/settinglist.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace golive {
namespace {

using Settings = DeployPlan::Settings;

constexpr int longestSearch = 200;
constexpr int listHeight = 300; ///< six rows at the usual text size

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// A heading with lines below it.
QWidget *paragraph(const QString &title, const QString &text)
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(new TextLabel(title, TextRole::Strong));
    if (!text.isEmpty()) {
        auto *lines = new TextLabel(text);
        lines->setMuted(true);
        column->addWidget(lines);
    }
    column->addStretch(1);
    return widget;
}

void check(ChoiceCard *card, bool checked)
{
    const QSignalBlocker quiet(card);
    card->setChecked(checked);
}

} // namespace

SettingsPage::SettingsPage(SettingsViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
{
    build();
    buildCards();
    bind();
    SettingsPage::render();
}

QString SettingsPage::title() const
{
    return tr("Choose the settings of production");
}

QString SettingsPage::subtitle() const
{
    return tr("How people sign in, what they are asked for, and how accounts are protected.");
}

QString SettingsPage::shortTitle() const
{
    return tr("Settings");
}

QString SettingsPage::helpText() const
{
    return tr("Development and production are two separate instances. They share no users, no keys and no settings.\n\n"
              "When the production instance is created, Clerk can copy the settings of development once. Later changes "
              "are made in each of them: try a change in development first, then make it in production.\n\n"
              "For security, Clerk leaves some things behind when it copies. The list on this page says which, and "
              "what becomes of them.");
}

void SettingsPage::build()
{
    m_final
        = new TextLabel(tr("The production instance exists. What it was created from can no longer be changed here."));
    m_final->setMuted(true);

    auto *choices = new QWidget;
    choices->setAccessibleName(tr("Settings of production"));
    m_copy = new ChoiceCard(tr("Copy the settings of development"),
                            tr("People find in production what you tried in development. You can change everything "
                               "later."));
    m_copy->setObjectName(QStringLiteral("copyDevelopment"));
    m_copy->setBadge(tr("Recommended"));
    m_defaults = new ChoiceCard(tr("Start with Clerk’s defaults"),
                                tr("Nothing comes along from development. You set production up by hand in Clerk’s "
                                   "Dashboard."));
    m_defaults->setObjectName(QStringLiteral("clerkDefaults"));
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_copy);
    column->addWidget(m_defaults);

    m_busy = new BusyIndicator;
    m_busy->setObjectName(QStringLiteral("readingSettings"));
    m_readAgain = new QPushButton(tr("&Try again"));
    m_readAgain->setObjectName(QStringLiteral("readSettingsAgain"));
    m_readAgain->setAccessibleName(tr("Try again to read the settings of development"));
    m_readAgain->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);

    content()->addWidget(m_final);
    content()->addWidget(choices);
    content()->addWidget(m_busy);
    content()->addWidget(m_readAgain);
}

void SettingsPage::buildCards()
{
    m_copiedCard = new Card(tr("What will be copied"));
    m_copiedCard->setObjectName(QStringLiteral("copiedSettings"));
    m_copiedGrid = new QGridLayout;
    m_copiedGrid->setHorizontalSpacing(24);
    m_copiedGrid->setVerticalSpacing(16);
    m_copiedGrid->setColumnStretch(0, 1);
    m_copiedGrid->setColumnStretch(1, 1);
    m_copiedCard->body()->addLayout(m_copiedGrid);

    m_leftCard = new Card(tr("What will not be copied"));
    m_leftCard->setObjectName(QStringLiteral("leftBehind"));
    m_leftGrid = new QGridLayout;
    m_leftGrid->setHorizontalSpacing(24);
    m_leftGrid->setVerticalSpacing(12);
    m_leftGrid->setColumnStretch(0, 2);
    m_leftGrid->setColumnStretch(1, 3);
    m_leftCard->body()->addLayout(m_leftGrid);

    buildAdvice();
    buildInventory();
    for (QWidget *card : std::initializer_list<QWidget *> {m_rule, m_adviceCard, m_copiedCard, m_leftCard, m_allCard})
        content()->addWidget(card);
    content()->addStretch(1);
}

void SettingsPage::buildAdvice()
{
    m_rule = new TextLabel(tr("The rule that saves trouble: change a setting in development first, try it there, then "
                              "bring it to production. After the copy, the step “Compare settings” does that."));
    m_rule->setObjectName(QStringLiteral("developmentFirst"));
    m_rule->setMuted(true);
    m_adviceCard = new Card(tr("Before real people come"));
    m_adviceCard->setObjectName(QStringLiteral("settingsAdvice"));
    auto *introduction
        = new TextLabel(tr("Handy while developing, harmful in production. This is advice: you can go on "
                           "without it."));
    introduction->setMuted(true);
    m_advice = new QVBoxLayout;
    m_advice->setSpacing(12);
    m_dashboard
        = new LinkButton(tr("&Open development in Clerk’s Dashboard"), QUrl(), context().clipboard, context().openUrl);
    m_adviceCard->body()->addWidget(introduction);
    m_adviceCard->body()->addLayout(m_advice);
    m_adviceCard->body()->addWidget(m_dashboard, 0, Qt::AlignLeading);
}

void SettingsPage::buildInventory()
{
    m_allCard = new Card;
    m_allCard->setObjectName(QStringLiteral("allSettings"));
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("settingSearch"));
    m_search->setMaxLength(longestSearch);
    m_search->setPlaceholderText(tr("Search name, explanation or value"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    m_save = new QPushButton(tr("Sa&ve as a file…"));
    m_save->setObjectName(QStringLiteral("saveSettings"));
    m_save->setAutoDefault(false);
    m_save->setToolTip(tr("For the record: every setting of development, without any secret"));
    m_list = new SettingList(tr("Settings of development"));
    m_list->setMinimumHeight(listHeight);
    m_empty = new TextLabel;
    m_empty->setMuted(true);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_save);
    m_unexplained = new StatusLabel;
    m_unexplained->setParagraph();
    m_unexplained->setObjectName(QStringLiteral("settingsUnexplained"));
    m_explainAgain = new QPushButton(tr("Try again"));
    m_explainAgain->setObjectName(QStringLiteral("readDescriptionAgain"));
    m_explainAgain->setAutoDefault(false);
    m_explainAgain->setAccessibleName(tr("Try again to read the description of the settings"));
    m_allCard->body()->addLayout(tools);
    m_allCard->body()->addWidget(m_unexplained);
    m_allCard->body()->addWidget(m_explainAgain, 0, Qt::AlignLeading);
    m_allCard->body()->addWidget(m_list);
    m_allCard->body()->addWidget(m_empty);
}

void SettingsPage::bind()
{
    connect(m_copy, &ChoiceCard::toggled, this, [this](bool checked) {
        if (checked)
            m_viewModel.choose(Settings::CloneDevelopment);
    });
    connect(m_defaults, &ChoiceCard::toggled, this, [this](bool checked) {
        if (checked)
            m_viewModel.choose(Settings::ClerkDefaults);
    });
    connect(m_search, &QLineEdit::textChanged, &m_viewModel, &SettingsViewModel::setSearch);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    for (const QPushButton *again : {m_readAgain, m_explainAgain})
        connect(again, &QPushButton::clicked, &m_viewModel, &SettingsViewModel::readAgain);
}

void SettingsPage::save()
{
    auto *dialog = new QFileDialog(window(), tr("Save the settings of development"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(m_viewModel.state().fileName);
    connect(dialog, &QFileDialog::fileSelected, &m_viewModel, &SettingsViewModel::saveTo);
    dialog->open();
}

void SettingsPage::render()
{
    const SettingsViewModel::State &state = m_viewModel.state();
    const bool copies = state.choice == Settings::CloneDevelopment;
    check(m_copy, copies);
    check(m_defaults, state.choice == Settings::ClerkDefaults);
    m_copy->setEnabled(!state.readOnly && state.canCopy);
    m_defaults->setEnabled(!state.readOnly);
    m_final->setVisible(state.readOnly);

    const bool reading = state.reading == SettingsViewModel::Reading::UnderWay && state.copied.isEmpty();
    m_busy->setText(reading ? tr("Reading the settings of development…") : QString());
    m_busy->setVisible(reading);
    m_readAgain->setVisible(state.reading == SettingsViewModel::Reading::Failed);
    setNotice(state.notice);

    renderCopied(state.copied);
    renderLeftBehind(state.leftBehind);
    m_copiedCard->setVisible(copies && !state.copied.isEmpty());
    m_leftCard->setVisible(copies && !state.leftBehind.isEmpty());
    m_rule->setVisible(copies);
    m_adviceCard->setVisible(copies && !state.advice.isEmpty());
    renderAdvice(state.advice);
    m_dashboard->setAddress(state.dashboard);
    m_dashboard->setVisible(!state.dashboard.isEmpty());
    renderInventory(state);
}

void SettingsPage::renderAdvice(const QList<AdviceLine> &advice)
{
    if (m_adviceShown == advice)
        return;
    m_adviceShown = advice;
    empty(m_advice);
    for (const AdviceLine &each : advice) {
        auto *title = new StatusLabel(StatusTone::Warning, each.title);
        m_advice->addWidget(title);
        auto *text = new TextLabel(each.text + QLatin1Char('\n') + each.setting);
        text->setMuted(true);
        m_advice->addWidget(text);
    }
}

void SettingsPage::renderInventory(const SettingsViewModel::State &state)
{
    m_allCard->setVisible(state.count > 0);
    m_allCard->setTitle(tr("All settings of development (%1)").arg(state.count));
    if (m_search->text() != state.search)
        m_search->setText(state.search);
    m_list->setList(state.columns, state.rows);
    m_list->setVisible(!state.rows.isEmpty());
    m_empty->setText(state.emptyText);
    m_empty->setVisible(!state.emptyText.isEmpty());
    m_save->setEnabled(!state.fileName.isEmpty());
    m_unexplained->setStatus(StatusTone::Warning, state.unexplained);
    m_unexplained->setVisible(!state.unexplained.isEmpty());
    m_explainAgain->setVisible(!state.unexplained.isEmpty());
}

void SettingsPage::renderCopied(const QList<SettingsParagraph> &copied)
{
    if (m_copiedShown == copied)
        return;
    m_copiedShown = copied;
    empty(m_copiedGrid);
    for (qsizetype i = 0; i < copied.size(); ++i)
        m_copiedGrid->addWidget(paragraph(copied[i].title, copied[i].lines.join(QLatin1Char('\n'))),
                                static_cast<int>(i / 2), static_cast<int>(i % 2));
}

QWidget *SettingsPage::whatToDo(const LeftBehindLine &line)
{
    auto *text = new TextLabel(line.whatToDo);
    if (line.page.isEmpty())
        return text;
    auto *link = new LinkButton(tr("Open in the Dashboard"), line.page, context().clipboard, context().openUrl);
    link->setAccessibleName(tr("Open in the Dashboard: %1").arg(line.title));
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(text);
    column->addWidget(link, 0, Qt::AlignLeading);
    return both;
}

void SettingsPage::renderLeftBehind(const QList<LeftBehindLine> &left)
{
    if (m_leftShown == left)
        return;
    m_leftShown = left;
    empty(m_leftGrid);
    for (qsizetype i = 0; i < left.size(); ++i) {
        m_leftGrid->addWidget(paragraph(left[i].title, left[i].names), static_cast<int>(i), 0, Qt::AlignTop);
        m_leftGrid->addWidget(whatToDo(left[i]), static_cast<int>(i), 1, Qt::AlignTop);
    }
}

} // namespace golive
