#include "ui/pages/domainpage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/hostdiagram.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

namespace golive {
namespace {

/// A field for a host name: left to right and monospaced in every language.
QLineEdit *hostField(const QString &objectName, const QString &placeholder)
{
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setPlaceholderText(placeholder);
    field->setLayoutDirection(Qt::LeftToRight);
    field->setFont(textFont(TextRole::Technical));
    field->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    return field;
}

/// Cursor and selection stay while somebody types.
void showText(QLineEdit *field, const QString &text)
{
    if (field->text() == text)
        return;
    const QSignalBlocker quiet(field);
    field->setText(text);
}

void showWarning(StatusLabel *label, const QString &text)
{
    label->setStatus(StatusTone::Warning, text);
    label->setVisible(!text.isEmpty());
}

void check(ChoiceCard *card, bool checked)
{
    const QSignalBlocker quiet(card);
    card->setChecked(checked);
}

} // namespace

DomainPage::DomainPage(DomainViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
{
    buildDomain();
    buildBackend();
    buildNames();
    bind();
    DomainPage::render();
}

QString DomainPage::title() const
{
    return tr("Choose the domain");
}

QString DomainPage::subtitle() const
{
    return tr("Where people find your application. It is hard to change later, so take your time.");
}

QString DomainPage::shortTitle() const
{
    return tr("Domain");
}

QString DomainPage::helpText() const
{
    return tr("Production needs a domain that you own, because Clerk’s names are added to it with DNS records. A "
              "provider’s name, such as one that ends in vercel.app, cannot take them.\n\n"
              "A root domain is what you registered: example.com. A subdomain is a name below it: shop.example.com. "
              "With the root domain, sign-in covers every subdomain. Choose a subdomain only if another Clerk "
              "application uses the root.\n\n"
              "Where your backend runs changes nothing in Clerk. It decides how your backend learns who is signed in: "
              "from the session cookie when it shares the website’s host, otherwise from a token in each request.");
}

void DomainPage::buildDomain()
{
    m_domain = hostField(QStringLiteral("domain"), QStringLiteral("example.com"));
    m_domainRow = new FieldRow(tr("&Domain of your website"), m_domain);
    m_explanation = new TextLabel;
    m_explanation->setObjectName(QStringLiteral("domainExplanation"));
    m_explanation->setMuted(true);
    m_caution = new StatusLabel;
    m_caution->setParagraph();
    m_caution->setObjectName(QStringLiteral("domainCaution"));
    m_inUse = new StatusLabel;
    m_inUse->setParagraph();
    m_inUse->setObjectName(QStringLiteral("domainInUse"));
    m_www = buildWww();

    content()->addWidget(m_domainRow);
    content()->addWidget(m_www);
    content()->addWidget(m_caution);
    content()->addWidget(m_inUse);
    content()->addWidget(m_explanation);
}

QWidget *DomainPage::buildWww()
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("wwwQuestion"));
    m_wwwQuestion = new TextLabel;
    m_withoutWww = new QPushButton;
    m_withoutWww->setObjectName(QStringLiteral("useWithoutWww"));
    m_keepWww = new QPushButton;
    m_keepWww->setObjectName(QStringLiteral("keepWww"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(m_withoutWww);
    buttons->addWidget(m_keepWww);
    buttons->addStretch(1);
    card->body()->addWidget(m_wwwQuestion);
    card->body()->addLayout(buttons);
    return card;
}

void DomainPage::buildBackend()
{
    auto *choices = new QWidget;
    choices->setAccessibleName(tr("Where the backend runs"));
    m_sameHost = new ChoiceCard(tr("Same host"),
                                tr("Website and backend share one address, as with Next.js, Rails or "
                                   "Django."));
    m_sameHost->setObjectName(QStringLiteral("sameHost"));
    m_separateHost = new ChoiceCard(tr("Separate host"), tr("The website calls a backend on an address of its own."));
    m_separateHost->setObjectName(QStringLiteral("separateHost"));
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_sameHost, 1);
    row->addWidget(m_separateHost, 1);

    m_backend = hostField(QStringLiteral("backendHost"), QStringLiteral("api.example.com"));
    m_backendRow = new FieldRow(tr("H&ost of your backend"), m_backend);
    m_diagram = new HostDiagram;
    m_diagram->setObjectName(QStringLiteral("hostDiagram"));
    m_consequence = new TextLabel;
    m_consequence->setObjectName(QStringLiteral("layoutConsequence"));

    content()->addWidget(new SectionTitle(tr("Where does your backend run?")));
    content()->addWidget(choices);
    content()->addWidget(m_backendRow);
    content()->addWidget(m_diagram);
    content()->addWidget(m_consequence);
}

void DomainPage::buildNames()
{
    m_namesCard = new Card(tr("Names that Clerk will use"));
    m_namesCard->setObjectName(QStringLiteral("clerkNames"));
    m_names = new KeyValueGrid;
    m_namesRemark = new TextLabel;
    m_namesRemark->setMuted(true);
    m_namesCard->body()->addWidget(m_names);
    m_namesCard->body()->addWidget(m_namesRemark);
    content()->addWidget(m_namesCard);
    content()->addStretch(1);
}

void DomainPage::bind()
{
    m_domain->installEventFilter(this);
    connect(m_domain, &QLineEdit::textChanged, &m_viewModel, &DomainViewModel::setDomain);
    connect(m_domain, &QLineEdit::editingFinished, &m_viewModel, &DomainViewModel::finishDomain);
    connect(m_withoutWww, &QPushButton::clicked, &m_viewModel, &DomainViewModel::useWithoutWww);
    connect(m_keepWww, &QPushButton::clicked, &m_viewModel, &DomainViewModel::keepWww);
    connect(m_sameHost, &ChoiceCard::toggled, this, [this](bool checked) {
        if (checked)
            m_viewModel.setBackend(HostChoices::Backend::SameHost);
    });
    connect(m_separateHost, &ChoiceCard::toggled, this, [this](bool checked) {
        if (checked)
            m_viewModel.setBackend(HostChoices::Backend::SeparateHost);
    });
    connect(m_backend, &QLineEdit::textChanged, &m_viewModel, &DomainViewModel::setBackendHost);
    connect(m_backend, &QLineEdit::editingFinished, &m_viewModel, &DomainViewModel::finishBackendHost);
}

bool DomainPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_domain && event->type() == QEvent::FocusOut && !m_www->isVisible()
        && static_cast<QFocusEvent *>(event)->reason() == Qt::TabFocusReason)
        QTimer::singleShot(0, m_withoutWww, [this] {
            if (m_www->isVisible())
                m_withoutWww->setFocus(Qt::TabFocusReason);
        });
    return Page::eventFilter(watched, event);
}

