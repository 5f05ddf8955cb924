#pragma once

#include <QDialog>

class QCheckBox;
class QPlainTextEdit;

namespace golive {

class ClipboardGuard;
class StatusLabel;

/// The report for support, to be read before anybody else does: copied or saved from here, sent by the person.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `clipboard` must outlive the dialog.
    ReportDialog(QString report, ClipboardGuard &clipboard, QWidget *parent);

private:
    [[nodiscard]] QString shown() const;
    void render();
    void askWhere();
    void saveTo(const QString &path);

    QString m_report;
    QCheckBox *m_cover;
    QPlainTextEdit *m_text;
    StatusLabel *m_outcome;
};

} // namespace golive
