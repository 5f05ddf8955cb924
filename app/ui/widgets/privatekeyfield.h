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
    /// Larger files are no private key; only this much of them is read, in bytes.
    static constexpr qint64 mostRead = 65536;

    /// `name` becomes the object name of the file button.
    explicit PrivateKeyField(const QString &name, QWidget *parent = nullptr);

    void setFilled(bool filled);

Q_SIGNALS:
    void pasted(const QString &text);
    void fileChosen(const QString &fileName, const QByteArray &content);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    void read(const QString &path);

    QPushButton *m_choose;
    QPushButton *m_paste;
    StatusLabel *m_status;
};

} // namespace golive
