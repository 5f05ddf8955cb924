#pragma once

#include "ui/shell/pagecontext.h"
#include "ui/widgets/card.h"
#include "wizard/steps/signinproofviewmodel.h"

#include <QList>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace golive {

class LinkButton;
class NoticeBar;
class StatusLabel;

/// What the live sign-in page offers, and for each provider the way to try it and a tick for having done so.
class SignInProofCard : public Card
{
    Q_OBJECT

public:
    SignInProofCard(SignInProofViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

private:
    struct Line
    {
        QString slug;
        StatusLabel *status;
        QCheckBox *tried;
    };

    void render();
    void renderRows(const QList<SignInProofViewModel::Row> &rows);
    [[nodiscard]] Line makeLine(const SignInProofViewModel::Row &row);

    SignInProofViewModel &m_viewModel;
    const PageContext &m_context;
    StatusLabel *m_headline;
    NoticeBar *m_notice;
    QWidget *m_rows;
    QVBoxLayout *m_column;
    LinkButton *m_open;
    QPushButton *m_check;
    QList<Line> m_lines;
};

} // namespace golive
