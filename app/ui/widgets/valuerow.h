#pragma once

#include "ui/widgets/clipboardguard.h"

#include <QWidget>

namespace golive {

class CopyButton;
class SecretField;
class TextLabel;

/// A technical value to take elsewhere: label above, the value in a box (left to right in every
/// language, selectable, wraps), a copy button beside it.
class ValueRow : public QWidget
{
    Q_OBJECT

public:
    ValueRow(ClipboardGuard &clipboard, const QString &label, const QString &value = {}, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setValue(const QString &value);
    [[nodiscard]] QString value() const { return m_plain; }

private:
    TextLabel *m_label;
    TextLabel *m_value;
    CopyButton *m_copy;
    QString m_plain;
};

/// The same for a credential: masked, shown for a short while on demand, copied with a countdown.
class SecretRow : public QWidget
{
    Q_OBJECT

public:
    SecretRow(ClipboardGuard &clipboard, const QString &label, QWidget *parent = nullptr);

    void setSecret(const Secret &secret);
    [[nodiscard]] SecretField *field() const { return m_field; }

Q_SIGNALS:
    void copied();

private:
    SecretField *m_field;
    CopyButton *m_copy;
    Secret m_secret;
};

} // namespace golive
