#pragma once

#include <QWidget>

class QGridLayout;

namespace golive {

class TextLabel;

/// Labels on the left, values on the right, aligned: for summaries.
class KeyValueGrid : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueGrid(QWidget *parent = nullptr);

    enum class Kind { Words, Technical };

    /// Returns the value's label, to be changed later.
    TextLabel *addRow(const QString &key, const QString &value, Kind kind = Kind::Words);
    /// A row with any widget as its value, for instance a StatusLabel.
    void addRow(const QString &key, QWidget *value);
    void clear();

private:
    QGridLayout *m_grid;
    int m_rows = 0;
};

} // namespace golive
