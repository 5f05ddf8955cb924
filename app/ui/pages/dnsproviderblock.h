#pragma once

#include "wizard/steps/dnsstate.h"

#include <QWidget>

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

private:
    void build();

    QString m_address;
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
