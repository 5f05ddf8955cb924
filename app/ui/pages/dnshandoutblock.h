#pragma once

#include "wizard/steps/dnsstate.h"

#include <QWidget>

class QPushButton;

namespace golive {

struct PageContext;
class DnsViewModel;
class StatusLabel;
class TextLabel;

/// For whoever looks after the DNS in the person's place: all records at once, as text, as a draft
/// of an email, or as a zone file where that does good.
class DnsHandoutBlock final : public QWidget
{
    Q_OBJECT

public:
    DnsHandoutBlock(DnsViewModel &model, const PageContext &context, QWidget *parent = nullptr);

    void setState(const DnsState &state);

private:
    void build();
    void copyAll();
    void saveZoneFile();
    void writeMail();
    void sayDone(bool done, const QString &words);

    DnsViewModel &m_model;
    const PageContext &m_context;
    QPushButton *m_copyAll;
    QPushButton *m_save;
    QPushButton *m_mail;
    TextLabel *m_noFile;
    StatusLabel *m_done;
    QString m_doneWith; ///< what the word beside the buttons is about
};

} // namespace golive
