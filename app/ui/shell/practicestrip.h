#pragma once

#include <QWidget>

class QPushButton;

namespace golive {

class TextLabel;

/// The strip across the window in practice mode: nothing here is real. Cannot be dismissed.
class PracticeStrip : public QWidget
{
    Q_OBJECT

public:
    explicit PracticeStrip(QWidget *parent = nullptr);

    /// Whether there is a practice panel to open.
    void setHasPanel(bool has);
    void setPanelShown(bool shown);

Q_SIGNALS:
    void panelToggled(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();

    TextLabel *m_text;
    QPushButton *m_panel;
};

} // namespace golive