void DomainPage::render()
{
    const DomainViewModel::State &state = m_viewModel.state();
    setNotice(state.notice);
    renderDomain(state);
    renderBackend(state);
    renderNames(state);
}

void DomainPage::renderDomain(const DomainViewModel::State &state)
{
    showText(m_domain, state.domain);
    m_domain->setReadOnly(state.readOnly);
    m_domainRow->setRemark(state.readOnly ? tr("(final: the production instance exists)") : QString());
    m_domainRow->setHint(state.understood);
    m_domainRow->setError(state.problem);
    m_www->setVisible(state.asksAboutWww);
    if (state.asksAboutWww) {
        m_wwwQuestion->setText(tr("Is %1 really the domain, or is it %2? Clerk’s names go below it, and hardly anybody "
                                  "wants them below www.")
                                   .arg(state.withWww, state.withoutWww));
        m_withoutWww->setText(tr("Use %1 instead").arg(state.withoutWww));
        m_keepWww->setText(tr("Keep %1").arg(state.withWww));
    }
    m_explanation->setText(state.explanation);
    m_explanation->setVisible(!state.explanation.isEmpty());
    showWarning(m_caution, state.caution);
    showWarning(m_inUse, state.inUse);
}

void DomainPage::renderBackend(const DomainViewModel::State &state)
{
    const bool separate = state.backend == HostChoices::Backend::SeparateHost;
    check(m_sameHost, !separate);
    check(m_separateHost, separate);
    showText(m_backend, state.backendHost);
    m_backendRow->setHint(state.backendUnderstood);
    m_backendRow->setError(state.backendProblem);
    m_backendRow->setVisible(separate);
    m_diagram->setPicture(state.picture);
    m_consequence->setText(state.consequence);
}

void DomainPage::renderNames(const DomainViewModel::State &state)
{
    m_namesCard->setVisible(!state.names.isEmpty());
    m_namesRemark->setText(state.namesRemark);
    if (m_namesShown == state.names)
        return;
    m_namesShown = state.names;
    m_names->clear();
    for (const DomainViewModel::Name &each : state.names)
        m_names->addRow(each.purpose, each.name, KeyValueGrid::Kind::Technical);
}

} // namespace golive
