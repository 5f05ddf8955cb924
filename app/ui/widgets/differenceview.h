#pragma once

#include "wizard/dns/alignment.h"

#include <QWidget>

namespace golive {

/// What a value should be and what it is, one below the other in letters of equal width. What
/// differs stands out by a box and a mark below it, not by its colour alone; long values break at
/// the same place in both lines. Left to right in every language.
class DifferenceView : public QWidget
{
    Q_OBJECT

public:
    explicit DifferenceView(QWidget *parent = nullptr);

    void setAlignment(const Alignment &alignment);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int cell() const;
    [[nodiscard]] int captionWidth() const;
    [[nodiscard]] int columns(int width) const;
    void paintLine(QPainter &painter, const QString &line, int top, qsizetype from, qsizetype end) const;

    Alignment m_alignment;
    QString m_shouldBe;
    QString m_isNow;
};

} // namespace golive
