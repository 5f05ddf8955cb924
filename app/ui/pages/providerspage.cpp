#include "ui/pages/providerspage.h"

#include "ui/widgets/busyindicator.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/providercard.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace golive {

ProvidersPage::ProvidersPage(ProvidersViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
    , m_headline(new TextLabel)
    , m_busy(new BusyIndicator)
    , m_reload(new QPushButton(tr("Ask Clerk again")))
    , m_setUp(new QCheckBox(tr("I have set up the sign-in providers in Clerk’s Dashboard")))
    , m_dashboard(new LinkButton(tr("Open Clerk’s Dashboard"), QUrl(), context.clipboard, context.openUrl))
    , m_list(new QVBoxLayout)
{
    m_headline->setObjectName(QStringLiteral("providersHeadline"));
    m_reload->setObjectName(QStringLiteral("providersReload"));
    m_reload->setAutoDefault(false);
    m_reload->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_setUp->setObjectName(QStringLiteral("providersSetUp"));
    m_list->setSpacing(10);
    content()->addWidget(m_headline);
    content()->addWidget(m_busy);
    content()->addWidget(m_reload);
    content()->addWidget(m_setUp);
    content()->addWidget(m_dashboard);
    content()->addLayout(m_list);
    content()->addStretch();
    connect(m_reload, &QPushButton::clicked, &m_viewModel, &ProvidersViewModel::reload);
    connect(m_setUp, &QCheckBox::clicked, &m_viewModel, &ProvidersViewModel::saySetUp);
    ProvidersPage::render();
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
              "You may leave a provider for later. Until its credentials are saved, nobody can sign in with it in "
              "production.");
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
    m_busy->setText(tr("Reading the providers from Clerk…"));
    m_busy->setVisible(state.loading && !state.known);
    m_reload->setVisible(state.stale && (!state.loading || state.known));
    m_reload->setEnabled(!state.loading);
    m_setUp->setVisible(state.maySaySetUp);
    m_setUp->setChecked(state.saidSetUp);
    m_dashboard->setVisible(state.maySaySetUp);
    m_dashboard->setAddress(state.connectionsPage);
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
