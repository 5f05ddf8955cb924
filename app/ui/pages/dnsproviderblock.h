#pragma once

#include "wizard/steps/dnsstate.h"

#include <QWidget>

class QBoxLayout;

namespace golive {

struct PageContext;
class BulletList;
class CopyButton;
class ElidedLabel;
class LinkButton;
class TextLabel;

/// Whose servers hold the zone, its page for records and its guide, and what is special there.
class DnsProviderBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit DnsProviderBlock(const PageContext &context, QWidget *parent = nullptr);

    void setState(const DnsState &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();

    QString m_address;
    QBoxLayout *m_sides = nullptr; ///< words and buttons: side by side, or below each other
    TextLabel *m_provider;
    ElidedLabel *m_shownAddress;
    CopyButton *m_copy;
    LinkButton *m_console;
    LinkButton *m_guide;
    TextLabel *m_connect;
    LinkButton *m_connectPage;
    BulletList *m_notes;
};

} // namespace golive
