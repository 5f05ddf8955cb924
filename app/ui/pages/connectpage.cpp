#include "ui/pages/connectpage.h"

#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/valuerow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace golive {
namespace {

using Phase = ConnectViewModel::Phase;
using KeySource = ConnectViewModel::KeySource;

constexpr int indicatorIndent = 28; ///< a check box's indicator and the space beside it

QPushButton *namedButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    return button;
}

QHBoxLayout *buttonLine(const QList<QPushButton *> &buttons)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    for (QPushButton *button : buttons)
        line->addWidget(button);
    line->addStretch(1);
    return line;
}

} // namespace

ConnectPage::ConnectPage(ConnectViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_model(viewModel)
    , m_key(new SecretField(context.clock))
    , m_keyRow(new FieldRow(tr("Platform API &key"), m_key))
    , m_readyText(new TextLabel)
    , m_useRemembered(namedButton(QStringLiteral("useRememberedKey"), tr("Connect with &this key")))
    , m_forgetUnused(namedButton(QStringLiteral("forgetUnusedKey"), tr("&Forget it")))
    , m_remember(new QCheckBox(tr("&Remember on this computer")))
    , m_rememberText(new TextLabel)
    , m_connectedText(new TextLabel)
    , m_sourceText(new TextLabel)
    , m_save(namedButton(QStringLiteral("saveKey"), tr("&Keep the key on this computer")))
    , m_forget(namedButton(QStringLiteral("forgetKey"), tr("&Forget the key on this computer")))
    , m_another(namedButton(QStringLiteral("useAnotherKey"), tr("&Use another key")))
    , m_busy(new BusyIndicator)
    , m_stop(namedButton(QStringLiteral("stopChecking"), tr("&Stop")))
    , m_lookAgain(namedButton(QStringLiteral("lookAgain"), tr("&Try again")))
    , m_forSession(namedButton(QStringLiteral("keepForSession"), tr("Keep for this se&ssion only")))
{
    build();
    render();
}

QString ConnectPage::title() const
{
    return tr("Connect to Clerk");
}

QString ConnectPage::shortTitle() const
{
    return tr("Connect");
}

QString ConnectPage::subtitle() const
{
    return tr("Golive works in your Clerk workspace with a key that you give it.");
}

QString ConnectPage::helpText() const
{
    return tr(
        "A Platform API key begins with ak_ and belongs to one workspace. It can do what an administrator can, so "
        "treat it like a password.\n\n"
        "Other keys do not work here: pk_ and sk_ keys belong to a single instance, and whsec_ is for webhooks.\n\n"
        "If you let Golive remember the key, it is kept in this computer’s password store (GNOME Keyring, KWallet "
        "or KeePassXC) and nowhere else. You can have it removed at any time.\n\n"
        "Where the environment variable CLERK_PLATFORM_API_KEY is set, that key is used and never stored.");
}

QWidget *ConnectPage::firstField() const
{
    switch (m_model.state().phase) {
    case Phase::Asking: return m_key->lineEdit();
    case Phase::Checking: return m_stop;
    case Phase::Connected: return m_another;
    }
    Q_UNREACHABLE();
}

void ConnectPage::build()
{
    m_key->lineEdit()->setObjectName(QStringLiteral("platformKey"));
    m_key->setName(tr("Platform API key"));
    m_key->setPlaceholderText(QStringLiteral("ak_…"));
    m_keyRow->setHint(tr("Paste it here. Spaces and quotation marks around it do no harm."));
    connect(m_key, &SecretField::edited, this, [this] { m_model.setKey(m_key->lineEdit()->text()); });

    m_readyKey = makeReadyKey();
    m_rememberPart = makeRemember();
    m_work = makeWork();
    m_origin = makeOrigin();
    m_connected = makeConnected();
    content()->addWidget(m_connected);
    content()->addWidget(m_readyKey);
    content()->addWidget(m_keyRow);
    auto *below = new QVBoxLayout;
    below->setSpacing(4);
    below->addWidget(m_rememberPart);
    below->addWidget(m_work);
    content()->addLayout(below);
    content()->addWidget(m_origin);
    content()->addStretch(1);
}

QWidget *ConnectPage::makeReadyKey()
{
    auto *card = new Card;
    auto *sign = new GlyphLabel(Glyph::Key, 20);
    sign->setAccent();
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(m_readyText, 1);
    card->body()->addLayout(line);
    card->body()->addLayout(buttonLine({m_useRemembered, m_forgetUnused}));
    connect(m_useRemembered, &QPushButton::clicked, &m_model, &ConnectViewModel::connectWithRememberedKey);
    connect(m_forgetUnused, &QPushButton::clicked, &m_model, &ConnectViewModel::forgetRememberedKey);
    return card;
}

QWidget *ConnectPage::makeRemember()
{
    m_remember->setObjectName(QStringLiteral("rememberKey"));
    connect(m_remember, &QCheckBox::clicked, &m_model, &ConnectViewModel::setRemember);
    m_rememberText->setMuted(true);
    auto *explanation = new QHBoxLayout;
    explanation->addSpacing(indicatorIndent);
    explanation->addWidget(m_rememberText, 1);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_remember);
    column->addLayout(explanation);
    return part;
}

