#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace golive {

class TextLabel;

/// A rounded frame around things that belong together, with an optional title line.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Puts a state or a small button at the far end of the title line.
    void addToHeader(QWidget *widget);
    /// Where the content goes; 12 pixels between rows.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_outer;
    QHBoxLayout *m_header = nullptr;
    QVBoxLayout *m_body;
    TextLabel *m_title = nullptr;
};

} // namespace golive
