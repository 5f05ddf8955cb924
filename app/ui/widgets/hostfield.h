#pragma once

#include <QLineEdit>

namespace golive {

/// A field for host names: left to right and monospaced in every language. A text put into it leaves
/// cursor and selection alone while somebody types.
class HostField : public QLineEdit
{
    Q_OBJECT

public:
    HostField(const QString &objectName, const QString &placeholder, QWidget *parent = nullptr);

    /// Nothing is said to have changed.
    void show(const QString &text);
    using QWidget::show;
};

} // namespace golive
