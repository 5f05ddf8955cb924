#pragma once

#include <QBasicTimer>
#include <QWidget>

namespace golive {

class TextLabel;

/// "Something is going on", in words and with a turning arc. Keeps its place while idle, so nothing
/// jumps. Stands still where the desktop's animations are off.
class BusyIndicator : public QWidget
{
    Q_OBJECT

public:
    explicit BusyIndicator(QWidget *parent = nullptr);

    /// Empty: idle.
    void setText(const QString &text);
    [[nodiscard]] bool isBusy() const { return m_busy; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void turnWhileNeeded();

    TextLabel *m_text;
    QBasicTimer m_turning;
    int m_angle = 0;
    bool m_busy = false;
};

} // namespace golive
