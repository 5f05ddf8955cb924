#include "tour.h"

#include "composition.h"
#include "ui/shell/assistantwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QScrollArea>

#include <cstdio>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr auto glance = 50ms; ///< between two looks whether a scene is ready
constexpr auto settling = 400ms; ///< for fades, fonts and the last answer to arrive in the picture
constexpr qint64 patience = 60'000; ///< for one scene, in milliseconds

/// Believable and invented: what the practice server takes and no provider ever gave out.
struct Sample
{
    const char *field;
    const char *value;
};

constexpr Sample googleSample[] {{"client_id", "123456789012-pr4ct1ce.apps.googleusercontent.com"},
                                 {"client_secret", "GOCSPX-pr4ct1ce0nly0000000000"}};
constexpr Sample githubSample[] {{"client_id", "Ov23liPracticeOnly01"},
                                 {"client_secret", "0123456789abcdef0123456789abcdef01234567"}};
constexpr Sample linearSample[] {{"client_id", "0123456789abcdef0123456789abcdef"},
                                 {"client_secret", "fedcba9876543210fedcba9876543210"}};
constexpr Sample appleSample[] {
    {"client_id", "com.example.practice"}, {"team_id", "A1B2C3D4E5"}, {"key_id", "F6G7H8I9J0"}};

/// A key as far as a program can tell. Its number reads "practice only: this is no secret".
QString practicePrivateKey()
{
    return QStringLiteral("-----BEGIN PRIVATE KEY-----\n"
                          "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCBwcmFjdGljZSBvbmx5\n"
                          "OiB0aGlzIGlzIG5vIHNlY3JldA==\n"
                          "-----END PRIVATE KEY-----\n");
}

} // namespace

Tour::Tour(Services &services, AssistantWindow &window, QString folder, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_assistant(*services.assistant)
    , m_window(window)
    , m_folder(std::move(folder))
{
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "golive: the folder %s cannot be made\n", qPrintable(m_folder));
        QMetaObject::invokeMethod(
            qApp, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
        return;
    }
    m_window.showPracticePanel(false);
    plan();
    m_waiting.start();
    tick();
}

void Tour::add(const QString &picture, std::function<bool()> ready, std::function<void()> act)
{
    m_scenes.push_back({picture, std::move(ready), std::move(act)});
}

void Tour::plan()
{
    planChoices();
    planCreation();
    planProviders();
    planDns();
    planComparison();
    planEnd();
}

void Tour::planChoices()
{
    const auto at = [this](Step step) { return [this, step] { return m_assistant.flow().current() == step; }; };
    const auto forward = [this] { press(QStringLiteral("next")); };

    add(QStringLiteral("start"), at(Step::Start), forward);
    add(QStringLiteral("connect"), at(Step::Connect),
        [this] { type(QStringLiteral("platformKey"), m_services.practiceKey); });
    add({}, at(Step::Connect), forward);
    add(
        {}, [this] { return m_assistant.application.state().rows.size() >= 3; },
        [this] { m_assistant.application.select(m_assistant.application.state().rows.constFirst().id); });
    add(QStringLiteral("application"), at(Step::Application), forward);
    add(
        QStringLiteral("settings"),
        [this] {
            return m_assistant.flow().current() == Step::Settings
                && m_assistant.settings.state().reading == SettingsViewModel::Reading::Done;
        },
        [this, forward] {
            press(QStringLiteral("copyDevelopment"));
            forward();
        });
    add({}, at(Step::Domain), [this] {
        type(QStringLiteral("domain"), QStringLiteral("example.com"));
        press(QStringLiteral("separateHost"));
        type(QStringLiteral("backendHost"), QStringLiteral("api.example.com"));
    });
    add(
        QStringLiteral("domain"), [this] { return !m_assistant.domain.state().findings.isEmpty(); }, forward);
}

void Tour::planCreation()
{
    using Phase = CreateViewModel::Phase;
    add(
        QStringLiteral("create"), [this] { return m_assistant.flow().current() == Step::Create; },
        [this] { press(QStringLiteral("createProductionInstance")); });
    add(
        QStringLiteral("created"), [this] { return m_assistant.create.state().phase == Phase::Exists; },
        [this] { press(QStringLiteral("next")); });
}

