#include "ui/pages/dnshandoutblock.h"

#include "ui/shell/pagecontext.h"
#include "ui/theme/glyphs.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"
#include "wizard/steps/dnsviewmodel.h"

#include <QFileDialog>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace golive {

DnsHandoutBlock::DnsHandoutBlock(DnsViewModel &model, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_context(context)
    , m_copyAll(new QPushButton(glyphIcon(Glyph::Copy), tr("Copy all as text"), this))
    , m_save(new QPushButton(glyphIcon(Glyph::Save), tr("Save as zone file…"), this))
    , m_mail(new QPushButton(glyphIcon(Glyph::Mail), tr("Write an email"), this))
    , m_noFile(new TextLabel({}, TextRole::Small, this))
    , m_done(new StatusLabel(StatusTone::Success, {}, this))
{
    m_copyAll->setObjectName(QStringLiteral("copyAll"));
    m_save->setObjectName(QStringLiteral("saveZoneFile"));
    m_mail->setObjectName(QStringLiteral("writeMail"));
    m_noFile->setObjectName(QStringLiteral("noZoneFile"));
    m_done->setObjectName(QStringLiteral("handedOver"));
    build();
    connect(m_copyAll, &QPushButton::clicked, this, &DnsHandoutBlock::copyAll);
    connect(m_save, &QPushButton::clicked, this, &DnsHandoutBlock::saveZoneFile);
    connect(m_mail, &QPushButton::clicked, this, &DnsHandoutBlock::writeMail);
}

void DnsHandoutBlock::build()
{
    m_noFile->setMuted(true);
    m_done->setVisible(false);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_copyAll);
    buttons->addWidget(m_mail);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new SectionTitle(tr("Does somebody else look after the DNS?"), this));
    column->addWidget(new TextLabel(tr("Hand them all records at once."), TextRole::Body, this));
    column->addLayout(buttons);
    column->addWidget(m_noFile);
    column->addWidget(m_done);
}

void DnsHandoutBlock::setState(const DnsState &state)
{
    setVisible(state.showsRecords);
    m_save->setVisible(state.noZoneFile.isEmpty());
    m_noFile->setText(state.noZoneFile);
    m_noFile->setVisible(!state.noZoneFile.isEmpty());
    if (m_doneWith != m_model.recordsAsText())
        m_done->setVisible(false);
}

void DnsHandoutBlock::copyAll()
{
    m_context.clipboard.copy(m_model.recordsAsText());
    sayDone(true, tr("All records are on the clipboard."));
}

void DnsHandoutBlock::saveZoneFile()
{
    auto *dialog = new QFileDialog(window(), tr("Save the records as a zone file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_model.zoneFileName());
    connect(dialog, &QFileDialog::fileSelected, &m_model, &DnsViewModel::saveZoneFile);
    dialog->open();
}

void DnsHandoutBlock::writeMail()
{
    if (m_context.openUrl && m_context.openUrl(m_model.mailDraft()))
        sayDone(true, tr("Your email program has the draft."));
    else
        sayDone(false, tr("No email program answered. Copy all as text instead, and paste it into a message."));
}

void DnsHandoutBlock::sayDone(bool done, const QString &words)
{
    m_doneWith = m_model.recordsAsText();
    m_done->setStatus(done ? StatusTone::Success : StatusTone::Warning, words);
    m_done->setVisible(true);
}

} // namespace golive