QWidget *ConnectPage::makeOrigin()
{
    const ConnectViewModel::State &state = m_model.state();
    auto *card = new Card(tr("Where the key comes from"));
    card->body()->addWidget(new TextLabel(state.howToGetAKey));
    if (!state.practiceKey.isEmpty()) {
        auto *key = new ValueRow(context().clipboard, tr("Key of the practice workspace"), state.practiceKey);
        key->setObjectName(QStringLiteral("practiceKey"));
        card->body()->addWidget(key);
        return card;
    }
    auto *open
        = new LinkButton(tr("Open Clerk’s &Dashboard"), state.dashboardUrl, context().clipboard, context().openUrl);
    open->setObjectName(QStringLiteral("openDashboard"));
    card->body()->addWidget(open);
    auto *address = new ValueRow(context().clipboard, tr("Address of the Dashboard"), state.dashboardUrl.toString());
    address->setObjectName(QStringLiteral("dashboardAddress"));
    card->body()->addWidget(address);
    return card;
}

QWidget *ConnectPage::makeConnected()
{
    auto *card = new Card(tr("Connection"));
    auto *pill = new StatusLabel(StatusTone::Success, tr("Connected"));
    pill->setObjectName(QStringLiteral("connectionState"));
    pill->setPill(true);
    card->addToHeader(pill);
    m_connectedText->setObjectName(QStringLiteral("connectedText"));
    m_sourceText->setObjectName(QStringLiteral("keySource"));
    m_sourceText->setMuted(true);
    card->body()->addWidget(m_connectedText);
    card->body()->addWidget(m_sourceText);
    card->body()->addLayout(buttonLine({m_another, m_save, m_forSession, m_forget}));
    connect(m_another, &QPushButton::clicked, this, [this] {
        m_model.useAnotherKey();
        m_key->setFocus();
    });
    connect(m_save, &QPushButton::clicked, &m_model, &ConnectViewModel::saveKey);
    connect(m_forSession, &QPushButton::clicked, &m_model, &ConnectViewModel::keepForSession);
    connect(m_forget, &QPushButton::clicked, &m_model, &ConnectViewModel::forgetRememberedKey);
    return card;
}

QWidget *ConnectPage::makeWork()
{
    auto *work = new QWidget;
    auto *line = new QHBoxLayout(work);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(m_busy, 1);
    line->addWidget(m_stop);
    line->addWidget(m_lookAgain);
    QSizePolicy staying = m_stop->sizePolicy(); // so that nothing below moves when work begins
    staying.setRetainSizeWhenHidden(true);
    m_stop->setSizePolicy(staying);
    connect(m_stop, &QPushButton::clicked, &m_model, &ConnectViewModel::stopChecking);
    connect(m_lookAgain, &QPushButton::clicked, this, [this] {
        m_looksForKey = true;
        m_model.lookAgain();
    });
    return work;
}

