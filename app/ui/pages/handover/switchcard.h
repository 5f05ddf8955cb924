#pragma once

#include "ui/widgets/card.h"
#include "wizard/handover/switchpart.h"

class QLineEdit;
class QPushButton;

namespace golive {

class FieldRow;
class StatusLabel;
class TextLabel;

/// Whether the person's site delivers the production key; looks when asked.
class SwitchCard final : public Card
{
    Q_OBJECT

public:
    explicit SwitchCard(SwitchPart &part, QWidget *parent = nullptr);

    void setState(const SwitchState &state);

private:
    SwitchPart &m_part;
    QLineEdit *m_address;
    FieldRow *m_row;
    QPushButton *m_look;
    StatusLabel *m_headline;
    TextLabel *m_explanation;
};

} // namespace golive
