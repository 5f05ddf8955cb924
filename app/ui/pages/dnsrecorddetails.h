#pragma once

#include "wizard/steps/dnsstate.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace golive {

class ClipboardGuard;
class TechnicalText;
class TextLabel;

/// What a record's row opens to: its full name, Clerk's own remarks, and every server's answer.
class DnsRecordDetails : public QWidget
{
    Q_OBJECT

public:
    DnsRecordDetails(ClipboardGuard &clipboard, const QString &host, QWidget *parent = nullptr);

    void setRow(const DnsRow &row);

private:
    void showAnswers(const QList<DnsAnswerRow> &answers);

    TextLabel *m_howTo;
    TextLabel *m_clerkTitle;
    TextLabel *m_clerkWords;
    TextLabel *m_clerkSaw;
    TextLabel *m_answersTitle;
    QVBoxLayout *m_column;
    QWidget *m_answers = nullptr;
    QList<DnsAnswerRow> m_shown;
};

} // namespace golive
