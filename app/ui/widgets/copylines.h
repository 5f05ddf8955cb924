#pragma once

#include "ui/widgets/clipboardguard.h"

#include <QWidget>

class QVBoxLayout;

namespace golive {

/// Several technical values in one box, a line each: what it is, the value, a small copy button.
/// Lighter than as many ValueRows.
class CopyLines : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QString label;
        QString value;

        bool operator==(const Line &) const = default;
    };

    /// `name` begins the object names of the copy buttons: name.0, name.1, ...
    CopyLines(ClipboardGuard &clipboard, QString name, QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addLine(const Line &line, int index);

    ClipboardGuard &m_clipboard;
    QString m_name;
    QList<Line> m_lines;
    QVBoxLayout *m_rows;
};

} // namespace golive
