#pragma once

#include "ui/theme/colors.h"
#include "ui/theme/glyphs.h"
#include "wizard/hostpicture.h"

#include <QWidget>

namespace golive {

/// A small drawing of front ends, backend and Clerk: whose host is where, which cookie lives on it
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
    [[nodiscard]] int boxWidth() const;
    [[nodiscard]] int contentHeight(const HostPicture::Box &box) const;
    [[nodiscard]] int clientsHeight() const;
    [[nodiscard]] int serverHeight(qsizetype server) const;
    [[nodiscard]] int serversHeight() const;
    [[nodiscard]] qsizetype linkCount(qsizetype server) const;
    [[nodiscard]] QRect mirrored(const QRect &place) const;
    void drawClients(QPainter &painter) const;
    void drawServers(QPainter &painter) const;
    void drawFrame(QPainter &painter, const QRect &place, HostPicture::Kind kind) const;
    /// Returns where the next one may begin.
    int drawContent(QPainter &painter, const HostPicture::Box &box, int x, int y) const;
    int drawHost(QPainter &painter, const HostPicture::Place &place, int x, int y) const;
    void drawTitle(QPainter &painter, const HostPicture::Box &box, const QRect &place) const;
    void drawWords(QPainter &painter, const QRect &place, const QString &words) const;
    void drawTechnical(QPainter &painter, const QRect &place, const QString &text) const;
    [[nodiscard]] int cookieWidth(const QString &name) const;
    void drawCookie(QPainter &painter, const QRect &place, const QString &name) const;
    void drawLink(QPainter &painter, int y, const HostPicture::Link &link) const;

    HostPicture m_picture;
};

} // namespace golive
