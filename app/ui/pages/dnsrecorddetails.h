#pragma once

#include "wizard/steps/dnsstate.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace golive {

class ClipboardGuard;
class CopyButton;
class TechnicalText;
class TextLabel;

/// What a record's row opens to: its full name, Clerk's own remarks, and every server's answer.
class DnsRecordDetails : public QWidget
{
    Q_OBJECT

public:
    /// `forSupport` writes down what every server answered.
    DnsRecordDetails(ClipboardGuard &clipboard, const QString &host, std::function<QString()> forSupport,
                     QWidget *parent = nullptr);

    void setRow(const DnsRow &row);

private:
    void build();
    /// A name in one of its forms, with a copy button.
    [[nodiscard]] QWidget *buildName(TechnicalText *text, TextLabel *caption, CopyButton *copy);
    void showAnswers(const QList<DnsAnswerRow> &answers);

    TextLabel *m_howTo;
    TextLabel *m_shortTitle;
    TechnicalText *m_shortName;
    CopyButton *m_copyShortName;
    TechnicalText *m_fullName;
    CopyButton *m_copyFullName;
    QWidget *m_shortBlock;
    TextLabel *m_clerkTitle;
    TextLabel *m_clerkWords;
    TextLabel *m_clerkSaw;
    TextLabel *m_answersTitle;
    CopyButton *m_copyAnswers;
    QVBoxLayout *m_column;
    QWidget *m_answers = nullptr;
    QList<DnsAnswerRow> m_shown;
};

} // namespace golive
