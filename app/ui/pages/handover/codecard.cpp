#include "ui/pages/handover/codecard.h"

#include "ui/shell/pagecontext.h"
#include "ui/widgets/codetext.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>

namespace golive {

using CodeRow = HandoverViewModel::CodeRow;

CodeCard::CodeCard(HandoverViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Card(tr("Code for your developer"), parent)
    , m_viewModel(viewModel)
    , m_context(context)
    , m_inside(new QWidget)
{
    auto *explanation = new TextLabel(tr("Written for your hosts and what the application is built with. All of it is "
                                         "in the document, too."));
    explanation->setMuted(true);
    body()->addWidget(explanation);
    body()->addWidget(m_inside);
    auto *lines = new QVBoxLayout(m_inside);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
}

void CodeCard::setRows(const QList<CodeRow> &rows)
{
    setVisible(!rows.isEmpty());
    QStringList ids;
    for (const CodeRow &row : rows)
        ids.append(row.id);
    if (ids != m_ids) {
        m_ids = ids;
        m_pieces.clear();
        qDeleteAll(m_inside->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        for (const CodeRow &row : rows)
            addPiece(row);
    }
    for (const CodeRow &row : rows) {
        const Piece piece = m_pieces.value(row.id);
        piece.title->setTitle(row.title);
        piece.explanation->setText(row.explanation);
        piece.code->setCode(row.text.trimmed());
    }
}

void CodeCard::addPiece(const CodeRow &row)
{
    const Piece piece {new Disclosure(row.title), new TextLabel, new CodeText(row.title)};
    piece.title->setObjectName(QStringLiteral("code.") + row.id);
    piece.explanation->setMuted(true);
    auto *copy = new CopyButton(m_context.clipboard, row.title);
    copy->setObjectName(QStringLiteral("copy.") + row.id);
    copy->setValue([this, id = row.id] {
        const auto &all = m_viewModel.state().code;
        const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const CodeRow &each) { return each.id == id; });
        return found == all.cend() ? QString() : found->text;
    });
    auto *saveButton = new QPushButton(tr("Save as %1…").arg(QFileInfo(row.file).fileName()));
    saveButton->setObjectName(QStringLiteral("save.") + row.id);
    saveButton->setAutoDefault(false);
    saveButton->setAccessibleName(tr("Save: %1").arg(row.title));
    connect(saveButton, &QPushButton::clicked, this, [this, id = row.id] { save(id); });
    auto *buttons = new FlowLayout;
    buttons->addWidget(copy);
    buttons->addWidget(saveButton);
    piece.title->body()->addWidget(piece.explanation);
    piece.title->body()->addWidget(piece.code);
    piece.title->body()->addLayout(buttons);
    m_inside->layout()->addWidget(piece.title);
    m_pieces.insert(row.id, piece);
}

void CodeCard::save(const QString &id)
{
    const auto &all = m_viewModel.state().code;
    const auto row = std::find_if(all.cbegin(), all.cend(), [&id](const CodeRow &each) { return each.id == id; });
    if (row == all.cend())
        return;
    auto *dialog = new QFileDialog(window(), row->title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // an existing file is never replaced
    dialog->selectFile(QFileInfo(row->file).fileName());
    connect(dialog, &QFileDialog::fileSelected, &m_viewModel,
            [this, id](const QString &path) { m_viewModel.saveCode(id, path); });
    dialog->open();
}

} // namespace golive
