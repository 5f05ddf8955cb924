#pragma once

#include <QWidget>

class QPushButton;

namespace golive {

class GlyphLabel;
class TextLabel;

/// A field with its label above and a line below that explains or, when something is wrong, says
/// what and how to mend it. The label is the field's buddy; hint and error are its accessible description.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    /// `label` may carry a mnemonic (&). Takes the field over.
    FieldRow(const QString &label, QWidget *field, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setHint(const QString &hint);
    /// Empty: nothing is wrong, the hint is shown again.
    void setError(const QString &error);
    /// Something that is probably not meant, and what a click does about it; `action` may be empty. Said instead of
    /// the hint while nothing is wrong.
    void setAdvice(const QString &advice, const QString &action);
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QWidget *field() const { return m_field; }
    /// The muted words "(optional)" or the like, behind the label.
    void setRemark(const QString &remark);

Q_SIGNALS:
    void adviceTaken();

private:
    void render();
    [[nodiscard]] QWidget *target() const;

    QWidget *m_field;
    TextLabel *m_label;
    TextLabel *m_remark;
    GlyphLabel *m_icon;
    TextLabel *m_message;
    QPushButton *m_action;
    QString m_advice;
    QString m_hint;
    QString m_error;
};

} // namespace golive
