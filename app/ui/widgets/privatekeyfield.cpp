#include "ui/widgets/privatekeyfield.h"

#include "foundation/wiping.h"
#include "ui/widgets/statuslabel.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>

namespace golive {

PrivateKeyField::PrivateKeyField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_choose(new QPushButton(tr("Choose the file…")))
    , m_paste(new QPushButton(tr("Paste")))
    , m_status(new StatusLabel)
{
    setAcceptDrops(true);
    setFocusProxy(m_choose);
    m_choose->setObjectName(name);
    m_choose->setAutoDefault(false);
    m_paste->setObjectName(name + QStringLiteral(".paste"));
    m_paste->setAccessibleName(tr("Paste the private key"));
    m_paste->setAutoDefault(false);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choose);
    layout->addWidget(m_paste);
    layout->addWidget(m_status, 1);
    setFilled(false);

    connect(m_choose, &QPushButton::clicked, this, &PrivateKeyField::choose);
    connect(m_paste, &QPushButton::clicked, this, [this] {
        QString text = QGuiApplication::clipboard()->text();
        Q_EMIT pasted(text);
        wipe(text);
    });
}

void PrivateKeyField::setFilled(bool filled, bool held)
{
    m_status->setStatus(filled ? StatusTone::Success : StatusTone::Neutral,
                        filled     ? tr("A private key is entered.")
                            : held ? tr("Clerk has a key; choose another to replace it.")
                                   : tr("No key yet. You can drop the file here, too."));
}

void PrivateKeyField::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().constFirst().isLocalFile())
        event->acceptProposedAction();
}

void PrivateKeyField::dropEvent(QDropEvent *event)
{
    Q_EMIT fileChosen(event->mimeData()->urls().constFirst().toLocalFile());
}

void PrivateKeyField::choose()
{
    auto *dialog = new QFileDialog(window(), tr("Choose the private key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Private keys (*.p8 *.pem *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PrivateKeyField::fileChosen);
    dialog->open();
}

} // namespace golive
