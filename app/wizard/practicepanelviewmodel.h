#pragma once

#include "wizard/practicecontrols.h"

namespace golive {

/// The panel of practice mode that stands in for a DNS provider's website.
class PracticePanelViewModel final : public QObject
{
    Q_OBJECT

public:
    struct Row
    {
        QString host;
        QString target;
        QString purpose;
        PracticeEntry entry = PracticeEntry::Absent;

        bool operator==(const Row &) const = default;
    };

    struct State
    {
        QList<Row> rows;
        QString summary; ///< in words, how much has been added
        bool allRight = false;

        bool operator==(const State &) const = default;
    };

    explicit PracticePanelViewModel(PracticeControls &controls, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    /// The entry in words, for a choice.
    [[nodiscard]] static QString label(PracticeEntry entry);

    /// As if the person had done this at the provider. Hosts Clerk did not ask for are refused.
    void enter(const QString &host, PracticeEntry entry);
    void addAllCorrectly();
    /// Back to an empty zone, to see how that looks.
    void removeAll();

Q_SIGNALS:
    void stateChanged();

private:
    void update();
    void enterAll(PracticeEntry entry);

    PracticeControls &m_controls;
    State m_state;
};

} // namespace golive
