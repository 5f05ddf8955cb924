#include "ui/pages/startpage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace golive {
namespace {

constexpr qsizetype shownAtOnce = 3; ///< of the earlier deployments; the rest opens on demand
constexpr int indicatorIndent = 28; ///< a check box's indicator and the space beside it

TextLabel *mutedText(const QString &text, TextRole role = TextRole::Body)
{
    auto *label = new TextLabel(text, role);
    label->setMuted(true);
    return label;
}

/// A sign at the reading edge and words beside it.
QHBoxLayout *signedLine(Glyph glyph, QWidget *words)
{
    auto *sign = new GlyphLabel(glyph, 20);
    sign->setAccent();
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(words, 1);
    return line;
}

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->setParent(nullptr); // nobody finds it any more; it may be the one that was just pressed
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

StartPage::StartPage(StartViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_model(viewModel)
    , m_earlier(new Card(tr("Continue an earlier deployment")))
    , m_older(new Disclosure(tr("Older deployments")))
{
    build();
    render();
}

QString StartPage::title() const
{
    return tr("Before you start");
}

QString StartPage::subtitle() const
{
    return tr("What will happen, how long it takes, and what to have ready.");
}

QString StartPage::helpText() const
{
    return tr("An application in Clerk has a development instance from the beginning. Going to production means giving "
              "it a second instance, on a domain of your own, with its own users, keys and sign-in credentials.\n\n"
              "Development stays as it is. Nothing is created before you press “Create production instance”.\n\n"
              "Golive keeps a note of your choices on this computer, without any secret, so that you can close it at "
              "any time and continue later.");
}

QWidget *StartPage::firstField() const
{
    return m_model.state().earlier.isEmpty() ? nullptr : m_earlier->findChild<QPushButton *>();
}

void StartPage::build()
{
    m_older->setObjectName(QStringLiteral("olderDeployments"));
    m_older->setVisible(false);
    m_earlier->body()->addWidget(m_older);
    content()->addWidget(m_earlier);
    content()->addWidget(makeOverview());
    content()->addWidget(makePreparations());
    content()->addWidget(makeDifferences());
    m_practice = makePractice();
    content()->addWidget(m_practice);
    content()->addStretch(1);
}

QWidget *StartPage::makeOverview()
{
    const StartViewModel::State &state = m_model.state();
    auto *card = new Card(tr("What will happen"));
    card->body()->addWidget(new TextLabel(state.introduction));
    auto *steps = new QGridLayout;
    steps->setHorizontalSpacing(12);
    steps->setVerticalSpacing(6);
    steps->setColumnStretch(1, 1);
    int row = 0;
    for (const QString &stage : state.stages) {
        auto *number = mutedText(QLocale().toString(row + 1));
        steps->addWidget(number, row, 0, Qt::AlignTop | Qt::AlignTrailing);
        steps->addWidget(new TextLabel(stage), row, 1);
        ++row;
    }
    card->body()->addLayout(steps);
    card->body()->addLayout(signedLine(Glyph::Clock, new TextLabel(state.duration)));
    return card;
}

QWidget *StartPage::makePreparations()
{
    auto *card = new Card(tr("What to have ready"));
    card->body()->addWidget(mutedText(tr("Tick these for yourself if you like. You can go on without.")));
    for (const StartViewModel::Preparation &each : m_model.state().preparations) {
        auto *box = new QCheckBox(each.title);
        box->setObjectName(QStringLiteral("preparation-") + each.id);
        box->setAccessibleDescription(each.explanation);
        box->setFont(textFont(TextRole::Strong));
        connect(box, &QCheckBox::clicked, this, [this, id = each.id](bool ticked) { m_model.tick(id, ticked); });
        m_preparations.append(box);

        auto *explanation = new QHBoxLayout;
        explanation->addSpacing(indicatorIndent);
        explanation->addWidget(mutedText(each.explanation), 1);
        auto *item = new QVBoxLayout;
        item->setSpacing(0);
        item->addWidget(box);
        item->addLayout(explanation);
        card->body()->addLayout(item);
    }
    return card;
}

QWidget *StartPage::makeDifferences()
{
    const StartViewModel::State &state = m_model.state();
    auto *card = new Card(tr("Production is a separate world"));
    card->body()->addLayout(signedLine(Glyph::User, new TextLabel(state.usersStay)));

    auto *table = new QGridLayout;
    table->setHorizontalSpacing(20);
    table->setVerticalSpacing(10);
    table->setColumnStretch(1, 1);
    table->setColumnStretch(2, 1);
    table->addWidget(mutedText(tr("In development"), TextRole::Small), 0, 1);
    table->addWidget(mutedText(tr("In production"), TextRole::Small), 0, 2);
    int row = 1;
    for (const StartViewModel::Difference &each : state.differences) {
        auto *subject = new TextLabel(each.subject, TextRole::Strong);
        subject->setMinimumWidth(150);
        table->addWidget(subject, row, 0, Qt::AlignTop);
        table->addWidget(mutedText(each.development), row, 1, Qt::AlignTop);
        table->addWidget(new TextLabel(each.production), row, 2, Qt::AlignTop);
        ++row;
    }
    auto *all = new Disclosure(tr("What differs between development and production"));
    all->setObjectName(QStringLiteral("differences"));
    all->body()->addLayout(table);
    card->body()->addWidget(all);
    return card;
}

QWidget *StartPage::makePractice()
{
    auto *card = new Card(tr("Try it first"));
    auto *button = new QPushButton(glyphIcon(Glyph::Flask), tr("&Practice first"));
    button->setObjectName(QStringLiteral("practiceFirst"));
    connect(button, &QPushButton::clicked, &m_model, &StartViewModel::practiceFirst);
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    line->addWidget(mutedText(tr("Practice mode opens in a window of its own, with a made-up workspace and DNS. "
                                 "Nothing leaves this computer.")),
                    1);
    line->addWidget(button, 0, Qt::AlignVCenter);
    card->body()->addLayout(line);
    return card;
}

void StartPage::render()
{
    const StartViewModel::State &state = m_model.state();
    setNotice(state.notice);
    m_practice->setVisible(state.canPractice);
    for (qsizetype i = 0; i < qMin(m_preparations.size(), state.preparations.size()); ++i)
        m_preparations.at(i)->setChecked(state.preparations.at(i).ticked);
    renderEarlier();
}

void StartPage::renderEarlier()
{
    const QList<StartViewModel::Earlier> &earlier = m_model.state().earlier;
    m_earlier->setVisible(!earlier.isEmpty());
    if (earlier == m_shownEarlier)
        return;
    m_shownEarlier = earlier;
    m_earlier->body()->removeWidget(m_older);
    empty(m_older->body());
    empty(m_earlier->body());
    for (qsizetype i = 0; i < earlier.size(); ++i)
        (i < shownAtOnce ? m_earlier->body() : m_older->body())->addWidget(makeEarlier(earlier.at(i)));
    m_earlier->body()->addWidget(m_older);
    m_older->setVisible(earlier.size() > shownAtOnce);
}

QWidget *StartPage::makeEarlier(const StartViewModel::Earlier &earlier)
{
    auto *row = new QWidget;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *name = new ElidedLabel(earlier.applicationName);
    name->setFont(textFont(TextRole::Strong));
    words->addWidget(name);
    if (!earlier.domain.isEmpty())
        words->addWidget(new TextLabel(earlier.domain, TextRole::Technical));
    words->addWidget(mutedText(earlier.changed.isEmpty()
                                   ? earlier.standing
                                   : QStringLiteral("%1 · %2").arg(earlier.standing, earlier.changed)));

    auto *button = new QPushButton(earlier.finished ? tr("Look at it") : tr("Continue"));
    button->setObjectName(QStringLiteral("continue-") + earlier.applicationId);
    button->setAccessibleName(tr("%1: %2").arg(button->text(), earlier.applicationName));
    connect(button, &QPushButton::clicked, &m_model,
            [this, id = earlier.applicationId] { m_model.continueDeployment(id); });

    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    line->addLayout(words, 1);
    if (earlier.canCompare) {
        auto *compare = new QPushButton(tr("Compare settings"));
        compare->setObjectName(QStringLiteral("compare-") + earlier.applicationId);
        compare->setAccessibleName(tr("%1: %2").arg(compare->text(), earlier.applicationName));
        connect(compare, &QPushButton::clicked, &m_model,
                [this, id = earlier.applicationId] { m_model.compareSettings(id); });
        line->addWidget(compare, 0, Qt::AlignVCenter);
    }
    line->addWidget(button, 0, Qt::AlignVCenter);
    return row;
}

} // namespace golive
