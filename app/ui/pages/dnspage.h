#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/dnsstate.h"

class QVBoxLayout;

namespace golive {

class BulletList;
class Card;
class DnsFindingCard;
class DnsHandoutBlock;
class DnsHeadlineCard;
class DnsProviderBlock;
class DnsRecordRow;
class DnsViewModel;
class SectionTitle;
class TextLabel;

/// Step 8, made to stand beside the DNS provider's website: what to type, value by value, and what
/// has arrived.
class DnsPage final : public Page
{
    Q_OBJECT

public:
    DnsPage(DnsViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString shortTitle() const override;
    [[nodiscard]] QString helpText() const override;

protected:
    bool event(QEvent *event) override;
    void render() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    [[nodiscard]] Card *buildRecords();
    void bind();
    void renderCards(const DnsState &state);
    void renderRecords(const DnsState &state);
    void matchRows(const QList<DnsRow> &rows);

    DnsViewModel &m_model;

    TextLabel *m_foreign = nullptr;
    TextLabel *m_domainRemark = nullptr;
    DnsHeadlineCard *m_headline = nullptr;
    QVBoxLayout *m_cardColumn = nullptr;
    QList<DnsFindingCard *> m_cards;
    DnsProviderBlock *m_provider = nullptr;

    Card *m_records = nullptr;
    TextLabel *m_silence = nullptr;
    TextLabel *m_announcement = nullptr;
    TextLabel *m_typeHeading = nullptr;
    TextLabel *m_nameHeading = nullptr;
    QList<DnsRecordRow *> m_rows;

    SectionTitle *m_remarksTitle = nullptr;
    BulletList *m_remarks = nullptr;
    DnsHandoutBlock *m_handout = nullptr;
};

} // namespace golive
