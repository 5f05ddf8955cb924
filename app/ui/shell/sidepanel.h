#pragma once

#include "ui/shell/surface.h"

class QScrollArea;

namespace golive {

class TextLabel;

/// A titled panel at the window's far side: always at the same place, closed by its button or Escape.
class SidePanel : public Surface
{
    Q_OBJECT

public:
    static constexpr int panelWidth = 300;

    explicit SidePanel(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Takes the widget over; it scrolls when it is higher than the panel.
    void setContent(QWidget *content);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    TextLabel *m_title;
    QScrollArea *m_scroll;
};

} // namespace golive
