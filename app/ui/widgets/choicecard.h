#pragma once

#include <QAbstractButton>

namespace golive {

/// One of several ways to go on: a radio button with a title and an explanation. Cards with the same
/// parent exclude each other and are walked through with the arrow keys.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceCard(const QString &title, QString explanation = {}, QWidget *parent = nullptr);

    void setExplanation(const QString &explanation);
    /// A short word at the end of the title line, for instance "Recommended".
    void setBadge(const QString &badge);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect textArea(int width) const;
    [[nodiscard]] int badgeWidth() const;
    void drawFrame(QPainter &painter) const;
    void drawRadio(QPainter &painter) const;
    void drawTexts(QPainter &painter) const;
    void describe();

    QString m_explanation;
    QString m_badge;
};

} // namespace golive
