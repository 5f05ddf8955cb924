#pragma once

#include "wizard/steps/dnsstate.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QToolButton;

namespace golive {

class CopyButton;
class DifferenceView;
class DnsRecordDetails;
class LinkButton;
class StatusLabel;
struct PageContext;
class TechnicalText;
class TextLabel;

/// One record in the list: how it stands, the name to type and the value, each with a copy button,
/// a line of diagnosis below, and details on demand.
class DnsRecordRow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int stateWidth = 136;
    static constexpr int nameStretch = 42;
    static constexpr int valueStretch = 58;
    static constexpr int toolWidth = 32;
    static constexpr int narrow = 520; ///< below this the state stands above the name and the value

    /// `forSupport` writes down what every server answered about it.
    DnsRecordRow(const PageContext &context, const QString &host, std::function<QString()> forSupport,
                 QWidget *parent = nullptr);

    [[nodiscard]] const QString &host() const { return m_host; }
    void setRow(const DnsRow &row);

    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void renderOpen();
    void renderLine();

    QString m_host;
    DnsRow m_row;
    QBoxLayout *m_sides = nullptr;
    StatusLabel *m_state;
    TextLabel *m_purpose;
    TechnicalText *m_name;
    CopyButton *m_copyName;
    TechnicalText *m_value;
    CopyButton *m_copyValue;
    TextLabel *m_reach;
    TextLabel *m_line;
    DifferenceView *m_difference;
    TextLabel *m_fix;
    LinkButton *m_link;
    QToolButton *m_open;
    DnsRecordDetails *m_details;
};

} // namespace golive
