#pragma once

#include "ui/shell/surface.h"

class QPushButton;
class QSpacerItem;

namespace golive {

/// The window's one row of buttons. Widths fit the longest word each button ever shows, so nothing
/// moves from step to step.
class ButtonRow : public Surface
{
    Q_OBJECT

public:
    explicit ButtonRow(QWidget *parent = nullptr);

    /// On the first step there is nothing to go back to; on the last the forward button closes.
    void setPlace(bool first, bool last);
    /// Whether the forward button is the one that stands out.
    void setForwardIsMain(bool isMain);
    void setHelpShown(bool shown);
    /// Room before the first button, so that it stays where it is when what stands beside the row gives way.
    void setLeadingSpace(int more);
    /// True while the keyboard focus is on Back or Next, where Enter may press.
    bool pressFocused();

Q_SIGNALS:
    void helpToggled(bool shown);
    void back();
    void forward();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void render();
    void fixWidths();

    QPushButton *m_help;
    QPushButton *m_back;
    QPushButton *m_next;
    QSpacerItem *m_leading; ///< the layout's
    bool m_last = false;
};

} // namespace golive