void Tour::planProviders()
{
    const QStringList slugs {QStringLiteral("google"), QStringLiteral("github"), QStringLiteral("linear"),
                             QStringLiteral("apple")};
    for (const QString &slug : slugs) {
        add(
            {},
            [this] { return m_assistant.flow().current() == Step::Providers && m_assistant.providers.state().known; },
            [this, slug] { fillProvider(slug); });
        add(
            slug == slugs.constFirst() || slug == slugs.constLast() ? QStringLiteral("provider-") + slug : QString(),
            [] { return true; }, [this, slug] { press(slug + QStringLiteral(".save")); });
        add(
            {},
            [this, slug] {
                return m_assistant.deployment().facts().providers.value(slug) == ProviderState::Configured;
            },
            [] {});
    }
    add(
        QStringLiteral("providers-saved"), [] { return true; }, [this] { press(QStringLiteral("next")); });
}

void Tour::planDns()
{
    const auto records = [this] { return m_services.records->view().records; };
    const auto allAre = [records](auto test) {
        const auto all = records();
        return !all.isEmpty() && std::all_of(all.cbegin(), all.cend(), test);
    };
    add(
        QStringLiteral("dns-missing"),
        [this, allAre] {
            return m_assistant.flow().current() == Step::Dns
                && allAre([](const RecordView &each) { return each.progress == RecordProgress::NotFound; });
        },
        [this] {
            m_window.showPracticePanel(true);
            enterRecords(true);
            press(QStringLiteral("checkNow"));
        });
    add(
        QStringLiteral("dns-diagnosis"),
        [records] {
            const auto all = records();
            return std::any_of(all.cbegin(), all.cend(), [](const RecordView &each) {
                return each.finding.kind == DnsFinding::Kind::NameDoubled;
            });
        },
        [this] {
            enterRecords(false);
            press(QStringLiteral("checkNow"));
        });
    add(
        QStringLiteral("dns-done"),
        [this, allAre] {
            const auto &status = m_assistant.deployment().facts().status;
            return status && status->dns.isDone()
                && allAre([](const RecordView &each) { return each.progress == RecordProgress::SeenByClerk; });
        },
        [this] {
            m_window.showPracticePanel(false);
            press(QStringLiteral("next"));
        });
}

void Tour::planComparison()
{
    using Phase = ComparisonViewModel::Phase;
    const auto in
        = [this](Phase phase) { return [this, phase] { return m_assistant.comparison.state().phase == phase; }; };
    add(QStringLiteral("compare"), in(Phase::Choosing), [this] { press(QStringLiteral("tickAll")); });
    add({}, in(Phase::Choosing), [this] { press(QStringLiteral("previewCarry")); });
    add(QStringLiteral("compare-preview"), in(Phase::Previewed), [this] { press(QStringLiteral("carryOver")); });
    add(QStringLiteral("compare-result"), in(Phase::Carried), [this] { press(QStringLiteral("next")); });
}

void Tour::planEnd()
{
    using KeyPhase = GoLiveViewModel::KeyPhase;
    add(
        QStringLiteral("go-live"), [this] { return m_assistant.goLive.state().complete; },
        [this] { press(QStringLiteral("showKeys")); });
    add(
        {}, [this] { return m_assistant.goLive.state().keyPhase == KeyPhase::Here; },
        [this] { scrollTo(QStringLiteral("keyPlace")); });
    add(
        QStringLiteral("keys"), [] { return true; }, [this] { press(QStringLiteral("next")); });
    planHandOver();
    add(
        QStringLiteral("summary"),
        [this] { return m_assistant.flow().current() == Step::Summary && m_assistant.summary.state().finished; },
        [] {});
}

void Tour::planHandOver()
{
    add(
        {}, [this] { return m_assistant.flow().current() == Step::HandOver; },
        [this] { m_assistant.handOver.choosePlace(QStringLiteral("vercel")); });
    add(
        QStringLiteral("hand-over"), [] { return true; }, [this] { press(QStringLiteral("withSecret")); });
    add(
        {}, [this] { return !m_assistant.handOver.state().environment.askingForSecret; },
        [this] { scrollTo(QStringLiteral("keysTaken")); });
    add(
        QStringLiteral("hand-over-hosting"), [] { return true; }, [this] { press(QStringLiteral("keysTaken")); });
    add(
        {}, [this] { return m_assistant.deployment().next() == Action::Finished; },
        [this] { press(QStringLiteral("next")); });
}

