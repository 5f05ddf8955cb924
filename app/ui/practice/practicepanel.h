#pragma once

#include "wizard/practicepanelviewmodel.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace golive {

class TextLabel;

/// Practice mode's stand-in for a DNS provider's website: every record can be added, rightly or in
/// one of the ways people get it wrong. Made for a side panel 260 pixels wide.
class PracticePanel : public QWidget
{
    Q_OBJECT

public:
    explicit PracticePanel(PracticePanelViewModel &viewModel, QWidget *parent = nullptr);

private:
    struct Row
    {
        QString host;
        QWidget *widget;
        QComboBox *choice;
    };

    void build();
    void render();
    void matchRows(const QList<PracticePanelViewModel::Row> &rows);
    [[nodiscard]] Row makeRow(const PracticePanelViewModel::Row &row);

    PracticePanelViewModel &m_model;
    TextLabel *m_summary = nullptr;
    QPushButton *m_addAll = nullptr;
    QPushButton *m_removeAll = nullptr;
    QVBoxLayout *m_list = nullptr;
    QList<Row> m_rows;
};

} // namespace golive
