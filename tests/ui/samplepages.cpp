#include "ui/samplepages.h"

#include "ui/shell/assistantwindow.h"
#include "ui/widgets/busyindicator.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/valuerow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace golive {
namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

void fillStart(SamplePage &page)
{
    auto *card = new Card(text("What you need"));
    const auto row = [card](Glyph glyph, const char *title, const char *words) {
        auto *line = new QHBoxLayout;
        line->setSpacing(16);
        auto *icon = new GlyphLabel(glyph, 24);
        icon->setAccent();
        line->addWidget(icon, 0, Qt::AlignTop);
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(new TextLabel(text(title), TextRole::Strong));
        auto *explanation = new TextLabel(text(words));
        explanation->setMuted(true);
        column->addWidget(explanation);
        line->addLayout(column, 1);
        card->body()->addLayout(line);
    };
    row(Glyph::Globe, "A domain you own", "Production does not work on addresses of hosting providers.");
    row(Glyph::List, "Access to its DNS", "You will add five records, or hand a list to the person who does.");
    row(Glyph::Key, "Your own sign-in credentials", "Development uses shared ones; production needs yours.");
    page.column()->addWidget(new TextLabel(text("This takes about twenty minutes of your time. DNS may then need up to "
                                                "48 hours; you can close Golive and come back whenever you like.")));
    page.column()->addWidget(card);
    auto *check = new QCheckBox(text("I can change the DNS of my domain"));
    page.column()->addWidget(check);
    page.column()->addStretch(1);
}

void fillConnect(SamplePage &page, const PageContext &context)
{
    auto *field = new SecretField(context.clock);
    field->setObjectName(QStringLiteral("key"));
    field->setName(text("Platform API key"));
    field->setPlaceholderText(QStringLiteral("ak_…"));
    auto *row = new FieldRow(text("Platform API &key"), field);
    row->setHint(text("Starts with ak_. It is shown once, when you create it in the dashboard."));
    page.column()->addWidget(row);
    page.column()->addWidget(new LinkButton(text("Open the dashboard"),
                                            QUrl(QStringLiteral("https://dashboard.clerk.com")), context.clipboard,
                                            context.openUrl));
    page.column()->addWidget(new QCheckBox(text("&Remember on this computer, in the system's keychain")));
    auto *busy = new BusyIndicator;
    busy->setText(text("Asking Clerk whether the key works…"));
    page.column()->addWidget(busy);
    page.column()->addStretch(1);
    page.enterIsNext = true;
    page.show({Notice::Tone::Problem,
               text("Clerk does not accept this key. It may have been revoked; create a new one in the dashboard."),
               text("code: authentication_invalid\ntrace id: 0af7651916cd43dd8448eb211c80319c")});
}

void fillApplication(SamplePage &page)
{
    auto *search = new QLineEdit;
    search->setPlaceholderText(text("Search"));
    search->setClearButtonEnabled(false);
    page.column()->addWidget(new FieldRow(text("&Application"), search));
    auto *list = new QListWidget;
    list->setAccessibleName(text("Applications"));
    list->addItems({text("Harbour booking"), text("Field notes"), text("Choir calendar")});
    list->setCurrentRow(0);
    page.column()->addWidget(list, 1);
}

void fillSettings(SamplePage &page)
{
    auto *group = new QWidget;
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *clone = new ChoiceCard(text("Copy the settings of development"),
                                 text("Sign-in methods, session lengths, restrictions and appearance come along. "
                                      "What cannot be copied is listed below."));
    clone->setBadge(text("Recommended"));
    clone->setChecked(true);
    column->addWidget(clone);
    column->addWidget(new ChoiceCard(text("Start with Clerk's defaults"),
                                     text("Email and password, nothing else. You set the rest up by hand later.")));
    page.column()->addWidget(group);
    auto *not_copied = new Disclosure(text("What is not copied"));
    not_copied->body()->addWidget(new TextLabel(text("Single sign-on connections, integrations, paths and webhooks are "
                                                     "bound to the development instance.")));
    not_copied->setOpen(true);
    page.column()->addWidget(not_copied);
    page.column()->addStretch(1);
}