void Tour::tick()
{
    if (m_next == m_scenes.size()) {
        end(0, QStringLiteral("the tour reached the end; %1 pictures are in %2").arg(m_pictures).arg(m_folder));
        return;
    }
    const Scene &scene = m_scenes.at(m_next);
    if (!scene.ready()) {
        m_settling = false;
        if (m_waiting.elapsed() > patience) {
            m_window.grab().save(QStringLiteral("%1/stuck.png").arg(m_folder));
            end(1, QStringLiteral("the tour waited in vain before “%1” (scene %2)").arg(scene.picture).arg(m_next));
        } else {
            m_services.clock.callAfter(glance, this, [this] { tick(); });
        }
        return;
    }
    if (!m_settling) {
        m_settling = true;
        m_services.clock.callAfter(scene.picture.isEmpty() ? glance : settling, this, [this] { tick(); });
        return;
    }
    m_settling = false;
    ++m_next;
    take(scene);
    scene.act();
    m_waiting.restart();
    m_services.clock.callAfter(glance, this, [this] { tick(); });
}

void Tour::take(const Scene &scene)
{
    if (scene.picture.isEmpty())
        return;
    Q_EMIT showing(scene.picture);
    const QString file
        = QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(scene.picture);
    if (!m_window.grab().save(file))
        end(1, QStringLiteral("%1 cannot be written").arg(file));
}

void Tour::end(int exitCode, const QString &report)
{
    std::fprintf(exitCode == 0 ? stdout : stderr, "golive: %s\n", qPrintable(report));
    m_scenes.clear();
    m_next = 0;
    QCoreApplication::exit(exitCode);
}

QWidget *Tour::find(const QString &name) const
{
    auto *widget = m_window.findChild<QWidget *>(name);
    if (widget == nullptr)
        qWarning("the tour misses %s", qPrintable(name));
    return widget;
}

void Tour::press(const QString &name)
{
    if (auto *button = qobject_cast<QAbstractButton *>(find(name)))
        button->click();
}

/// Through the field itself, so that everything listens that listens to a person.
void Tour::type(const QString &name, const QString &text)
{
    auto *line = qobject_cast<QLineEdit *>(find(name));
    if (line == nullptr)
        return;
    line->selectAll();
    line->insert(text);
}

void Tour::scrollTo(const QString &name)
{
    QWidget *widget = find(name);
    for (QWidget *above = widget; above != nullptr; above = above->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(above)) {
            area->ensureWidgetVisible(widget, 0, 24);
            return;
        }
}

void Tour::fillProvider(const QString &slug)
{
    if (m_assistant.providers.state().openSlug != slug)
        press(slug + QStringLiteral(".open"));
    const auto fill = [this, &slug](const auto &samples) {
        for (const Sample &sample : samples)
            type(slug + QLatin1Char('.') + QLatin1String(sample.field), QString::fromLatin1(sample.value));
    };
    if (slug == QLatin1String("google"))
        fill(googleSample);
    else if (slug == QLatin1String("github"))
        fill(githubSample);
    else if (slug == QLatin1String("linear"))
        fill(linearSample);
    else if (slug == QLatin1String("apple")) {
        fill(appleSample);
        QGuiApplication::clipboard()->setText(practicePrivateKey());
        press(QStringLiteral("apple.client_secret.paste"));
    }
    press(slug + QStringLiteral(".confirmed"));
    scrollTo(slug + QStringLiteral(".save"));
}

/// At the pretend DNS provider: all right, or the first one the way people most often get it wrong.
void Tour::enterRecords(bool oneWrong)
{
    bool first = true;
    const QList<PracticeRecord> records = m_services.practiceControls->records();
    for (const PracticeRecord &record : records) {
        m_services.practiceControls->enter(record.host,
                                           oneWrong && first ? PracticeEntry::NameDoubled : PracticeEntry::Right);
        first = false;
    }
}

} // namespace golive
