#include "ui/pages/golivepage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/headlinecard.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/storetroublepart.h"
#include "ui/widgets/text.h"
#include "ui/widgets/valuerow.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace golive {
namespace {

using Standing = GoLivePart::Standing;

StatusTone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::Waiting: return StatusTone::Neutral;
    case Standing::YourTurn: return StatusTone::Warning;
    case Standing::Working: return StatusTone::Waiting;
    case Standing::Done: return StatusTone::Success;
    case Standing::Failed: return StatusTone::Problem;
    }
    Q_UNREACHABLE();
}

StatusTone toneOf(GoLiveOutlook outlook)
{
    switch (outlook) {
    case GoLiveOutlook::NoInstance:
    case GoLiveOutlook::Unknown: return StatusTone::Neutral;
    case GoLiveOutlook::RecordsMissing: return StatusTone::Warning;
    case GoLiveOutlook::ClerkIsWorking: return StatusTone::Waiting;
    case GoLiveOutlook::Trouble: return StatusTone::Problem;
    case GoLiveOutlook::Live: return StatusTone::Success;
    }
    Q_UNREACHABLE();
}

QPushButton *plainButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

QHBoxLayout *buttonRow(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *widget : widgets)
        row->addWidget(widget, 0, Qt::AlignTop);
    row->addStretch();
    return row;
}

} // namespace