void fillDomain(SamplePage &page)
{
    auto *domain = new QLineEdit(QStringLiteral("harbour-booking.vercel.app"));
    domain->setLayoutDirection(Qt::LeftToRight);
    auto *row = new FieldRow(text("&Domain"), domain);
    row->setError(text("This address belongs to your hosting provider. Production needs a domain of your own."));
    page.column()->addWidget(row);
    auto *kind = new QComboBox;
    kind->addItems({text("Next.js"), text("React with an API of its own")});
    auto *kindRow = new FieldRow(text("Frame&work"), kind);
    kindRow->setRemark(text("(optional)"));
    page.column()->addWidget(kindRow);
    page.column()->addWidget(new SectionTitle(text("Where is your backend?")));
    auto *same = new QRadioButton(text("&Same host"));
    same->setChecked(true);
    page.column()->addWidget(same);
    page.column()->addWidget(new QRadioButton(text("S&eparate host")));
    page.column()->addStretch(1);
}

void fillCreate(SamplePage &page)
{
    auto *card = new Card(text("This will be created"));
    auto *grid = new KeyValueGrid;
    grid->addRow(text("Application"), text("Harbour booking"));
    grid->addRow(text("Domain"), QStringLiteral("harbour.example"), KeyValueGrid::Kind::Technical);
    grid->addRow(text("Settings"), text("copied from development"));
    grid->addRow(text("Frontend API"), QStringLiteral("clerk.harbour.example"), KeyValueGrid::Kind::Technical);
    grid->addRow(text("State"), new StatusLabel(StatusTone::Neutral, text("Not created yet")));
    card->body()->addWidget(grid);
    page.column()->addWidget(card);
    auto *create = new QPushButton(glyphIcon(Glyph::Rocket, QPalette::BrightText), text("Create &production instance"));
    create->setProperty("primary", true);
    auto *line = new QHBoxLayout;
    line->addWidget(create);
    line->addStretch(1);
    page.column()->addLayout(line);
    page.column()->addStretch(1);
    page.show({Notice::Tone::Warning,
               text("Creating cannot be taken back here. The steps before it can then only be looked at."),
               {}});
}

void fillProviders(SamplePage &page, const PageContext &context)
{
    auto *card = new Card(text("Google"));
    auto *state = new StatusLabel(StatusTone::Warning, text("Needs credentials"));
    state->setPill(true);
    card->addToHeader(state);
    auto *id = new QLineEdit;
    card->body()->addWidget(new FieldRow(text("Client &ID"), id));
    auto *secret = new SecretField(context.clock);
    secret->setName(text("Google client secret"));
    card->body()->addWidget(new FieldRow(text("Client &secret"), secret));
    card->body()->addWidget(new ValueRow(context.clipboard, text("Authorised redirect URI"),
                                         QStringLiteral("https://clerk.harbour.example/v1/oauth_callback")));
    auto *buttons = new QHBoxLayout;
    auto *save = new QPushButton(text("Save Google"));
    save->setProperty("primary", true);
    buttons->addWidget(save);
    buttons->addWidget(new QPushButton(text("Later")));
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    page.column()->addWidget(card);
    auto *done = new Card(text("GitHub"));
    auto *ok = new StatusLabel(StatusTone::Success, text("Configured"));
    ok->setPill(true);
    done->addToHeader(ok);
    page.column()->addWidget(done);
    page.column()->addStretch(1);
}

void fillDns(SamplePage &page, const PageContext &context)
{
    page.column()->addWidget(new TextLabel(text("Add these records where the DNS of harbour.example is managed.")));
    const auto card = [&](const char *title, StatusTone tone, const char *state, const char *name, const char *value) {
        auto *record = new Card(text(title));
        auto *label = new StatusLabel(tone, text(state));
        label->setPill(true);
        record->addToHeader(label);
        record->body()->addWidget(new ValueRow(context.clipboard, text("Name"), text(name)));
        record->body()->addWidget(new ValueRow(context.clipboard, text("Value"), text(value)));
        page.column()->addWidget(record);
    };
    card("Frontend API", StatusTone::Success, "Found", "clerk", "frontend-api.clerk.services");
    card("Account portal", StatusTone::Waiting, "Waiting for DNS", "accounts", "accounts.clerk.services");
    card("Mail key 1", StatusTone::Problem, "Points elsewhere", "clk._domainkey", "dkim1.k3x8.clerk.services");
    page.column()->addStretch(1);
}

