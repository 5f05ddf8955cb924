#pragma once

#include <QPlainTextEdit>

namespace golive {

/// Several lines of code or of a file, to be read, selected and copied: left to right in every language,
/// lines are not broken, as high as its text up to a limit.
class CodeText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// `what` is its accessible name.
    explicit CodeText(const QString &what, QWidget *parent = nullptr);

    /// Keeps a selection when the text is the same.
    void setCode(const QString &code);

private:
    void fit();
};

} // namespace golive
