#include "ui/practice/practicepanel.h"

#include "ui/theme/glyphs.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace golive {
namespace {

constexpr std::array entries {PracticeEntry::Absent, PracticeEntry::Right, PracticeEntry::Typo,
                              PracticeEntry::NameDoubled, PracticeEntry::Proxied};

} // namespace

PracticePanel::PracticePanel(PracticePanelViewModel &viewModel, QWidget *parent)
    : QWidget(parent)
    , m_model(viewModel)
{
    build();
    connect(&m_model, &PracticePanelViewModel::stateChanged, this, &PracticePanel::render);
    connect(m_addAll, &QPushButton::clicked, &m_model, &PracticePanelViewModel::addAllCorrectly);
    connect(m_removeAll, &QPushButton::clicked, &m_model, &PracticePanelViewModel::removeAll);
    render();
}

void PracticePanel::build()
{
    setObjectName(QStringLiteral("practicePanel"));
    setAccessibleName(tr("Your pretend DNS provider"));
    auto *flask = new GlyphLabel(Glyph::Flask, 20, this);
    flask->setTone(StatusTone::Warning);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(flask, 0, Qt::AlignTop);
    head->addWidget(new TextLabel(tr("Your pretend DNS provider"), TextRole::Strong, this), 1);
    auto *explanation = new TextLabel(
        tr("Only for practice: it stands in for your provider’s website. Add the records here, rightly or with a "
           "mistake, and watch the DNS step find out."),
        TextRole::Small, this);
    explanation->setMuted(true);
    m_summary = new TextLabel({}, TextRole::Body, this);
    m_summary->setObjectName(QStringLiteral("practiceSummary"));
    m_addAll = new QPushButton(tr("Add all, correctly"), this);
    m_addAll->setObjectName(QStringLiteral("practiceAddAll"));
    m_removeAll = new QPushButton(tr("Remove all"), this);
    m_removeAll->setObjectName(QStringLiteral("practiceRemoveAll"));
    m_list = new QVBoxLayout;
    m_list->setSpacing(14);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(explanation);
    column->addWidget(m_addAll);
    column->addWidget(m_removeAll);
    column->addWidget(m_summary);
    column->addLayout(m_list);
    column->addStretch(1);
}

void PracticePanel::render()
{
    const PracticePanelViewModel::State &state = m_model.state();
    m_summary->setText(state.summary);
    m_addAll->setEnabled(!state.rows.isEmpty() && !state.allRight);
    m_removeAll->setEnabled(!state.rows.isEmpty());
    matchRows(state.rows);
    for (qsizetype i = 0; i < state.rows.size(); ++i) {
        QComboBox *choice = m_rows.at(i).choice;
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(choice->findData(static_cast<int>(state.rows.at(i).entry)));
    }
}

void PracticePanel::matchRows(const QList<PracticePanelViewModel::Row> &rows)
{
    const bool same
        = std::equal(m_rows.cbegin(), m_rows.cend(), rows.cbegin(), rows.cend(),
                     [](const Row &shown, const PracticePanelViewModel::Row &row) { return shown.host == row.host; });
    if (same)
        return;
    for (const Row &row : std::exchange(m_rows, {}))
        row.widget->deleteLater();
    for (const PracticePanelViewModel::Row &row : rows) {
        m_rows.append(makeRow(row));
        m_list->addWidget(m_rows.constLast().widget);
    }
}

PracticePanel::Row PracticePanel::makeRow(const PracticePanelViewModel::Row &row)
{
    auto *widget = new QWidget(this);
    auto *host = new ElidedLabel(row.host, Qt::ElideMiddle, widget);
    host->setFont(textFont(TextRole::Technical));
    auto *purpose = new TextLabel(row.purpose, TextRole::Small, widget);
    purpose->setMuted(true);
    auto *choice = new QComboBox(widget);
    choice->setObjectName(QStringLiteral("practiceEntry_") + row.host);
    choice->setAccessibleName(tr("How %1 is added").arg(row.host));
    purpose->setBuddy(choice); // the only name that a combo box has for a screen reader on Linux
    choice->setMinimumContentsLength(12); // the panel is narrow; the list that opens shows all of it
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const PracticeEntry entry : entries)
        choice->addItem(PracticePanelViewModel::label(entry), static_cast<int>(entry));

    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(host, 0, Qt::AlignLeading);
    column->addWidget(purpose);
    column->addSpacing(2);
    column->addWidget(choice);
    connect(choice, &QComboBox::activated, this, [this, choice, name = row.host] {
        m_model.enter(name, static_cast<PracticeEntry>(choice->currentData().toInt()));
    });
    return {row.host, widget, choice};
}

} // namespace golive
