#include "assembledwindow.h"
#include "bench/bench.h"
#include "clerk/applicationjson.h"
#include "composition.h"
#include "dns/ask/dnsclient.h"
#include "dns/look/zonefinder.h"
#include "foundation/clock.h"
#include "model/settings/settingscomparison.h"
#include "model/settings/settingspatch.h"
#include "practice/practicedns.h"
#include "practice/practiceworld.h"
#include "systemappearance.h"
#include "testkit/waitfor.h"
#include "ui/widgets/settinglist.h"
#include "wizard/preferences.h"

#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QScrollBar>
#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>

using namespace golive;

namespace {

/// A workspace larger than anybody's.
QByteArray thousandApplications()
{
    QJsonArray all;
    for (int index = 0; index < 1000; ++index) {
        const QString id = QString::number(index);
        QJsonArray instances;
        for (const QString &word : {QStringLiteral("development"), QStringLiteral("production")})
            instances.append(QJsonObject {{QStringLiteral("instance_id"), QStringLiteral("ins_") + word + id},
                                          {QStringLiteral("environment_type"), word},
                                          {QStringLiteral("publishable_key"), QStringLiteral("pk_test_x")}});
        all.append(QJsonObject {{QStringLiteral("application_id"), QStringLiteral("app_") + id},
                                {QStringLiteral("name"), QStringLiteral("Application ") + id},
                                {QStringLiteral("instances"), instances}});
    }
    return QJsonDocument(all).toJson();
}

void reading()
{
    const QByteArray body = thousandApplications();
    const double parsing = medianOf(30, [&] { (void)QJsonDocument::fromJson(body); });
    const double reading = medianOf(30, [&] { (void)applicationsFrom(QJsonDocument::fromJson(body)); });
    report("reading 1,000 applications", reading, "parsing the JSON alone", parsing);
}

/// Two configurations of 2 MB and 5,000 settings each, of which every second differs.
void comparing()
{
    const auto config = [](const QString &value) {
        QJsonObject settings;
        for (int section = 0; section < 50; ++section) {
            QJsonObject values;
            for (int index = 0; index < 100; ++index)
                values.insert(QStringLiteral("value_%1").arg(index),
                              QString(400, QLatin1Char('x')) + (index % 2 == 0 ? value : QString()));
            settings.insert(QStringLiteral("section_%1").arg(section), values);
        }
        return InstanceConfig {QString(), settings};
    };
    const InstanceConfig development = config(QStringLiteral("development"));
    const InstanceConfig production = config(QStringLiteral("production"));
    const QByteArray text = QJsonDocument(development.settings).toJson();
    const double parsing = medianOf(15, [&] { (void)QJsonDocument::fromJson(text); });
    const double comparing = medianOf(15, [&] { (void)compareSettings(development, production, {}); });
    report("comparing 5,000 settings of 2 MB", comparing, "parsing the JSON alone", parsing);
    const SettingsComparison compared = compareSettings(development, production, {});
    const double patching = medianOf(15, [&] { (void)patchOf(compared.settings); });
    report("the patch of 2,500 differences", patching, "comparing", comparing);
}

/// As they come from a comparison, with a heading above every hundred.
QList<SettingRow> settingRows(int count)
{
    QList<SettingRow> rows;
    for (int index = 0; index < count; ++index) {
        SettingRow row;
        row.kind = index % 100 == 0 ? SettingRow::Kind::Heading : SettingRow::Kind::Value;
        row.id = QString::number(index);
        row.title = QStringLiteral("Section %1: Value %2").arg(index / 100).arg(index);
        row.explanation = QStringLiteral("What the schema says of the value number %1").arg(index);
        row.first = QString(60, QLatin1Char('x'));
        row.second = QStringLiteral("off");
        row.state = QStringLiteral("differs");
        row.standing = SettingRow::Standing::Different;
        row.tick = SettingRow::Tick::Off;
        rows.append(row);
    }
    return rows;
}

/// One frame of scrolling: a step, laid out and drawn.
double frameOf(int rows, SettingList &list)
{
    list.setList({QStringLiteral("Setting"), QStringLiteral("Development"), QStringLiteral("Production"),
                  QStringLiteral("Comparison")},
                 settingRows(rows));
    list.resize(760, 400);
    list.show();
    QCoreApplication::processEvents();
    QScrollBar *bar = list.view().verticalScrollBar();
    return medianOf(60, [&] {
        bar->setValue(bar->value() + 37 > bar->maximum() ? 0 : bar->value() + 37);
        list.view().viewport()->repaint();
    });
}

void scrolling()
{
    SettingList list(QStringLiteral("Settings"));
    const double few = frameOf(50, list);
    const double many = frameOf(5'000, list);
    report("scrolling 5,000 settings, one frame", many, "of 50 settings", few);
    QList<SettingRow> rows = settingRows(5'000);
    const double ticking = medianOf(15, [&] {
        rows[2'500].tick = rows.at(2'500).tick == SettingRow::Tick::On ? SettingRow::Tick::Off : SettingRow::Tick::On;
        list.setList({}, rows);
        list.view().viewport()->repaint();
    });
    report("a tick among 5,000 settings", ticking, "one frame", many);
}

/// Forty questions, as the first look at a domain needs: at once, and one after the other.
void asking()
{
    SystemClock clock;
    PracticeWorld world(clock, Pace::instant());
    PracticeDns servers(world.zones(), clock);
    if (!servers.listen())
        qFatal("no port");
    DnsClient client(clock);
    const DnsServer resolver = servers.settings().resolvers.constFirst();
    const auto question = [](int index) {
        return DnsQuestion {"q" + QByteArray::number(index) + ".example.com", DnsType::CNAME};
    };
    const auto ask = [&](int index) { return client.ask(resolver, question(index)); };

    const double together = medianOf(15, [&] {
        QList<QFuture<Result<DnsAnswer>>> open;
        for (int index = 0; index < 40; ++index)
            open.append(ask(index));
        for (const auto &future : std::as_const(open))
            (void)waitFor(future);
    });
    const double single = medianOf(15, [&] { (void)waitFor(ask(0)); });
    report("40 DNS questions at once", together, "one question, forty times", single * 40);
    report("40 DNS questions at once", together, "one question", single);
    const double zone = medianOf(15, [&] { (void)waitFor(findZone(client, servers.settings(), "example.com")); });
    report("finding a zone and its servers", zone, "one question", single);
}

void opening()
{
    const double bare = medianOf(15, [] {
        QMainWindow window;
        window.setCentralWidget(new QLabel(QStringLiteral("bare")));
        window.resize(1024, 600);
        (void)window.grab();
    });
    const double whole = medianOf(9, [] {
        QSettings settings(QString(), QSettings::IniFormat);
        Preferences preferences(settings);
        const SystemAppearance appearance;
        const auto services = practiceServices();
        AssembledWindow assembled(**services, preferences, appearance);
        assembled.window().resize(1024, 600);
        (void)assembled.window().grab();
    });
    report("building and drawing the whole assistant", whole, "a bare window with a label", bare);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    reading();
    comparing();
    scrolling();
    asking();
    opening();
    return 0;
}
