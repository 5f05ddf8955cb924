#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace golive {

/// A technical value in a box: left to right in every language, whole in however little width
/// (it breaks anywhere), selectable with the mouse. What is selected and copied is the value itself,
/// without the breaks. Stays out of the tab order; give it a copy button.
class TechnicalText : public QWidget
{
    Q_OBJECT

public:
    explicit TechnicalText(const QString &value = {}, QWidget *parent = nullptr);

    void setValue(const QString &value);
    [[nodiscard]] QString value() const { return m_value; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *m_text;
    QString m_value;
};

} // namespace golive
