#pragma once

#include "ui/widgets/text.h"

namespace golive {

/// A state as icon and word. Its accessible name is the word; a change is announced as a change of name.
class StatusLabel : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLabel(StatusTone tone = StatusTone::Neutral, const QString &text = {}, QWidget *parent = nullptr);

    void setStatus(StatusTone tone, const QString &text);
    [[nodiscard]] QString text() const { return m_text->text(); }
    [[nodiscard]] StatusTone tone() const { return m_tone; }
    /// Soft background and rounded ends: for states in tables and card headers.
    void setPill(bool pill);
    /// For a text of several lines: the icon stays beside the first.
    void setParagraph();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    GlyphLabel *m_icon;
    TextLabel *m_text;
    StatusTone m_tone = StatusTone::Neutral;
    bool m_pill = false;
};

} // namespace golive
