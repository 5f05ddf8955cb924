#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace golive {

/// Sentences one below the other, each behind a dot, with every line of a sentence aligned.
class BulletList : public QWidget
{
    Q_OBJECT

public:
    explicit BulletList(QWidget *parent = nullptr);

    void setLines(const QStringList &lines);
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// Explanations step back: muted colour.
    void setMuted(bool muted);

private:
    void rebuild();

    QVBoxLayout *m_rows;
    QStringList m_lines;
    bool m_muted = false;
};

} // namespace golive
