#include "ui/pages/settingspage.h"

#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace golive {
namespace {

using Settings = DeployPlan::Settings;

void empty(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
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

    content()->addWidget(m_copiedCard);
    content()->addWidget(m_leftCard);
    content()->addStretch(1);
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
    connect(m_readAgain, &QPushButton::clicked, &m_viewModel, &SettingsViewModel::readAgain);
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

void SettingsPage::renderLeftBehind(const QList<LeftBehindLine> &left)
{
    if (m_leftShown == left)
        return;
    m_leftShown = left;
    empty(m_leftGrid);
    for (qsizetype i = 0; i < left.size(); ++i) {
        m_leftGrid->addWidget(paragraph(left[i].title, left[i].names), static_cast<int>(i), 0, Qt::AlignTop);
        m_leftGrid->addWidget(new TextLabel(left[i].whatToDo), static_cast<int>(i), 1, Qt::AlignTop);
    }
}

} // namespace golive
