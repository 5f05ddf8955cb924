#pragma once

#include <QWidget>

class QPushButton;

namespace golive {

class StatusLabel;

/// Takes a private key from a file or from the clipboard, and says only whether it holds one: a
/// key of many lines is of no use on the screen.
class PrivateKeyField : public QWidget
{
    Q_OBJECT

public:
    /// `name` becomes the object name of the file button.
    explicit PrivateKeyField(const QString &name, QWidget *parent = nullptr);

    void setFilled(bool filled, bool held = false); ///< `held`: Clerk has one

Q_SIGNALS:
    void pasted(const QString &text);
    void fileChosen(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();

    QPushButton *m_choose;
    QPushButton *m_paste;
    StatusLabel *m_status;
};

} // namespace golive
