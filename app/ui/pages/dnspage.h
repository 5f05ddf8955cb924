#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/dnsstate.h"

class QProgressBar;
class QPushButton;

namespace golive {

class Card;
class CopyButton;
class DnsRecordRow;
class DnsViewModel;
class ElidedLabel;
class GlyphLabel;
class LinkButton;
class StatusLabel;
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
    void render() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHeadline();
    [[nodiscard]] QWidget *buildProvider();
    [[nodiscard]] Card *buildRecords();
    [[nodiscard]] QWidget *buildHandout();
    void bind();
    void renderHeadline(const DnsState &state);
    void renderProvider(const DnsState &state);
    void renderRecords(const DnsState &state);
    void renderHandout(const DnsState &state);
    void matchRows(const QList<DnsRow> &rows);
    void copyAll();
    void saveZoneFile();
    void writeMail();
    void sayHandedOver(bool done, const QString &words);

    DnsViewModel &m_model;

    TextLabel *m_domainRemark = nullptr;
    GlyphLabel *m_headlineIcon = nullptr;
    TextLabel *m_headline = nullptr;
    TextLabel *m_advice = nullptr;
    TextLabel *m_clerkLine = nullptr;
    TextLabel *m_nextLook = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_checkNow = nullptr;

    QWidget *m_providerBlock = nullptr;
    TextLabel *m_provider = nullptr;
    LinkButton *m_console = nullptr;
    ElidedLabel *m_consoleAddress = nullptr;
    CopyButton *m_copyConsole = nullptr;

    Card *m_records = nullptr;
    TextLabel *m_announcement = nullptr;
    TextLabel *m_proxyWarning = nullptr;
    TextLabel *m_nameHeading = nullptr;
    QList<DnsRecordRow *> m_rows;

    QWidget *m_handout = nullptr;
    QPushButton *m_copyAll = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_mail = nullptr;
    StatusLabel *m_handedOver = nullptr;
    QString m_handedOverRecords; ///< what the word beside the buttons is about
};

} // namespace golive
