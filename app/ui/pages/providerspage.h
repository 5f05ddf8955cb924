#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/providersviewmodel.h"

#include <QHash>

class QCheckBox;
class QPushButton;

namespace golive {

class BusyIndicator;
class Card;
class DashboardConnections;
class LinkButton;
class ProviderCard;
class StoreTroublePart;
class TextLabel;

/// Step 7: one card per sign-in provider.
class ProvidersPage final : public Page
{
    Q_OBJECT

public:
    ProvidersPage(ProvidersViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Sign-in providers"); }
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] QWidget *firstField() const override;

protected:
    void render() override;

    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildImport();
    void matchCards(const ProvidersViewModel::State &state);

    ProvidersViewModel &m_viewModel;
    TextLabel *m_headline;
    Card *m_storeCard;
    StoreTroublePart *m_storeTrouble;
    BusyIndicator *m_busy;
    QPushButton *m_reload;
    QCheckBox *m_setUp; ///< the person's word, where Clerk does not let the providers be read
    LinkButton *m_dashboard;
    QVBoxLayout *m_list;
    DashboardConnections *m_elsewhere;
    QWidget *m_import;
    QHash<QString, ProviderCard *> m_cards;
};

} // namespace golive
