#include "ui/pages/providerspage.h"

#include "ui/pages/dashboardconnections.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/providercard.h"
#include "ui/widgets/providerform.h"
#include "ui/widgets/storetroublepart.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace golive {

ProvidersPage::ProvidersPage(ProvidersViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
    , m_headline(new TextLabel)
    , m_storeCard(new Card)
    , m_storeTrouble(new StoreTroublePart(tr("What was entered for sign-in providers")))
    , m_busy(new BusyIndicator)
    , m_reload(new QPushButton(tr("Ask Clerk again")))
    , m_setUp(new QCheckBox(tr("I have set up the sign-in providers in Clerk’s Dashboard")))
    , m_dashboard(new LinkButton(tr("Open Clerk’s Dashboard"), QUrl(), context.clipboard, context.openUrl))
    , m_list(new QVBoxLayout)
    , m_elsewhere(new DashboardConnections(context))
{
    m_headline->setObjectName(QStringLiteral("providersHeadline"));
    m_reload->setObjectName(QStringLiteral("providersReload"));
    m_reload->setAutoDefault(false);
    m_reload->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_setUp->setObjectName(QStringLiteral("providersSetUp"));
    m_list->setSpacing(10);
    content()->addWidget(m_headline);
    m_storeCard->body()->addWidget(m_storeTrouble);
    pin(m_storeCard); // it tells of what is being typed further down
    content()->addWidget(m_busy);
    content()->addWidget(m_reload);
    content()->addWidget(m_setUp);
    content()->addWidget(m_dashboard);
    content()->addWidget(buildImport());
    content()->addLayout(m_list);
    content()->addWidget(m_elsewhere);
    content()->addStretch();
    connect(m_storeTrouble, &StoreTroublePart::remedyWanted, &m_viewModel, &ProvidersViewModel::remedyStoreTrouble);
    connect(m_storeTrouble, &StoreTroublePart::sessionWanted, &m_viewModel, &ProvidersViewModel::keepForSession);
    connect(m_reload, &QPushButton::clicked, &m_viewModel, &ProvidersViewModel::reload);
    connect(m_setUp, &QCheckBox::clicked, &m_viewModel, &ProvidersViewModel::saySetUp);
    setAcceptDrops(true);
    ProvidersPage::render();
}

/// For whoever has all credentials in one file.
QWidget *ProvidersPage::buildImport()
{
    auto *words = new TextLabel(tr("Are they in an environment file already? Golive fills in what it recognises."));
    words->setMuted(true);
    auto *choose = new QPushButton(tr("Choose a file…"));
    choose->setObjectName(QStringLiteral("providersImport"));
    choose->setAccessibleName(tr("Choose an environment file for all providers"));
    auto *paste = new QPushButton(tr("Paste"));
    paste->setObjectName(QStringLiteral("providersPaste"));
    paste->setAccessibleName(tr("Paste the credentials of all providers"));
    for (QPushButton *button : {choose, paste})
        button->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this] {
        chooseCredentialFile(*this, tr("Choose the environment file"),
                             [this](const QString &path) { m_viewModel.importFileForAll(path); });
    });
    connect(paste, &QPushButton::clicked, &m_viewModel,
            [this] { m_viewModel.importTextForAll(QGuiApplication::clipboard()->text()); });
    m_import = new QWidget;
    auto *row = new QHBoxLayout(m_import);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(words, 1);
    row->addWidget(choose);
    row->addWidget(paste);
    return m_import;
}

void ProvidersPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_viewModel.state().mayImport && !draggedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ProvidersPage::dropEvent(QDropEvent *event)
{
    m_viewModel.importFileForAll(draggedFile(*event->mimeData()));
    event->acceptProposedAction();
}

QString ProvidersPage::subtitle() const
{
    return tr("Development borrows Clerk’s credentials. Production needs your own at each provider.");
}

QString ProvidersPage::helpText() const
{
    return tr("A sign-in provider such as Google lets people in only through an app that you registered there. "
              "Registering gives you a client ID and a client secret; Clerk needs both.\n\n"
              "The redirect URI is the address to which the provider sends people back. It has to be entered at the "
              "provider exactly as shown here.\n\n"
              "Leaving a provider out switches it off in production, so that nobody meets a button that does not work. "
              "You can take it up again at any time.");
}

QWidget *ProvidersPage::firstField() const
{
    const auto *card = m_cards.value(m_viewModel.state().openSlug);
    return card == nullptr ? Page::firstField() : card->firstField();
}

void ProvidersPage::render()
{
    const ProvidersViewModel::State &state = m_viewModel.state();
    setNotice(state.notice);
    m_headline->setText(state.headline);
    m_headline->setVisible(!state.headline.isEmpty());
    m_storeCard->setVisible(!state.storeTrouble.notice.isEmpty());
    m_storeTrouble->setTrouble(state.storeTrouble);
    m_busy->setText(tr("Reading the providers from Clerk…"));
    m_busy->setVisible(state.loading && !state.known);
    m_reload->setVisible(state.stale && (!state.loading || state.known));
    m_reload->setEnabled(!state.loading);
    m_setUp->setVisible(state.maySaySetUp);
    m_setUp->setChecked(state.saidSetUp);
    m_dashboard->setVisible(state.maySaySetUp);
    m_dashboard->setAddress(state.connectionsPage);
    m_import->setVisible(state.mayImport);
    m_elsewhere->setVisible(state.known);
    m_elsewhere->render(state);
    matchCards(state);
    for (const auto &card : state.cards)
        m_cards.value(card.slug)->render(card, state);
}

void ProvidersPage::matchCards(const ProvidersViewModel::State &state)
{
    QStringList slugs;
    for (const auto &card : state.cards)
        slugs.append(card.slug);
    for (const QString &slug : m_cards.keys())
        if (!slugs.contains(slug))
            delete m_cards.take(slug);
    for (const QString &slug : slugs) {
        ProviderCard *&card = m_cards[slug];
        if (card == nullptr)
            card = new ProviderCard(m_viewModel, context(), slug);
        if (const int place = static_cast<int>(slugs.indexOf(slug)); m_list->indexOf(card) != place)
            m_list->insertWidget(place, card);
    }
}

} // namespace golive
