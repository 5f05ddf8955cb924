#include "ui/widgets/hostfield.h"

#include "ui/theme/theme.h"

#include <QSignalBlocker>

namespace golive {

HostField::HostField(const QString &objectName, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(objectName);
    setPlaceholderText(placeholder);
    setLayoutDirection(Qt::LeftToRight);
    setFont(textFont(TextRole::Technical));
    setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
}

void HostField::show(const QString &text)
{
    if (this->text() == text)
        return;
    const QSignalBlocker quiet(this);
    setText(text);
}

} // namespace golive