void ConnectPage::render()
{
    const ConnectViewModel::State &state = m_model.state();
    setNotice(state.notice);
    const bool isConnected = state.phase == Phase::Connected;
    const bool takesFocusAlong
        = isConnected && isAncestorOf(focusWidget()) && !m_connected->isAncestorOf(focusWidget());
    m_connected->setVisible(isConnected);
    const bool hasReadyKey = state.source != KeySource::None && state.source != KeySource::Typed;
    m_readyKey->setVisible(!isConnected && hasReadyKey);
    m_keyRow->setRemark(hasReadyKey ? tr("(to use another one)") : QString());
    m_keyRow->setVisible(!isConnected);
    m_rememberPart->setVisible(!isConnected);
    m_origin->setVisible(!isConnected);
    renderAsking(state);
    renderConnected(state);
    renderWork(state);
    if (takesFocusAlong)
        focusFirstField();
    else if (m_looksForKey && !state.lookingUp)
        focusWhatWasFound();
}

/// The button that was pressed is gone, or was off meanwhile, and has left the focus to whatever comes next.
void ConnectPage::focusWhatWasFound()
{
    m_looksForKey = false;
    if (m_model.state().phase != Phase::Asking || m_key->lineEdit()->hasFocus())
        return;
    if (!m_readyKey->isHidden())
        m_useRemembered->setFocus();
    else if (!m_lookAgain->isHidden())
        m_lookAgain->setFocus();
    else
        m_key->setFocus();
}

void ConnectPage::renderAsking(const ConnectViewModel::State &state)
{
    const bool isAsking = state.phase == Phase::Asking;
    if (state.phase == Phase::Connected)
        m_key->clear();
    m_readyText->setText(state.sourceText);
    const bool offersRemembered = state.source == KeySource::Remembered;
    m_useRemembered->setVisible(offersRemembered);
    m_useRemembered->setEnabled(isAsking && !state.forgetting);
    m_forgetUnused->setVisible(offersRemembered);
    m_forgetUnused->setEnabled(isAsking && !state.forgetting);
    m_key->setReadOnly(!isAsking);
    m_keyRow->setError(state.keyProblem);
    m_remember->setChecked(state.remember && state.canRemember);
    m_remember->setEnabled(isAsking && state.canRemember);
    m_rememberText->setText(state.rememberText);
}

void ConnectPage::renderConnected(const ConnectViewModel::State &state)
{
    m_connectedText->setText(state.connectedText);
    m_sourceText->setText(state.sourceText);
    m_save->setVisible(state.canSave);
    if (state.keepingNeedsUnlocking)
        m_save->setText(tr("&Unlock…"));
    else
        m_save->setText(state.canKeepForSession ? tr("&Try again to keep it") : tr("&Keep the key on this computer"));
    m_forSession->setVisible(state.canKeepForSession);
    m_forget->setVisible(state.hasRememberedKey);
    m_forget->setEnabled(!state.forgetting && !state.saving);
}

void ConnectPage::renderWork(const ConnectViewModel::State &state)
{
    QString work;
    if (state.phase == Phase::Checking)
        work = tr("Asking Clerk whether the key works…");
    else if (state.saving)
        work = tr("Putting the key into the password store. It may ask for its own password…");
    else if (state.forgetting)
        work = tr("Removing the key from the password store…");
    else if (state.lookingUp)
        work = tr("Looking for a key in this computer’s password store…");
    m_busy->setText(work);
    m_stop->setVisible(state.phase == Phase::Checking);
    m_lookAgain->setVisible(state.canLookAgain && state.phase == Phase::Asking);
    m_lookAgain->setText(state.storeIsLocked ? tr("&Unlock…") : tr("&Try again"));
    m_lookAgain->setEnabled(!state.lookingUp);
}

} // namespace golive
