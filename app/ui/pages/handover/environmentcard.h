#pragma once

#include "ui/widgets/card.h"
#include "wizard/handover/environmentpart.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace golive {

struct PageContext;
class BulletList;
class CodeText;
class CopyButton;
class StatusLabel;
class TextLabel;

/// What the application is built with, its folder, and the variables that go into its environment file.
class EnvironmentCard final : public Card
{
    Q_OBJECT

public:
    EnvironmentCard(EnvironmentPart &part, const PageContext &context, QWidget *parent = nullptr);

    void setState(const EnvironmentState &state, bool ready);

private:
    void build();
    void buildFolder();
    void buildTarget();
    void chooseFolder();
    void saveElsewhere();
    void renderFolder(const EnvironmentState &state);
    void renderTarget(const EnvironmentState &state);

    EnvironmentPart &m_part;
    QComboBox *m_framework;
    CodeText *m_preview;
    QCheckBox *m_withSecret;
    TextLabel *m_secretRemark;
    CopyButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_chooseFolder;
    TextLabel *m_folder;
    StatusLabel *m_folderRemark;
    QWidget *m_target;
    QComboBox *m_file;
    BulletList *m_changes;
    StatusLabel *m_warnings;
    QPushButton *m_earlier;
    QPushButton *m_write;
};

} // namespace golive
