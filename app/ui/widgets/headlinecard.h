#pragma once

#include "ui/theme/colors.h"

#include <QFrame>

class QVBoxLayout;

namespace golive {

class GlyphLabel;
class TextLabel;

/// How the whole stands, at a glance: a large sign, one line in words, one sentence what it means,
/// on the ground of its tone. body() takes what can be done about it.
class HeadlineCard : public QFrame
{
    Q_OBJECT

public:
    explicit HeadlineCard(QWidget *parent = nullptr);

    void setHeadline(StatusTone tone, const QString &headline, const QString &explanation);
    [[nodiscard]] StatusTone tone() const { return m_tone; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    GlyphLabel *m_sign;
    TextLabel *m_headline;
    TextLabel *m_explanation;
    QVBoxLayout *m_body;
    StatusTone m_tone = StatusTone::Neutral;
};

} // namespace golive
