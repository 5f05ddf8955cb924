#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace golive {

/// Sentences one below the other, each behind a dot or its number, with every line of a sentence aligned.
class BulletList : public QWidget
{
    Q_OBJECT

public:
    explicit BulletList(QWidget *parent = nullptr);

    void setLines(const QStringList &lines);
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// Explanations step back: muted colour.
    void setMuted(bool muted);
    /// One after the other: numbers in place of dots.
    void setNumbered(bool numbered);

private:
    void rebuild();
    [[nodiscard]] QString markOf(qsizetype line) const;

    QVBoxLayout *m_rows;
    QStringList m_lines;
    bool m_muted = false;
    bool m_numbered = false;
};

} // namespace golive
