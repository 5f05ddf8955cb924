#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/goliveviewmodel.h"

class QPushButton;

namespace golive {

class Card;
class HeadlineCard;
class LinkButton;
class SecretRow;
class StatusLabel;
class StoreTroublePart;
class TextLabel;
class ValueRow;

/// Step 10: how the domain stands, and the keys.
class GoLivePage final : public Page
{
    Q_OBJECT

public:
    GoLivePage(GoLiveViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Go live"); }
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] QWidget *firstField() const override;
    /// Adds a part that has a view model of its own at the end.
    void addPart(QWidget *part);

protected:
    void render() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// The widgets of one line of Clerk's view.
    struct PartRow
    {
        StatusLabel *status = nullptr;
        TextLabel *text = nullptr;
        TextLabel *remarks = nullptr;
    };

    QWidget *buildHeadline();
    QWidget *buildStatus();
    QWidget *buildKeys();
    void renderStatus(const GoLiveViewModel::State &state);
    void renderKeys(const GoLiveViewModel::State &state);
    [[nodiscard]] PartRow makePartRow();

    GoLiveViewModel &m_viewModel;
    HeadlineCard *m_headline;
    Card *m_statusCard;
    QVBoxLayout *m_parts;
    QList<PartRow> m_partRows;
    TextLabel *m_remark;
    QPushButton *m_check;
    LinkButton *m_domainsPage;
    LinkButton *m_site;
    ValueRow *m_publishable;
    SecretRow *m_secret;
    QPushButton *m_loadKeys;
    TextLabel *m_keyPlace;
    StoreTroublePart *m_keyTrouble;
    LinkButton *m_keysPage;
};

} // namespace golive
