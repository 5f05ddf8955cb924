#include "ui/shell/reportdialog.h"

#include "foundation/wholefile.h"
#include "ui/privacy/sharedscreen.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/statuslabel.h"
#include "wizard/privacy/maskedtext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace golive {
namespace {

constexpr QSize usualSize {760, 620};
constexpr int margin = 24;

} // namespace

ReportDialog::ReportDialog(QString report, ClipboardGuard &clipboard, QWidget *parent)
    : QDialog(parent)
    , m_report(std::move(report))
    , m_cover(new QCheckBox(tr("&Cover ids, domains and addresses")))
    , m_text(new QPlainTextEdit)
    , m_outcome(new StatusLabel)
{
    setWindowTitle(tr("Report for support"));
    m_cover->setObjectName(QStringLiteral("coverReport"));
    m_cover->setChecked(screenIsShared());
    m_text->setObjectName(QStringLiteral("supportReport"));
    m_text->setAccessibleName(tr("The report"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(textFont(TextRole::Technical));
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_outcome->setParagraph();
    m_outcome->setVisible(false);

    auto *buttons = new QDialogButtonBox;
    QPushButton *save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("saveReport"));
    auto *copy = new CopyButton(clipboard, tr("the report"));
    copy->setObjectName(QStringLiteral("copyReport"));
    copy->setValue([this] { return shown(); });
    buttons->addButton(copy, QDialogButtonBox::ActionRole);
    QPushButton *close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    close->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(12);
    column->addWidget(new TextLabel(tr(
        "What somebody needs who helps you from afar: versions, where your deployment stands, what servers answered. "
        "No key and no password is in it. Read it, then send it yourself; Golive sends it nowhere.")));
    column->addWidget(m_text, 1);
    column->addWidget(m_cover);
    column->addWidget(m_outcome);
    column->addWidget(buttons);
    resize(usualSize.boundedTo(screen()->availableGeometry().size() - QSize(40, 80)));

    connect(m_cover, &QCheckBox::toggled, this, &ReportDialog::render);
    connect(save, &QPushButton::clicked, this, &ReportDialog::askWhere);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    render();
    m_text->setFocus();
}

QString ReportDialog::shown() const
{
    return m_cover->isChecked() ? maskedText(m_report) : m_report;
}

void ReportDialog::render()
{
    m_text->setPlainText(shown());
}

void ReportDialog::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("golive-report.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::saveTo);
    dialog->open();
}

void ReportDialog::saveTo(const QString &path)
{
    const Result<> written = writeWholeFile(path, shown().toUtf8());
    const QString name = QDir::toNativeSeparators(path);
    if (written)
        m_outcome->setStatus(StatusTone::Success, tr("The report is in %1.").arg(name));
    else
        m_outcome->setStatus(StatusTone::Problem,
                             tr("The report could not be written to %1. Choose another folder.").arg(name));
    m_outcome->setVisible(true);
}

} // namespace golive
