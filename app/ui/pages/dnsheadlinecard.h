#pragma once

#include "ui/widgets/card.h"
#include "wizard/steps/dnsstate.h"

class QProgressBar;
class QPushButton;

namespace golive {

struct PageContext;
class GlyphLabel;
class LinkButton;
class TextLabel;

/// The one thing to know about the records, what is waited for, and the button to look again.
class DnsHeadlineCard final : public Card
{
    Q_OBJECT

public:
    explicit DnsHeadlineCard(const PageContext &context, QWidget *parent = nullptr);

    void setState(const DnsState &state);

Q_SIGNALS:
    void checkWanted();

private:
    void build();

    GlyphLabel *m_icon;
    TextLabel *m_headline;
    TextLabel *m_advice;
    TextLabel *m_wait;
    TextLabel *m_clerkLine;
    TextLabel *m_nextLook;
    LinkButton *m_link;
    QProgressBar *m_progress;
    QPushButton *m_checkNow;
};

} // namespace golive
