#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace golive {

/// Screen sharing mode: while it is on, nothing in the program's windows shows keys, ids or addresses.
/// The windows stay visible to whatever records the screen; it is the words that are covered.
///
/// It stands outside the pages. Before a window is drawn it goes through what is in it and covers the
/// texts (wizard/privacy/maskedtext): labels, buttons, read-only texts, tool tips, and what assistive
/// technology is told. Lines to type in show dots, and larger fields are behind a curtain. When it is switched off,
/// everybody has their text back. Pages and most widgets know nothing of it; those that draw texts themselves ask
/// onScreen(). Secrets that were on show are hidden at once, and showing or copying one needs a confirmation.
class ScreenSharing : public QObject
{
    Q_OBJECT

public:
    explicit ScreenSharing(QObject *parent = nullptr);
    ~ScreenSharing() override;

    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool on);

    /// Covers what has changed in a window and all that is in it. Happens by itself before it is drawn.
    void cover(QWidget &window);

Q_SIGNALS:
    void changed(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Part { Text, ToolTip, AccessibleName, AccessibleDescription };
    struct Covered
    {
        QString plain;
        QString shown;
    };

    void coverWidget(QWidget &widget);
    void coverPart(QWidget &widget, Part part);
    void coverInput(QLineEdit &line);
    void coverEditor(QPlainTextEdit &editor);
    void uncoverAll();
    [[nodiscard]] static QString textOf(const QWidget &widget, Part part);
    static void setTextOf(QWidget &widget, Part part, const QString &text);

    bool m_isOn = false;
    bool m_covering = false; ///< covering makes windows draw anew, which must not start it again
    QHash<QWidget *, QHash<Part, Covered>> m_covered;
    QList<QPointer<QLineEdit>> m_hiddenInput;
    QHash<QPlainTextEdit *, QPointer<QWidget>> m_curtains;
};

} // namespace golive