void fillGoLive(SamplePage &page, const PageContext &context)
{
    auto *progress = new QProgressBar;
    progress->setTextVisible(false);
    progress->setAccessibleName(text("Progress"));
    progress->setValue(60);
    page.column()->addWidget(progress);
    auto *grid = new KeyValueGrid;
    grid->addRow(text("DNS"), new StatusLabel(StatusTone::Success, text("Verified")));
    grid->addRow(text("Certificate"), new StatusLabel(StatusTone::Waiting, text("Being issued")));
    grid->addRow(text("Mail"), new StatusLabel(StatusTone::Information, text("Checked after the certificate")));
    page.column()->addWidget(grid);
    page.column()->addWidget(new SectionTitle(text("Keys")));
    page.column()->addWidget(new ValueRow(context.clipboard, text("Publishable key"),
                                          QStringLiteral("pk_live_Y2xlcmsuaGFyYm91ci5leGFtcGxlJA")));
    auto *secret = new SecretRow(context.clipboard, text("Secret key"));
    secret->setSecret(Secret(QByteArrayLiteral("not-a-real-key-at-all-0123456789")));
    page.column()->addWidget(secret);
    page.column()->addStretch(1);
    page.show({Notice::Tone::Information, text("You can close Golive. It goes on where the facts say."), {}});
}

void fillSummary(SamplePage &page)
{
    page.show({Notice::Tone::Success, text("harbour.example is live."), {}});
    page.column()->addWidget(new SectionTitle(text("What to do next")));
    page.column()->addWidget(new QCheckBox(text("Deploy with the new keys")));
    page.column()->addWidget(new QCheckBox(text("Sign in once on harbour.example")));
    auto *off = new QCheckBox(text("Not available here"));
    off->setEnabled(false);
    page.column()->addWidget(off);
    auto *disabled = new QPushButton(text("Nothing to save"));
    disabled->setEnabled(false);
    auto *line = new QHBoxLayout;
    line->addWidget(disabled);
    line->addStretch(1);
    page.column()->addLayout(line);
    page.column()->addStretch(1);
}

} // namespace

SamplePage::SamplePage(SampleViewModel &model, const PageContext &context, QString title, QString subtitle)
    : Page(model, context)
    , m_title(std::move(title))
    , m_subtitle(std::move(subtitle))
{
    SamplePage::render();
}

QString SamplePage::helpText() const
{
    return text("A CNAME record says that a name is another name for a different one. Whoever asks for the first is "
                "sent to the second.\n\nProviders ask for the name in different ways: some want the whole name, some "
                "only the part before your domain.");
}

void addSamplePages(AssistantWindow &window, const PageContext &context)
{
    const auto add = [&](Step step, const char *title, const char *subtitle) -> SamplePage & {
        auto *model = new SampleViewModel(&window);
        auto *page = new SamplePage(*model, context, text(title), text(subtitle));
        window.addPage(step, page);
        return *page;
    };
    fillStart(add(Step::Start, "Before you start", "What will happen, and what you need for it"));
    fillConnect(add(Step::Connect, "Connect to Clerk", "With a key that lets Golive work for you"), context);
    fillApplication(add(Step::Application, "Application", "Which one goes live?"));
    fillSettings(add(Step::Settings, "Settings", "How production starts out"));
    fillDomain(add(Step::Domain, "Domain and backend", "Where people will find your application"));
    fillCreate(add(Step::Create, "Create", "Look it over once more"));
    fillProviders(add(Step::Providers, "Sign-in providers", "Each needs credentials of your own in production"),
                  context);
    fillDns(add(Step::Dns, "DNS records", "They tell the world that Clerk may answer for your domain"), context);
    add(Step::Compare, "Compare settings", "What development has and production lacks");
    fillGoLive(add(Step::GoLive, "Go live", "What Clerk says about your domain, and your keys"), context);
    add(Step::HandOver, "Hand over", "Your hosting and your developer take over").column()->addStretch(1);
    fillSummary(add(Step::Summary, "Summary", "What was made and what comes next"));
}

void fillWithProgress(WizardFlow &flow)
{
    Progress progress;
    progress.started = true;
    progress.connected = true;
    Application application;
    application.id = QStringLiteral("app_1");
    Instance instance;
    instance.environment = Environment::Production;
    application.instances.append(instance);
    progress.facts.application = application;
    progress.facts.domain = Domain();
    DomainStatus status;
    status.dns.state = ComponentState::InProgress;
    progress.facts.status = status;
    progress.facts.providersKnown = true;
    progress.facts.providers.insert(QStringLiteral("google"), ProviderState::NeedsCredentials);
    flow.setProgress(progress);
}

} // namespace golive
