#include "steering/looks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStackedWidget>

#include <functional>
#include <memory>

namespace golive::steering {
namespace {

/// What anybody is shown or told by any widget, on the screen or not.
QStringList allTexts()
{
    QStringList texts;
    for (QWidget *widget : QApplication::allWidgets()) {
        texts << widget->windowTitle() << widget->toolTip() << widget->statusTip() << widget->whatsThis()
              << widget->accessibleName() << widget->accessibleDescription();
        if (const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget))
            for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help,
                                    QAccessible::Accelerator})
                texts << spoken->text(kind);
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            texts << edit->displayText() << edit->placeholderText();
        else if (const auto *editor = qobject_cast<const QPlainTextEdit *>(widget))
            texts << editor->toPlainText();
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            for (int row = 0; row < view->model()->rowCount(); ++row)
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    texts << view->model()->index(row, 0).data(role).toString();
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

/// The step that is shown.
QWidget *page()
{
    for (QWidget *widget : QApplication::allWidgets())
        if (const auto *stack = qobject_cast<QStackedWidget *>(widget); stack && stack->isVisible())
            return stack->currentWidget();
    return nullptr;
}

/// What can be seen on the page, once it is scrolled to.
template<typename T>
QList<T *> seenOnPage()
{
    QList<T *> seen;
    if (page() != nullptr)
        for (T *each : page()->findChildren<T *>())
            if (each->isVisible())
                seen << each;
    return seen;
}

/// What the page says is wrong or has happened, each with how serious it is.
QStringList toldOnPage()
{
    QStringList told;
    for (const QWidget *each : seenOnPage<QWidget>())
        if (each->inherits("golive::NoticeBar") || each->objectName() == QLatin1String("storeTrouble"))
            told << each->accessibleName();
    for (const QLabel *each : seenOnPage<QLabel>())
        if (each->objectName() == QLatin1String("clerkLine") || each->objectName() == QLatin1String("goLiveRemark"))
            told << each->text();
    told.removeAll(QString());
    return told;
}

/// Everything on the page that can be pressed, and the way forward.
QStringList waysOn()
{
    QStringList ways;
    for (const QAbstractButton *each : seenOnPage<QAbstractButton>())
        if (isReady(each))
            ways << (each->objectName().isEmpty() ? each->text() : each->objectName());
    if (isReady(find(QStringLiteral("next"))))
        ways << QStringLiteral("next");
    ways.removeAll(QString());
    return ways;
}

/// The page says that it is at something.
bool isBusy()
{
    const auto indicators = seenOnPage<QWidget>();
    const bool turns = std::any_of(indicators.cbegin(), indicators.cend(), [](const QWidget *each) {
        return each->inherits("golive::BusyIndicator") && !each->accessibleName().isEmpty();
    });
    const auto buttons = seenOnPage<QAbstractButton>();
    return turns || std::any_of(buttons.cbegin(), buttons.cend(), [](const QAbstractButton *each) {
               static const QStringList words {QStringLiteral("Saving…"), QStringLiteral("Checking…"),
                                               QStringLiteral("Getting the secret key…")};
               return words.contains(each->text()) || each->objectName() == QLatin1String("stopChecking");
           });
}

/// Fields whose earlier text could be brought back.
QStringList undoable()
{
    QStringList names;
    for (QWidget *widget : QApplication::allWidgets()) {
        const auto *line = qobject_cast<const QLineEdit *>(widget);
        if (line != nullptr && line->inputMethodHints().testFlag(Qt::ImhSensitiveData) && line->text().isEmpty()
            && line->isUndoAvailable())
            names << line->objectName();
    }
    return names;
}

/// What could be dragged with the mouse, out of any widget and into another program. Whatever is in a format that
/// is not text stands for itself, a byte a character.
QStringList drags()
{
    QStringList all;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
            if (line->dragEnabled() && line->echoMode() == QLineEdit::Normal)
                all << line->text();
        } else if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse))
                all << label->text();
        } else if (const auto *editor = qobject_cast<const QPlainTextEdit *>(widget)) {
            all << editor->toPlainText();
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
            QModelIndexList rows;
            for (int row = 0; row < view->model()->rowCount(); ++row)
                rows << view->model()->index(row, 0);
            const std::unique_ptr<QMimeData> data(view->dragEnabled() ? view->model()->mimeData(rows) : nullptr);
            const QStringList formats = data ? data->formats() : QStringList();
            for (const QString &format : formats)
                all << QString::fromLatin1(data->data(format));
        }
    }
    all.removeAll(QString());
    return all;
}

} // namespace

QWidget *find(const QString &name)
{
    for (QWidget *widget : QApplication::allWidgets())
        if (widget->objectName() == name && widget->isVisible())
            return widget;
    return nullptr;
}

bool isReady(const QWidget *widget)
{
    return widget != nullptr && widget->isEnabled() && widget->height() >= 20;
}

QByteArray yes(bool is)
{
    return is ? "yes" : "no";
}

QByteArray json(const QStringList &texts)
{
    return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
}

std::optional<QByteArray> answerTo(const QString &question, const QString &about)
{
    static const QHash<QString, std::function<QByteArray(const QString &)>> answers {
        {QStringLiteral("can"), [](const QString &name) { return yes(isReady(find(name))); }},
        {QStringLiteral("shows"), [](const QString &name) { return yes(find(name) != nullptr); }},
        {QStringLiteral("clipboard"), [](const QString &) { return json({QGuiApplication::clipboard()->text()}); }},
        {QStringLiteral("texts"), [](const QString &) { return json(allTexts()); }},
        {QStringLiteral("undoable"), [](const QString &) { return json(undoable()); }},
        {QStringLiteral("drags"), [](const QString &) { return json(drags()); }},
        {QStringLiteral("page"),
         [](const QString &) { return QByteArray(page() != nullptr ? page()->metaObject()->className() : ""); }},
        {QStringLiteral("told"), [](const QString &) { return json(toldOnPage()); }},
        {QStringLiteral("ways"), [](const QString &) { return json(waysOn()); }},
        {QStringLiteral("busy"), [](const QString &) { return yes(isBusy()); }},
    };
    const auto found = answers.find(question);
    return found == answers.end() ? std::nullopt : std::optional((*found)(about));
}

} // namespace golive::steering
