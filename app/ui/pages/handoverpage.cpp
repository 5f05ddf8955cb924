#include "ui/pages/handoverpage.h"

#include "ui/pages/handover/codecard.h"
#include "ui/pages/handover/environmentcard.h"
#include "ui/pages/handover/hostingcard.h"
#include "ui/pages/handover/switchcard.h"
#include "ui/pages/handoverlist.h"
#include "ui/widgets/bulletlist.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/headlinecard.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace golive {
namespace {

/// The first file or folder of this computer among what is dragged; empty where there is none.
QString localPath(const QMimeData *data)
{
    const QList<QUrl> addresses = data == nullptr ? QList<QUrl>() : data->urls();
    for (const QUrl &address : addresses)
        if (address.isLocalFile())
            return address.toLocalFile();
    return {};
}

} // namespace

HandoverPage::HandoverPage(HandoverViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
    , m_headline(new HeadlineCard)
    , m_saveDocument(new QPushButton(glyphIcon(Glyph::Save), tr("Save the document…")))
    , m_copyDocument(new CopyButton(context.clipboard, tr("the document as Markdown")))
    , m_keysTaken(new QCheckBox(tr("My hosting has the production keys, and the application was built anew")))
    , m_keysTakenHint(new TextLabel)
    , m_environment(new EnvironmentCard(viewModel.environment(), context))
    , m_hosting(new HostingCard(viewModel, context))
    , m_code(new CodeCard(viewModel, context))
    , m_site(new SwitchCard(viewModel.site()))
    , m_checklist(new HandoverList)
    , m_goodToKnow(new BulletList)
{
    setAcceptDrops(true);
    buildHeadline();
    build();
    HandoverPage::render();
}

QString HandoverPage::subtitle() const
{
    return tr("Your application and its hosting learn about production.");
}

QString HandoverPage::helpText() const
{
    return tr("Two things decide whether people can sign in: the hosting has the production keys, and the application "
              "was built anew with them.\n\n"
              "If you do not program, save the document and send it to your developer. It holds no secret. The secret "
              "key is best entered at the hosting by yourself.\n\n"
              "If the application’s folder is on this computer, drop it on this page: Golive then writes the variables "
              "into the right file and keeps a copy of the file as it was.");
}

void HandoverPage::buildHeadline()
{
    m_headline->setObjectName(QStringLiteral("handoverHeadline"));
    m_saveDocument->setObjectName(QStringLiteral("saveDocument"));
    m_saveDocument->setAutoDefault(false);
    m_copyDocument->setObjectName(QStringLiteral("copyDocument"));
    m_copyDocument->setCaption(tr("Copy as Markdown"));
    m_copyDocument->setValue([this] { return m_viewModel.documentAsMarkdown(); });
    m_keysTaken->setObjectName(QStringLiteral("keysTaken"));
    m_keysTakenHint->setMuted(true);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_saveDocument);
    buttons->addWidget(m_copyDocument);
    m_headline->body()->addLayout(buttons);
    connect(m_saveDocument, &QPushButton::clicked, this, &HandoverPage::saveDocument);
    connect(m_keysTaken, &QCheckBox::toggled, &m_viewModel, &HandoverViewModel::setKeysTaken);
    connect(m_checklist, &HandoverList::ticked, &m_viewModel, &HandoverViewModel::tick);
}

void HandoverPage::build()
{
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_keysTaken);
    auto *below = new QHBoxLayout; // spacing follows the reading direction, margins do not
    below->setSpacing(0);
    below->addSpacing(26);
    below->addWidget(m_keysTakenHint, 1);
    words->addLayout(below);
    m_hosting->body()->addLayout(words);
    auto *known = new Card(tr("Good to know"));
    known->body()->addWidget(m_goodToKnow);
    for (QWidget *card : QList<QWidget *> {m_headline, m_environment, m_hosting, m_site, m_code, m_checklist, known})
        content()->addWidget(card);
    content()->addStretch();
}

void HandoverPage::saveDocument()
{
    auto *dialog = new QFileDialog(window(), tr("Save the document for your team"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Web page, also for printing (*.html)"), tr("Markdown (*.md)")});
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_viewModel.documentName());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.md")) ? QStringLiteral("md")
                                                                        : QStringLiteral("html"));
    });
    connect(dialog, &QFileDialog::fileSelected, &m_viewModel, &HandoverViewModel::saveDocument);
    dialog->open();
}

void HandoverPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_viewModel.state().ready && !localPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void HandoverPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_viewModel.environment().openFolder(localPath(event->mimeData()));
    bringToAttention(QStringLiteral("chooseFolder"));
}

void HandoverPage::render()
{
    const HandoverViewModel::State &state = m_viewModel.state();
    setNotice(state.notice);
    StatusTone tone = StatusTone::Neutral;
    if (state.ready)
        tone = state.keysTaken ? StatusTone::Success : StatusTone::Warning;
    m_headline->setHeadline(tone, state.headline, state.explanation);
    m_saveDocument->setEnabled(state.ready);
    m_copyDocument->setEnabled(state.ready);
    m_environment->setState(state.environment, state.ready);
    m_hosting->setState(state);
    m_code->setRows(state.code);
    m_site->setState(state.site);
    m_checklist->setRows(state.checklist);
    m_goodToKnow->setLines(state.goodToKnow);
    m_keysTakenHint->setText(state.keysTakenHint);
    m_keysTaken->setAccessibleDescription(state.keysTakenHint);
    m_keysTaken->setEnabled(state.ready);
    const QSignalBlocker quiet(m_keysTaken);
    m_keysTaken->setChecked(state.keysTaken);
}

} // namespace golive
