#include "ui/pages/handover/environmentcard.h"

#include "ui/shell/pagecontext.h"
#include "ui/widgets/bulletlist.h"
#include "ui/widgets/codetext.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace golive {
namespace {

constexpr int besideTheBox = 26; ///< where the words of a check box begin

QPushButton *plainButton(const char *name, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

/// A choice behind its label, on one line.
QHBoxLayout *labelled(const QString &text, QComboBox *box)
{
    auto *label = new TextLabel(text);
    label->setWordWrap(false);
    label->setBuddy(box);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(box);
    row->addStretch();
    return row;
}

} // namespace

EnvironmentCard::EnvironmentCard(EnvironmentPart &part, const PageContext &context, QWidget *parent)
    : Card(tr("Environment variables"), parent)
    , m_part(part)
    , m_framework(new QComboBox)
    , m_preview(new CodeText(tr("Environment variables, with the secret key hidden")))
    , m_withSecret(new QCheckBox(tr("Include the secret key")))
    , m_secretRemark(new TextLabel)
    , m_copy(new CopyButton(context.clipboard, tr("the environment variables")))
    , m_save(plainButton("saveEnvironment", tr("Save to a file…")))
    , m_chooseFolder(plainButton("chooseFolder", tr("Choose folder…")))
    , m_folder(new TextLabel)
    , m_folderRemark(new StatusLabel)
    , m_target(new QWidget)
    , m_file(new QComboBox)
    , m_changes(new BulletList)
    , m_warnings(new StatusLabel(StatusTone::Warning))
    , m_earlier(plainButton("earlierDomain", tr("It is an earlier domain of this application")))
    , m_write(plainButton("writeEnvironment", tr("Write into the file")))
{
    build();
    buildFolder();
    buildTarget();
    connect(m_framework, &QComboBox::activated, &m_part,
            [this] { m_part.chooseFramework(m_framework->currentData().toString()); });
    connect(m_copy, &CopyButton::copied, &m_part, &EnvironmentPart::noteCopied);
    connect(m_withSecret, &QCheckBox::toggled, &m_part, &EnvironmentPart::setWithSecret);
    connect(m_save, &QPushButton::clicked, this, &EnvironmentCard::saveElsewhere);
    connect(m_chooseFolder, &QPushButton::clicked, this, &EnvironmentCard::chooseFolder);
    connect(m_file, &QComboBox::textActivated, &m_part, &EnvironmentPart::chooseFile);
    connect(m_earlier, &QPushButton::clicked, &m_part, &EnvironmentPart::acceptEarlierDomain);
    connect(m_write, &QPushButton::clicked, &m_part, &EnvironmentPart::write);
}

void EnvironmentCard::build()
{
    m_framework->setObjectName(QStringLiteral("framework"));
    for (const Framework &framework : frameworks())
        m_framework->addItem(framework.name, framework.id);
    m_preview->setObjectName(QStringLiteral("environmentPreview"));
    m_withSecret->setObjectName(QStringLiteral("withSecret"));
    m_secretRemark->setObjectName(QStringLiteral("secretRemark"));
    m_secretRemark->setMuted(true);
    m_copy->setObjectName(QStringLiteral("copyEnvironment"));
    m_copy->setSecret([this] { return m_part.text(); });
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    auto *secret = new QVBoxLayout;
    secret->setSpacing(2);
    secret->addWidget(m_withSecret);
    auto *below = new QHBoxLayout; // spacing follows the reading direction, margins do not
    below->setSpacing(0);
    below->addSpacing(besideTheBox);
    below->addWidget(m_secretRemark, 1);
    secret->addLayout(below);
    body()->addLayout(labelled(tr("Built with"), m_framework));
    body()->addWidget(m_preview);
    body()->addLayout(secret);
    body()->addLayout(buttons);
}

void EnvironmentCard::buildFolder()
{
    m_folder->setTechnical();
    m_folder->setObjectName(QStringLiteral("projectFolder"));
    m_folderRemark->setParagraph();
    m_folderRemark->setObjectName(QStringLiteral("folderRemark"));
    auto *explanation = new TextLabel(
        tr("Is the application’s folder on this computer? Choose it, or drop it on this window, and Golive writes the "
           "variables into the right file. Everything else in the file stays as it is."));
    explanation->setMuted(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_chooseFolder, 0, Qt::AlignTop);
    row->addWidget(m_folder, 1);
    body()->addSpacing(4);
    body()->addWidget(explanation);
    body()->addLayout(row);
    body()->addWidget(m_folderRemark);
}

void EnvironmentCard::buildTarget()
{
    m_file->setObjectName(QStringLiteral("environmentFile"));
    m_file->setLayoutDirection(Qt::LeftToRight); // a name that begins with a dot
    m_file->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_changes->setObjectName(QStringLiteral("environmentChanges"));
    m_warnings->setParagraph();
    m_warnings->setObjectName(QStringLiteral("environmentWarnings"));
    auto *column = new QVBoxLayout(m_target);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(labelled(tr("File"), m_file));
    column->addWidget(m_changes);
    column->addWidget(m_warnings);
    auto *row = new FlowLayout;
    row->addWidget(m_write);
    row->addWidget(m_earlier);
    column->addLayout(row);
    body()->addWidget(m_target);
}

void EnvironmentCard::chooseFolder()
{
    auto *dialog = new QFileDialog(window(), tr("Choose the application’s folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, &m_part, &EnvironmentPart::openFolder);
    dialog->open();
}

void EnvironmentCard::saveElsewhere()
{
    auto *dialog = new QFileDialog(window(), tr("Save the environment variables"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // a file that is there is added to
    dialog->selectFile(m_part.framework().file);
    connect(dialog, &QFileDialog::fileSelected, &m_part, &EnvironmentPart::saveAs);
    dialog->open();
}

void EnvironmentCard::setState(const EnvironmentState &state, bool ready)
{
    const QSignalBlocker quietFramework(m_framework);
    const QSignalBlocker quietSecret(m_withSecret);
    m_framework->setCurrentIndex(m_framework->findData(state.frameworkId));
    m_preview->setCode(state.preview.trimmed());
    m_preview->setVisible(!state.preview.isEmpty());
    m_withSecret->setVisible(state.mayHoldSecret);
    m_withSecret->setEnabled(ready && !state.askingForSecret);
    m_withSecret->setChecked(state.withSecret);
    m_withSecret->setAccessibleDescription(state.secretRemark);
    m_secretRemark->setText(state.secretRemark);
    m_copy->setEnabled(state.ready);
    m_save->setEnabled(state.ready);
    m_chooseFolder->setEnabled(ready);
    renderFolder(state);
    renderTarget(state);
}

void EnvironmentCard::renderFolder(const EnvironmentState &state)
{
    m_folder->setText(QDir::toNativeSeparators(state.folder));
    if (!state.folderProblem.isEmpty())
        m_folderRemark->setStatus(StatusTone::Warning, state.folderProblem);
    else
        m_folderRemark->setStatus(StatusTone::Information, state.folderRemark);
    m_folderRemark->setVisible(!m_folderRemark->text().isEmpty());
}

void EnvironmentCard::renderTarget(const EnvironmentState &state)
{
    m_target->setVisible(!state.folder.isEmpty());
    const QSignalBlocker quiet(m_file);
    m_file->clear();
    m_file->addItems(state.files);
    m_file->setCurrentText(state.file);
    m_changes->setLines(state.changes);
    m_changes->setVisible(!state.changes.isEmpty());
    const QStringList warnings = state.refusal.isEmpty() ? state.warnings : QStringList(state.refusal);
    m_warnings->setStatus(state.refusal.isEmpty() ? StatusTone::Warning : StatusTone::Problem,
                          warnings.join(QStringLiteral("\n\n")));
    m_warnings->setVisible(!warnings.isEmpty());
    m_write->setText(state.file.isEmpty() ? tr("Write into the file") : tr("Write into %1").arg(state.file));
    m_write->setEnabled(state.canWrite);
    if (m_earlier->hasFocus() && !state.maybeEarlierDomain) // whoever said so goes on from there
        m_write->setFocus();
    m_earlier->setVisible(state.maybeEarlierDomain);
}

} // namespace golive
