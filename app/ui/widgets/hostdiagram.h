#pragma once

#include "ui/theme/colors.h"
#include "ui/theme/glyphs.h"
#include "wizard/hostpicture.h"

#include <QWidget>

namespace golive {

/// A small drawing of front end, backend and Clerk: whose host is where, which cookie lives on it
/// and what travels between them. Follows palette and font, is mirrored for right-to-left
/// languages, and tells assistive technology the same in words.
class HostDiagram : public QWidget
{
    Q_OBJECT

public:
    explicit HostDiagram(QWidget *parent = nullptr);

    void setPicture(const HostPicture &picture);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Box
    {
        QRect place; ///< as in a left-to-right language
        Glyph glyph = Glyph::Globe;
        QString title;
        QString host;
        QString cookie; ///< empty for none
        bool isClerk = false;
    };

    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int boxWidth() const;
    [[nodiscard]] QRect mirrored(const QRect &place) const;
    void drawBox(QPainter &painter, const Box &box) const;
    void drawTechnical(QPainter &painter, const QRect &place, const QString &text) const;
    void drawCookie(QPainter &painter, const QRect &place, const QString &name) const;
    void drawArrow(QPainter &painter, int y, const QString &words, bool technical, StatusTone tone) const;

    HostPicture m_picture;
};

} // namespace golive
