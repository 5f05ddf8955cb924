#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/handoverviewmodel.h"

class QCheckBox;
class QPushButton;

namespace golive {

class BulletList;
class CodeCard;
class CopyButton;
class EnvironmentCard;
class HandoverList;
class HeadlineCard;
class HostingCard;
class SwitchCard;
class TextLabel;

/// Step 11: the application and its hosting learn about production; a document for whoever does it.
class HandoverPage final : public Page
{
    Q_OBJECT

public:
    HandoverPage(HandoverViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Hand over"); }
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] QWidget *firstField() const override { return nullptr; } ///< the page is read from its top

protected:
    void render() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildHeadline();
    void saveDocument();

    HandoverViewModel &m_viewModel;
    HeadlineCard *m_headline;
    QPushButton *m_saveDocument;
    CopyButton *m_copyDocument;
    QCheckBox *m_keysTaken;
    TextLabel *m_keysTakenHint;
    EnvironmentCard *m_environment;
    HostingCard *m_hosting;
    CodeCard *m_code;
    SwitchCard *m_site;
    HandoverList *m_checklist;
    BulletList *m_goodToKnow;
};

} // namespace golive
