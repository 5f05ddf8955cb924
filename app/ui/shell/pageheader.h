#pragma once

#include <QWidget>

class QPushButton;

namespace golive {

class ScreenSharing;
class StatusLabel;
class TextLabel;

/// Above every page: the step's title, what it is for, and the switch of screen sharing mode, with a
/// badge while that is on.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    /// `sharing` outlives the header.
    explicit PageHeader(ScreenSharing &sharing, QWidget *parent = nullptr);

    void setTitles(const QString &title, const QString &subtitle);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    ScreenSharing &m_sharing;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    QPushButton *m_switch;
    StatusLabel *m_badge;
};

} // namespace golive
