#include "ui/pages/golivepage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/valuerow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace golive {
namespace {

using Standing = GoLivePart::Standing;

StatusTone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::Waiting: return StatusTone::Neutral;
    case Standing::Working: return StatusTone::Waiting;
    case Standing::Done: return StatusTone::Success;
    case Standing::Failed: return StatusTone::Problem;
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
        row->addWidget(widget);
    row->addStretch();
    return row;
}

} // namespace

GoLivePage::GoLivePage(GoLiveViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
{
    content()->addWidget(buildStatus());
    content()->addWidget(buildKeys());
    content()->addWidget(buildEnvironment());
    content()->addWidget(buildChecklist());
    content()->addStretch();
    render();
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

QWidget *GoLivePage::buildStatus()
{
    m_statusCard = new Card(tr("Clerk’s view of your domain"));
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(10);
    m_remark = new TextLabel;
    m_remark->setMuted(true);
    m_check = plainButton(QStringLiteral("askClerkNow"), tr("Check now"));
    m_domainsPage = new LinkButton(tr("Open Clerk’s Domains page"), QUrl(), context().clipboard, context().openUrl);
    m_statusCard->body()->addLayout(m_parts);
    m_statusCard->body()->addWidget(m_remark);
    m_statusCard->body()->addLayout(buttonRow({m_check, m_domainsPage}));
    connect(m_check, &QPushButton::clicked, &m_viewModel, &GoLiveViewModel::checkNow);
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
    m_keyPlace->setMuted(true);
    m_keepKey = plainButton(QStringLiteral("keepKeyAgain"), tr("Try again to keep it"));
    m_keysTaken = new QCheckBox(tr("Both keys are in my application’s hosting"));
    m_keysTaken->setObjectName(QStringLiteral("keysTaken"));
    card->body()->addWidget(m_publishable);
    card->body()->addWidget(m_secret);
    card->body()->addLayout(buttonRow({m_loadKeys, m_keepKey}));
    card->body()->addWidget(m_keyPlace);
    card->body()->addWidget(m_keysTaken);
    connect(m_loadKeys, &QPushButton::clicked, &m_viewModel, &GoLiveViewModel::loadKeys);
    connect(m_keepKey, &QPushButton::clicked, &m_viewModel, &GoLiveViewModel::keepKeyAgain);
    connect(m_keysTaken, &QCheckBox::toggled, &m_viewModel, &GoLiveViewModel::setKeysTaken);
    return card;
}

QWidget *GoLivePage::buildEnvironment()
{
    auto *card = new Card(tr("Environment file"));
    m_framework = new QComboBox;
    m_framework->setObjectName(QStringLiteral("framework"));
    for (const Framework &framework : frameworks())
        m_framework->addItem(framework.name, framework.id);
    auto *label = new QLabel(tr("What your application is built &with:"));
    label->setBuddy(m_framework);
    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("environmentPreview"));
    m_preview->setAccessibleName(tr("Environment file, with the secret key hidden"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setLayoutDirection(Qt::LeftToRight);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setFixedHeight(84);
    auto *copy = new CopyButton(context().clipboard, tr("the environment file"));
    copy->setObjectName(QStringLiteral("copyEnvironment"));
    copy->setSecret([this] { return m_viewModel.environment(); });
    m_copyEnvironment = copy;
    m_saveEnvironment = plainButton(QStringLiteral("saveEnvironment"), tr("Save…"));
    m_environmentHint = new TextLabel;
    m_environmentHint->setMuted(true);
    card->body()->addLayout(buttonRow({label, m_framework}));
    card->body()->addWidget(m_preview);
    card->body()->addLayout(buttonRow({m_copyEnvironment, m_saveEnvironment}));
    card->body()->addWidget(m_environmentHint);
    connect(m_framework, &QComboBox::activated, &m_viewModel,
            [this] { m_viewModel.chooseFramework(m_framework->currentData().toString()); });
    connect(m_saveEnvironment, &QPushButton::clicked, this, &GoLivePage::saveEnvironment);
    return card;
}

QWidget *GoLivePage::buildChecklist()
{
    auto *card = new Card(tr("What remains"));
    m_checklist = card->body();
    return card;
}

void GoLivePage::saveEnvironment()
{
    auto *dialog = new QFileDialog(window(), tr("Save the environment file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_viewModel.state().environmentFile);
    connect(dialog, &QFileDialog::fileSelected, &m_viewModel, &GoLiveViewModel::saveEnvironment);
    dialog->open();
}

void GoLivePage::render()
{
    const GoLiveViewModel::State &state = m_viewModel.state();
    setNotice(state.notice);
    renderStatus(state);
    renderKeys(state);
    renderChecklist(state);
}

void GoLivePage::renderStatus(const GoLiveViewModel::State &state)
{
    m_statusCard->setTitle(state.headline);
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
    m_check->setEnabled(!state.asking);
    m_check->setText(state.asking ? tr("Checking…") : tr("Check now"));
    m_domainsPage->setAddress(state.domainsPage);
}

GoLivePage::PartRow GoLivePage::makePartRow()
{
    PartRow row {new StatusLabel, new TextLabel, new TextLabel};
    row.status->setMinimumWidth(170);
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
    m_publishable->setValue(state.publishableKey);
    m_secret->setSecret(m_viewModel.secretKey());
    m_secret->setVisible(here);
    m_loadKeys->setVisible(!here);
    m_loadKeys->setEnabled(state.keyPhase != KeyPhase::Asking);
    m_loadKeys->setText(state.keyPhase == KeyPhase::Asking ? tr("Getting the secret key…") : tr("Get the secret key"));
    m_keyPlace->setText(state.keyPlace);
    m_keepKey->setVisible(state.keyOnlyInMemory);
    {
        const QSignalBlocker quiet(m_keysTaken);
        m_keysTaken->setChecked(state.keysTaken);
    }
    {
        const QSignalBlocker quiet(m_framework);
        m_framework->setCurrentIndex(m_framework->findData(state.frameworkId));
    }
    if (m_preview->toPlainText() != state.environmentPreview)
        m_preview->setPlainText(state.environmentPreview);
    m_copyEnvironment->setEnabled(here);
    m_saveEnvironment->setEnabled(here);
    m_environmentHint->setText(
        !here ? tr("Get the secret key first; then this can be copied and saved.")
              : tr("Usual name: %1. Public values are built into the pages, so build your application anew.")
                    .arg(state.environmentFile));
}

void GoLivePage::renderChecklist(const GoLiveViewModel::State &state)
{
    for (const auto &row : state.checklist) {
        QCheckBox *&box = m_rows[row.id];
        if (box == nullptr) {
            box = new QCheckBox(row.text);
            box->setObjectName(QStringLiteral("todo.") + row.id);
            auto *explanation = new TextLabel(row.explanation);
            explanation->setMuted(true);
            explanation->setContentsMargins(26, 0, 0, 0);
            box->setAccessibleDescription(row.explanation);
            auto *lines = new QVBoxLayout;
            lines->setSpacing(2);
            lines->addWidget(box);
            lines->addWidget(explanation);
            m_checklist->addLayout(lines);
            connect(box, &QCheckBox::toggled, &m_viewModel,
                    [this, id = row.id](bool ticked) { m_viewModel.tick(id, ticked); });
        }
        const QSignalBlocker quiet(box);
        box->setChecked(row.ticked);
    }
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
