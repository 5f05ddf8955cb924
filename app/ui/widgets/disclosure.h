#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace golive {

/// A title that opens and closes what is below it. Closed at first.
class Disclosure : public QWidget
{
    Q_OBJECT

public:
    explicit Disclosure(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

Q_SIGNALS:
    void toggled(bool open);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    QToolButton *m_button;
    QWidget *m_content;
    QVBoxLayout *m_body;
};

} // namespace golive
