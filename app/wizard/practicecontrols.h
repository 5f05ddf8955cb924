#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace golive {

/// How a record was put into the practice domain's DNS, right or in one of the ways people get it wrong.
enum class PracticeEntry { Absent, Right, Typo, NameDoubled, Proxied };

struct PracticeRecord
{
    QString host;
    QString target;
    PracticeEntry entry = PracticeEntry::Absent;

    bool operator==(const PracticeRecord &) const = default;
};

/// The DNS provider of practice mode, as the practice panel handles it. Absent outside practice mode.
class PracticeControls : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] virtual QList<PracticeRecord> records() const = 0;
    /// As if the person had edited this record at the DNS provider.
    virtual void enter(const QString &host, PracticeEntry entry) = 0;

Q_SIGNALS:
    void recordsChanged();
};

} // namespace golive
