#include "ui/pages/hostlayoutblock.h"

#include "ui/widgets/bulletlist.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/hostdiagram.h"
#include "ui/widgets/hostfield.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace golive {
namespace {

using Backend = HostChoices::Backend;

void check(QAbstractButton *button, bool checked)
{
    const QSignalBlocker quiet(button);
    button->setChecked(checked);
    button->update();
}

} // namespace

HostLayoutBlock::HostLayoutBlock(HostForm &form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    buildClients();
    buildBackend();
    buildSpecial();
    buildMeaning();
    bind();
    render();
}

HostLayoutBlock::Entry HostLayoutBlock::addEntry(const QString &label, const char *objectName,
                                                 const QString &placeholder)
{
    Entry entry;
    entry.field = new HostField(QString::fromLatin1(objectName), placeholder);
    entry.row = new FieldRow(label, entry.field);
    m_column->addWidget(entry.row);
    return entry;
}

QCheckBox *HostLayoutBlock::addTick(const QString &text, const char *objectName, const QString &explanation)
{
    auto *tick = new QCheckBox(text);
    tick->setObjectName(QString::fromLatin1(objectName));
    tick->setAccessibleDescription(explanation);
    m_column->addWidget(tick);
    return tick;
}

void HostLayoutBlock::buildClients()
{
    m_column->addWidget(new SectionTitle(tr("What do people sign in to?")));
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    m_website = new QCheckBox(tr("A &website"));
    m_website->setObjectName(QStringLiteral("hasWebsite"));
    m_nativeApp = new QCheckBox(tr("A phone &app"));
    m_nativeApp->setObjectName(QStringLiteral("hasNativeApp"));
    m_extension = new QCheckBox(tr("A browser e&xtension or desktop program"));
    m_extension->setObjectName(QStringLiteral("hasExtension"));
    for (QCheckBox *each : {m_website, m_nativeApp, m_extension})
        row->addWidget(each);
    row->addStretch(1);
    m_column->addLayout(row);
    m_audienceProblem = new StatusLabel;
    m_audienceProblem->setParagraph();
    m_column->addWidget(m_audienceProblem);
    m_sites = addEntry(tr("Where the website opens"), "siteHosts", QStringLiteral("www.example.com"));
    m_sites.row->setRemark(tr("(if not on the domain itself; several with commas)"));
}

void HostLayoutBlock::buildBackend()
{
    m_backendTitle = new SectionTitle(tr("Where does your backend run?"));
    m_column->addSpacing(8);
    m_column->addWidget(m_backendTitle);
    m_backendChoices = new QWidget;
    m_backendChoices->setAccessibleName(tr("Where the backend runs"));
    m_sameHost = new ChoiceCard(tr("Same host"),
                                tr("Website and backend share one address, as with Next.js, Rails or Django."));
    m_sameHost->setObjectName(QStringLiteral("sameHost"));
    m_separateHost = new ChoiceCard(tr("Separate host"), tr("The website calls a backend on an address of its own."));
    m_separateHost->setObjectName(QStringLiteral("separateHost"));
    auto *row = new QHBoxLayout(m_backendChoices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_sameHost, 1);
    row->addWidget(m_separateHost, 1);
    m_column->addWidget(m_backendChoices);
    m_backend = addEntry(tr("H&ost of your backend"), "backendHost", QStringLiteral("api.example.com"));
}

void HostLayoutBlock::buildSpecial()
{
    m_special = new SectionTitle(tr("Does any of this apply?"));
    m_column->addSpacing(8);
    m_column->addWidget(m_special);
    m_secondFrontEnd = addTick(tr("A &second website, on another domain, shares the sign-in"), "secondFrontEnd",
                               tr("Clerk calls it a satellite."));
    m_satellites = addEntry(tr("Domain of the second website"), "satellites", QStringLiteral("example.net"));
    m_satellites.row->setRemark(tr("(several with commas)"));
    m_proxied = addTick(tr("I &cannot add a CNAME record for Clerk’s address"), "proxied",
                        tr("Your website then hands a path on to Clerk."));
    m_proxyPath
        = addEntry(tr("Path that your website hands on to Clerk"), "proxyPath", HostChoices::defaultProxyPath());
}

