#pragma once

#include "wizard/notice.h"

#include "ui/theme/colors.h"

#include <QFrame>

class QPlainTextEdit;
class QToolButton;

namespace golive {

class Disclosure;
class GlyphLabel;
class TextLabel;

/// Shows a Notice until the page takes it back or the person dismisses it. Text is plain; the
/// details open on demand and can be selected. Given the same notice again it stays dismissed.
/// Qt 6.4 delivers no alert to assistive technology, so the text can take the keyboard focus and a
/// change of text arrives as a change of name.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void setNotice(const Notice &notice);
    [[nodiscard]] const Notice &notice() const { return m_notice; }

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void announce();

    Notice m_notice;
    GlyphLabel *m_icon;
    TextLabel *m_text;
    Disclosure *m_more;
    QPlainTextEdit *m_details;
    QToolButton *m_dismiss;
};

[[nodiscard]] StatusTone statusToneOf(Notice::Tone tone);

} // namespace golive