GoLivePage::GoLivePage(GoLiveViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
{
    content()->addWidget(buildHeadline());
    content()->addWidget(buildStatus());
    content()->addWidget(buildKeys());
    content()->addStretch();
    GoLivePage::render();
}

void GoLivePage::addPart(QWidget *part)
{
    content()->insertWidget(content()->count() - 1, part); // above the stretch
}

QString GoLivePage::subtitle() const
{
    return tr("Clerk’s last checks, then the production keys for your application.");
}

QString GoLivePage::helpText() const
{
    return tr("Clerk checks the DNS records, then gets a certificate for your sign-in hosts and sets up mail. You may "
              "close Golive meanwhile; it continues where you left off.\n\n"
              "The publishable key is not secret: it is built into your pages. The secret key belongs on your server "
              "and nowhere else.\n\n"
              "Production keys work on the production domain only. Keep the development keys for your own computer.");
}

/// Nothing here has to be filled in: the page is read from its top.
QWidget *GoLivePage::firstField() const
{
    return nullptr;
}

QWidget *GoLivePage::buildHeadline()
{
    m_headline = new HeadlineCard;
    m_headline->setObjectName(QStringLiteral("goLiveHeadline"));
    m_remark = new TextLabel({}, TextRole::Small);
    m_remark->setObjectName(QStringLiteral("goLiveRemark"));
    m_remark->setMuted(true);
    m_check = plainButton(QStringLiteral("askClerkNow"), tr("Check now"));
    m_domainsPage = new LinkButton(tr("Open Clerk’s Domains page"), QUrl(), context().clipboard, context().openUrl);
    m_site = new LinkButton(tr("Open your site"), QUrl(), context().clipboard, context().openUrl);
    m_site->setObjectName(QStringLiteral("openSite"));
    m_headline->body()->addLayout(buttonRow({m_check, m_site, m_domainsPage}));
    m_headline->body()->addWidget(m_remark);
    m_check->setText(tr("Checking…"));
    const int longer = m_check->sizeHint().width();
    m_check->setText(tr("Check now"));
    m_check->setMinimumWidth(std::max(longer, m_check->sizeHint().width())); // its neighbours stay where they are
    connect(m_check, &QPushButton::clicked, &m_viewModel, &GoLiveViewModel::checkNow);
    return m_headline;
}

QWidget *GoLivePage::buildStatus()
{
    m_statusCard = new Card(tr("What Clerk reports"));
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(12);
    m_statusCard->body()->addLayout(m_parts);
    return m_statusCard;
}

QWidget *GoLivePage::buildKeys()
{
    auto *card = new Card(tr("Production keys"));
    m_publishable = new ValueRow(context().clipboard, tr("Publishable key"));
    m_publishable->setObjectName(QStringLiteral("publishableKey"));
    m_secret = new SecretRow(context().clipboard, tr("Secret key"));
    m_secret->setObjectName(QStringLiteral("secretKey"));
    m_loadKeys = plainButton(QStringLiteral("showKeys"), tr("Get the secret key"));
    m_keyPlace = new TextLabel;
    m_keyPlace->setObjectName(QStringLiteral("keyPlace"));
    m_keyPlace->setMuted(true);
    m_keyTrouble = new StoreTroublePart(tr("The secret key of production"));
    m_keysPage = new LinkButton(tr("Open Clerk’s API keys page"), QUrl(), context().clipboard, context().openUrl);
    card->body()->addWidget(m_publishable);
    card->body()->addWidget(m_secret);
    card->body()->addLayout(buttonRow({m_loadKeys, m_keysPage}));
    card->body()->addWidget(m_keyTrouble);
    card->body()->addWidget(m_keyPlace);
    connect(m_loadKeys, &QPushButton::clicked, &m_viewModel, &GoLiveViewModel::loadKeys);
    connect(m_secret, &SecretRow::copied, &m_viewModel, &GoLiveViewModel::noteKeyCopied);
    connect(m_keyTrouble, &StoreTroublePart::remedyWanted, &m_viewModel, &GoLiveViewModel::keepKeyAgain);
    connect(m_keyTrouble, &StoreTroublePart::sessionWanted, &m_viewModel, &GoLiveViewModel::keepKeyForSession);
    return card;
}

void GoLivePage::render()
{
    const GoLiveViewModel::State &state = m_viewModel.state();
    setNotice(state.notice);
    renderStatus(state);
    renderKeys(state);
}

void GoLivePage::renderStatus(const GoLiveViewModel::State &state)
{
    const bool instanceExists = state.outlook != GoLiveOutlook::NoInstance;
    m_headline->setHeadline(toneOf(state.outlook), state.headline, state.explanation);
    m_statusCard->setVisible(!state.parts.isEmpty());
    while (m_partRows.size() < state.parts.size())
        m_partRows.append(makePartRow());
    for (int index = 0; index < m_partRows.size(); ++index) {
        const PartRow &row = m_partRows.at(index);
        const bool used = index < state.parts.size();
        row.status->setVisible(used);
        row.text->setVisible(used);
        row.remarks->setVisible(used && !state.parts.at(index).remarks.isEmpty());
        if (!used)
            continue;
        const GoLivePart &part = state.parts.at(index);
        row.status->setStatus(toneOf(part.standing), part.title);
        row.text->setText(part.text);
        row.remarks->setText(part.remarks.join(QLatin1Char('\n')));
    }
    m_remark->setText(state.remark);
    m_remark->setVisible(!state.remark.isEmpty());
    m_check->setText(state.asking ? tr("Checking…") : tr("Check now"));
    m_check->setVisible(instanceExists && !state.complete);
    m_domainsPage->setAddress(state.domainsPage);
    m_domainsPage->setVisible(instanceExists && !state.complete);
    m_site->setAddress(state.site);
    m_site->setVisible(state.complete);
}

GoLivePage::PartRow GoLivePage::makePartRow()
{
    PartRow row {new StatusLabel, new TextLabel, new TextLabel};
    row.status->setFixedWidth(170);
    row.remarks->setMuted(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(row.text);
    words->addWidget(row.remarks);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(row.status, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    m_parts->addLayout(line);
    return row;
}

void GoLivePage::renderKeys(const GoLiveViewModel::State &state)
{
    using KeyPhase = GoLiveViewModel::KeyPhase;
    const bool here = state.keyPhase == KeyPhase::Here;
    const bool instanceExists = state.outlook != GoLiveOutlook::NoInstance;
    m_publishable->setValue(state.publishableKey);
    m_publishable->setVisible(!state.publishableKey.isEmpty());
    m_secret->setSecret(m_viewModel.secretKey());
    m_secret->setVisible(here);
    m_loadKeys->setVisible(!here);
    m_loadKeys->setEnabled(instanceExists && state.keyPhase != KeyPhase::Asking);
    m_loadKeys->setText(state.keyPhase == KeyPhase::Asking ? tr("Getting the secret key…") : tr("Get the secret key"));
    m_keyPlace->setText(state.keyPlace);
    m_keyPlace->setVisible(instanceExists && state.keyTrouble.notice.isEmpty()); // which says it, too
    m_keyTrouble->setTrouble(state.keyTrouble);
    m_keysPage->setAddress(state.keysPage);
    m_keysPage->setVisible(state.keyPhase == KeyPhase::Missing);
}

void GoLivePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_viewModel.setVisible(true);
}

void GoLivePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_viewModel.setVisible(false);
}

} // namespace golive
