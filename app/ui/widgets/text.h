#pragma once

#include "ui/theme/colors.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QLabel>

namespace golive {

/// A text in one of the program's sizes. Always plain text, wraps, and grows with longer languages.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body, QWidget *parent = nullptr);

    /// Explanations step back: muted colour.
    void setMuted(bool muted);
    /// The colour of a tone; icon or wording must say the same.
    void setTone(StatusTone tone);
    /// Domain names, keys, record values: read left to right in every language, from where the text around them
    /// begins; can be selected.
    void setTechnical();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColor();
    void alignToReading();

    bool m_muted = false;
    StatusTone m_tone = StatusTone::Neutral;
    bool m_hasTone = false;
    bool m_technical = false;
    bool m_applying = false;
};

/// Heads a group of controls within a page.
class SectionTitle : public TextLabel
{
    Q_OBJECT

public:
    explicit SectionTitle(const QString &text = {}, QWidget *parent = nullptr);
};

/// One glyph that follows the palette. Decoration: the words are beside it, so it has no name.
class GlyphLabel : public QWidget
{
    Q_OBJECT

public:
    explicit GlyphLabel(Glyph glyph, int size = 20, QWidget *parent = nullptr);

    void setGlyph(Glyph glyph);
    void setTone(StatusTone tone);
    /// Draws in the accent colour instead of a tone's.
    void setAccent();

    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Glyph m_glyph;
    int m_size;
    StatusTone m_tone = StatusTone::Neutral;
    bool m_accent = false;
};

/// A single line that ends in an ellipsis where there is no room; the whole text is its tool tip
/// and its accessible name.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, Qt::TextElideMode mode = Qt::ElideRight, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode;
};

[[nodiscard]] Glyph glyphOf(StatusTone tone);

/// Unseen, beside `control` in its layout: the only name a screen reader on Linux takes for a combo box is that
/// of a label. Where there is room, show the label.
[[nodiscard]] QLabel *spokenLabel(const QString &text, QWidget *control);

} // namespace golive
