#include "ui/widgets/secretfield.h"

#include "foundation/wiping.h"
#include "ui/privacy/sharedscreen.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolButton>

namespace golive {

/// A line whose text, even while it can be read, only leaves through the copy button beside it: what
/// is copied here would stay on the clipboard, and what is selected with the mouse goes to X11's
/// second clipboard by itself. Nothing can be undone in it either: that would bring back what was cleared.
class SecretLine final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

    /// Whether it shows what it holds, a dot for each character typed, or only that there is something.
    void setRevealed(bool revealed)
    {
        m_revealed = revealed;
        updateEcho();
    }
    void updateEcho()
    {
        const bool showsTyping = hasFocus() && !isReadOnly() && !screenIsShared();
        const EchoMode mode = m_revealed ? Normal : showsTyping ? Password : NoEcho;
        if (echoMode() != mode)
            setEchoMode(mode);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        for (const auto sequence : {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo, QKeySequence::Redo})
            if (event->matches(sequence))
                return;
        QLineEdit::keyPressEvent(event);
    }

    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (echoMode() == Normal)
            deselect();
        QLineEdit::mouseReleaseEvent(event);
    }

    void focusInEvent(QFocusEvent *event) override
    {
        QLineEdit::focusInEvent(event);
        updateEcho();
    }

    void focusOutEvent(QFocusEvent *event) override
    {
        QLineEdit::focusOutEvent(event);
        updateEcho();
    }

    /// As many dots for every secret: their number would tell how long it is.
    void paintEvent(QPaintEvent *event) override
    {
        QLineEdit::paintEvent(event);
        if (echoMode() != NoEcho || text().isEmpty())
            return;
        constexpr int dots = 12;
        constexpr int beside = 4; // what QLineEdit leaves between its frame and the text
        QStyleOptionFrame option;
        initStyleOption(&option);
        const QRect inside = style()
                                 ->subElementRect(QStyle::SE_LineEditContents, &option, this)
                                 .marginsRemoved(textMargins())
                                 .adjusted(beside, 0, -beside, 0);
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            QString(dots, QChar(style()->styleHint(QStyle::SH_LineEdit_PasswordCharacter, &option, this))));
    }

    void contextMenuEvent(QContextMenuEvent *event) override
    {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(SecretField::tr("&Paste"), this, &QLineEdit::paste)->setEnabled(!isReadOnly());
        menu->addAction(SecretField::tr("&Empty"), this, &SecretLine::empty)->setEnabled(!isReadOnly());
        menu->popup(event->globalPos());
    }

private:
    void empty()
    {
        selectAll();
        del(); // tells that the text was edited, which setText() does not
        setText(QString());
    }

    bool m_revealed = false;
};

SecretField::SecretField(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_edit(new SecretLine(this))
    , m_show(new QToolButton(this))
{
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText
                                | Qt::ImhNoAutoUppercase);
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_edit->setMinimumWidth(120);
    m_show->setCheckable(true);
    m_show->setFocusPolicy(Qt::StrongFocus);
    m_show->setProperty("outlined", true);
    m_show->setFixedSize(36, 36);
    setFocusProxy(m_edit);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);

    connect(m_edit, &QLineEdit::textEdited, this, &SecretField::edited);
    connect(m_show, &QToolButton::clicked, this, &SecretField::takeClick);
    setName(tr("Secret"));
}

Secret SecretField::secret() const
{
    return Secret(m_edit->text().toUtf8());
}

SecretField::~SecretField()
{
    setPlainText({});
}

/// The text that was there is overwritten, where Qt keeps no other copy of it.
void SecretField::setPlainText(const QString &text)
{
    QString before = m_edit->text();
    m_edit->setText(text);
    wipe(before);
}

void SecretField::setSecret(const Secret &secret)
{
    setPlainText(QString::fromUtf8(secret.reveal()));
    m_edit->setCursorPosition(0);
}

bool SecretField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

void SecretField::clear()
{
    setPlainText({}); // after QLineEdit::clear() the text could be brought back
    hideSecret();
}

void SecretField::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void SecretField::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
    m_edit->updateEcho();
}

void SecretField::setName(const QString &name)
{
    m_name = name;
    m_edit->setAccessibleName(name);
    render();
}

QLineEdit *SecretField::lineEdit() const
{
    return m_edit;
}

void SecretField::hideSecret()
{
    setRevealed(false);
    m_edit->updateEcho(); // others may have begun to look
}

bool SecretField::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        hideSecret();
    return QWidget::event(event);
}

void SecretField::hideEvent(QHideEvent *event)
{
    hideSecret();
    QWidget::hideEvent(event);
}

void SecretField::takeClick(bool wantsToSee)
{
    if (!wantsToSee) {
        hideSecret();
        return;
    }
    m_show->setChecked(m_revealed); // until the person has confirmed it
    exposeIfWanted(this,
                   {tr("Show this while others see your screen?"),
                    tr("Whoever watches, or watches a recording later, can read and copy it. It hides itself after %n "
                       "second(s).",
                       nullptr, secondsShown),
                    tr("&Show it all the same")},
                   [this] { setRevealed(true); });
}

void SecretField::setRevealed(bool revealed)
{
    if (m_revealed == revealed)
        return;
    m_revealed = revealed;
    m_hiding.reset();
    if (revealed) {
        m_hiding = std::make_unique<QObject>();
        m_clock.callAfter(std::chrono::seconds(secondsShown), m_hiding.get(), [this] { hideSecret(); });
    }
    render();
}

void SecretField::render()
{
    m_edit->setRevealed(m_revealed);
    m_show->setChecked(m_revealed);
    m_show->setIcon(glyphIcon(m_revealed ? Glyph::EyeOff : Glyph::Eye));
    m_show->setAccessibleName(tr("Show: %1").arg(m_name));
    m_show->setToolTip(m_revealed ? tr("Hide") : tr("Show for %n second(s)", nullptr, secondsShown));
}

} // namespace golive