void HostLayoutBlock::buildMeaning()
{
    m_diagram = new HostDiagram;
    m_diagram->setObjectName(QStringLiteral("hostDiagram"));
    m_consequences = new BulletList;
    m_consequences->setObjectName(QStringLiteral("layoutConsequences"));
    m_changesTitle = new TextLabel(tr("What to change"), TextRole::Strong);
    m_changes = new BulletList;
    m_changes->setObjectName(QStringLiteral("layoutChanges"));
    m_column->addSpacing(8);
    m_column->addWidget(new SectionTitle(tr("How it works then")));
    m_column->addWidget(m_diagram);
    m_column->addWidget(m_consequences);
    m_column->addWidget(m_changesTitle);
    m_column->addWidget(m_changes);
}

void HostLayoutBlock::bind()
{
    connect(&m_form, &HostForm::stateChanged, this, &HostLayoutBlock::render);
    connect(m_website, &QCheckBox::toggled, &m_form, &HostForm::setWebsite);
    connect(m_nativeApp, &QCheckBox::toggled, &m_form, &HostForm::setNativeApp);
    connect(m_extension, &QCheckBox::toggled, &m_form, &HostForm::setExtension);
    connect(m_sites.field, &QLineEdit::textChanged, &m_form, &HostForm::setSites);
    connect(m_sites.field, &QLineEdit::editingFinished, &m_form, &HostForm::finishSites);
    connect(m_sameHost, &ChoiceCard::toggled, this, [this](bool checked) {
        if (checked)
            m_form.setBackend(Backend::SameHost);
    });
    connect(m_separateHost, &ChoiceCard::toggled, this, [this](bool checked) {
        if (checked)
            m_form.setBackend(Backend::SeparateHost);
    });
    connect(m_backend.field, &QLineEdit::textChanged, &m_form, &HostForm::setBackendHost);
    connect(m_backend.field, &QLineEdit::editingFinished, &m_form, &HostForm::finishBackendHost);
    connect(m_secondFrontEnd, &QCheckBox::toggled, &m_form, &HostForm::setSecondFrontEnd);
    connect(m_satellites.field, &QLineEdit::textChanged, &m_form, &HostForm::setSatellites);
    connect(m_satellites.field, &QLineEdit::editingFinished, &m_form, &HostForm::finishSatellites);
    connect(m_proxied, &QCheckBox::toggled, &m_form, &HostForm::setProxied);
    connect(m_proxyPath.field, &QLineEdit::textChanged, &m_form, &HostForm::setProxyPath);
    connect(m_proxyPath.field, &QLineEdit::editingFinished, &m_form, &HostForm::finishProxyPath);
}

void HostLayoutBlock::render()
{
    const HostForm::State &state = m_form.state();
    check(m_website, state.website);
    check(m_nativeApp, state.nativeApp);
    check(m_extension, state.extension);
    m_audienceProblem->setStatus(StatusTone::Problem, state.audienceProblem);
    m_audienceProblem->setVisible(!state.audienceProblem.isEmpty());

    m_sites.field->show(state.sites);
    m_sites.row->setHint(state.sitesUnderstood);
    m_sites.row->setError(state.sitesProblem);
    m_sites.row->setVisible(state.website);

    check(m_sameHost, state.backend == Backend::SameHost);
    check(m_separateHost, state.backend == Backend::SeparateHost);
    m_backendChoices->setVisible(state.website);
    m_backend.field->show(state.backendHost);
    m_backend.row->setRemark(state.website ? QString() : tr("(if it has one)"));
    m_backend.row->setHint(state.backendUnderstood);
    m_backend.row->setAdvice(state.backendCaution, {});
    m_backend.row->setError(state.backendProblem);
    m_backend.row->setVisible(state.asksForBackend);

    renderSpecial(state);
    m_diagram->setPicture(state.picture);
    m_consequences->setLines(state.consequences);
    m_changesTitle->setVisible(!state.changes.isEmpty());
    m_changes->setVisible(!state.changes.isEmpty());
    m_changes->setLines(state.changes);
}

void HostLayoutBlock::renderSpecial(const HostForm::State &state)
{
    for (QWidget *each : {m_special, static_cast<QWidget *>(m_secondFrontEnd), static_cast<QWidget *>(m_proxied)})
        each->setVisible(state.website);
    check(m_secondFrontEnd, state.secondFrontEnd);
    m_satellites.field->show(state.satellites);
    m_satellites.row->setHint(state.satellitesUnderstood);
    m_satellites.row->setError(state.satellitesProblem);
    m_satellites.row->setVisible(state.website && state.secondFrontEnd);
    check(m_proxied, state.proxied);
    m_proxyPath.field->show(state.proxyPath);
    m_proxyPath.row->setError(state.proxyProblem);
    m_proxyPath.row->setVisible(state.website && state.proxied);
}

} // namespace golive
