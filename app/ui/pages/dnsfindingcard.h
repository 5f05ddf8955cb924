#pragma once

#include "wizard/steps/dnsstate.h"

#include <QFrame>

namespace golive {

struct PageContext;
class GlyphLabel;
class LinkButton;
class TextLabel;

/// Something that is wrong with the whole domain or this network: what, what to do, and where.
class DnsFindingCard final : public QFrame
{
    Q_OBJECT

public:
    explicit DnsFindingCard(const PageContext &context, QWidget *parent = nullptr);

    void setCard(const DnsCard &card);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DnsCard m_card;
    GlyphLabel *m_sign;
    TextLabel *m_problem;
    TextLabel *m_fix;
    TextLabel *m_id;
    LinkButton *m_link;
};

} // namespace golive
