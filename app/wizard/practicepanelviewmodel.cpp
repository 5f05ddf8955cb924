#include "wizard/practicepanelviewmodel.h"

#include "wizard/dns/dnswords.h"

#include <algorithm>

namespace golive {

PracticePanelViewModel::PracticePanelViewModel(PracticeControls &controls, QObject *parent)
    : QObject(parent)
    , m_controls(controls)
{
    connect(&controls, &PracticeControls::recordsChanged, this, &PracticePanelViewModel::update);
    update();
}

QString PracticePanelViewModel::label(PracticeEntry entry)
{
    switch (entry) {
    case PracticeEntry::Absent: return tr("Not added");
    case PracticeEntry::Right: return tr("Added, correctly");
    case PracticeEntry::Typo: return tr("Added, with a typing error");
    case PracticeEntry::NameDoubled: return tr("Added, with the domain twice");
    case PracticeEntry::Proxied: return tr("Added, behind the provider’s proxy");
    }
    Q_UNREACHABLE();
}

void PracticePanelViewModel::enter(const QString &host, PracticeEntry entry)
{
    const auto row
        = std::find_if(m_state.rows.cbegin(), m_state.rows.cend(), [&](const Row &each) { return each.host == host; });
    if (row == m_state.rows.cend() || row->entry == entry)
        return;
    m_controls.enter(host, entry);
}

void PracticePanelViewModel::addAllCorrectly()
{
    enterAll(PracticeEntry::Right);
}

void PracticePanelViewModel::removeAll()
{
    enterAll(PracticeEntry::Absent);
}

void PracticePanelViewModel::enterAll(PracticeEntry entry)
{
    const QList<Row> rows = m_state.rows; // each one entered replaces the State
    for (const Row &row : rows)
        enter(row.host, entry);
}

void PracticePanelViewModel::update()
{
    State state;
    int right = 0;
    const QList<PracticeRecord> records = m_controls.records();
    for (const PracticeRecord &record : records) {
        state.rows.append({record.host, record.target, DnsWords::purpose({record.host, record.target}), record.entry});
        right += record.entry == PracticeEntry::Right ? 1 : 0;
    }
    state.allRight = !state.rows.isEmpty() && right == state.rows.size();
    if (state.rows.isEmpty())
        state.summary = tr("Nothing to add yet: Clerk lists the records once the production instance exists.\n\nTo see "
                           "what Golive finds out about a domain, type unregistered.example or occupied.example in the "
                           "step “Domain”.");
    else
        state.summary = tr("%1 of %2 added correctly.").arg(right).arg(state.rows.size());
    if (m_state == state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace golive
