#include "ui/privacy/screensharing.h"

#include "ui/privacy/sharedscreen.h"
#include "ui/widgets/secretfield.h"
#include "wizard/privacy/maskedtext.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

namespace golive {

namespace {

/// In front of a text of several lines that is being written: it can be typed in, and not be read.
class Curtain final : public QWidget
{
public:
    explicit Curtain(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(QStringLiteral("curtain"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_OpaquePaintEvent);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        constexpr int margin = 8;
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            rect().adjusted(margin, margin, -margin, -margin), Qt::TextWordWrap | Qt::AlignLeading,
            ScreenSharing::tr("Covered while you share your screen. You can type and paste all the same."));
    }
};

} // namespace

ScreenSharing::ScreenSharing(QObject *parent)
    : QObject(parent)
{
}

ScreenSharing::~ScreenSharing()
{
    setOn(false);
}

void ScreenSharing::setOn(bool on)
{
    if (m_isOn == on)
        return;
    m_isOn = on;
    setScreenIsShared(on);
    if (on) {
        QCoreApplication::instance()->installEventFilter(this);
        for (QWidget *window : QApplication::topLevelWidgets())
            cover(*window);
    } else {
        QCoreApplication::instance()->removeEventFilter(this);
        uncoverAll();
    }
    for (QWidget *widget : QApplication::allWidgets()) {
        if (auto *field = qobject_cast<SecretField *>(widget))
            field->hideSecret();
        widget->update(); // some draw their texts themselves
    }
    Q_EMIT changed(on);
}

bool ScreenSharing::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isBeforeDrawing = type == QEvent::UpdateRequest || type == QEvent::Show;
    if ((isBeforeDrawing || type == QEvent::ToolTip) && watched->isWidgetType() && !m_covering)
        cover(*static_cast<QWidget *>(watched));
    return false;
}

void ScreenSharing::cover(QWidget &window)
{
    const QScopedValueRollback guard(m_covering, true);
    coverWidget(window);
    for (QWidget *widget : window.findChildren<QWidget *>())
        coverWidget(*widget);
}

void ScreenSharing::coverWidget(QWidget &widget)
{
    if (auto *line = qobject_cast<QLineEdit *>(&widget))
        coverInput(*line);
    if (auto *editor = qobject_cast<QPlainTextEdit *>(&widget))
        coverEditor(*editor);
    for (const Part part : {Part::Text, Part::ToolTip, Part::AccessibleName, Part::AccessibleDescription})
        coverPart(widget, part);
}

void ScreenSharing::coverPart(QWidget &widget, Part part)
{
    const QString now = textOf(widget, part);
    const bool isKnown = m_covered.contains(&widget);
    if (now.isEmpty() && !isKnown)
        return;
    if (!isKnown)
        connect(&widget, &QObject::destroyed, this, [this, gone = &widget] { m_covered.remove(gone); });
    Covered &covered = m_covered[&widget][part];
    if (now == covered.shown)
        return; // nobody has changed it since
    covered = {now, maskedText(now)};
    if (covered.shown != now)
        setTextOf(widget, part, covered.shown);
}

void ScreenSharing::coverInput(QLineEdit &line)
{
    // Secrets see to themselves, and the names of files are needed to choose one.
    if (line.echoMode() != QLineEdit::Normal || qobject_cast<SecretField *>(line.parentWidget()) != nullptr
        || qobject_cast<QFileDialog *>(line.window()) != nullptr)
        return;
    line.setEchoMode(QLineEdit::Password);
    m_hiddenInput.append(&line);
}

void ScreenSharing::coverEditor(QPlainTextEdit &editor)
{
    if (editor.isReadOnly()) { // its text is covered as that of a label is
        delete m_curtains.value(&editor);
        return;
    }
    QPointer<QWidget> &curtain = m_curtains[&editor];
    if (!curtain) {
        curtain = new Curtain(&editor);
        connect(&editor, &QObject::destroyed, this, [this, gone = &editor] { m_curtains.remove(gone); });
    }
    curtain->setGeometry(editor.viewport()->geometry());
    curtain->raise();
    curtain->show();
}

void ScreenSharing::uncoverAll()
{
    for (auto each = m_curtains.cbegin(); each != m_curtains.cend(); ++each) {
        disconnect(each.key(), &QObject::destroyed, this, nullptr);
        delete each.value();
    }
    m_curtains.clear();
    for (auto widget = m_covered.cbegin(); widget != m_covered.cend(); ++widget) {
        disconnect(widget.key(), &QObject::destroyed, this, nullptr);
        for (auto part = widget->cbegin(); part != widget->cend(); ++part)
            if (part->plain != part->shown && textOf(*widget.key(), part.key()) == part->shown)
                setTextOf(*widget.key(), part.key(), part->plain);
    }
    m_covered.clear();
    for (const auto &line : std::as_const(m_hiddenInput))
        if (line)
            line->setEchoMode(QLineEdit::Normal);
    m_hiddenInput.clear();
}

QString ScreenSharing::textOf(const QWidget &widget, Part part)
{
    switch (part) {
    case Part::ToolTip: return widget.toolTip();
    case Part::AccessibleName: return widget.accessibleName();
    case Part::AccessibleDescription: return widget.accessibleDescription();
    case Part::Text: break;
    }
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        return group->title();
    if (const auto *view = qobject_cast<const QPlainTextEdit *>(&widget); view != nullptr && view->isReadOnly())
        return view->toPlainText();
    return {};
}

void ScreenSharing::setTextOf(QWidget &widget, Part part, const QString &text)
{
    switch (part) {
    case Part::ToolTip: widget.setToolTip(text); return;
    case Part::AccessibleName: widget.setAccessibleName(text); return;
    case Part::AccessibleDescription: widget.setAccessibleDescription(text); return;
    case Part::Text: break;
    }
    if (auto *label = qobject_cast<QLabel *>(&widget))
        label->setText(text);
    else if (auto *button = qobject_cast<QAbstractButton *>(&widget))
        button->setText(text);
    else if (auto *group = qobject_cast<QGroupBox *>(&widget))
        group->setTitle(text);
    else if (auto *view = qobject_cast<QPlainTextEdit *>(&widget))
        view->setPlainText(text);
}

} // namespace golive
