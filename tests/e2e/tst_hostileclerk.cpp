#include "testkit/clerkatfault.h"
#include "testkit/hostileclerk.h"
#include "testkit/person.h"
#include "testkit/windowbeforeclerk.h"
#include "ui/widgets/linkbutton.h"

#include <QAbstractItemView>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>

#include <array>

using namespace golive;

namespace {

/// In every text that the server makes up.
const QString marker = QStringLiteral("onerror");

/// Markup, a change of direction, a bell, a line end nobody expects, and no end to it.
QString nastyText()
{
    return QStringLiteral("<img src=x onerror=alert(1)><a href='file:///etc/passwd'>Shop</a>") + QChar(0x202e)
        + QStringLiteral("moc.rekcatta//:sptth") + QChar(0x07) + QChar(0x2028) + QChar(0x2067)
        + QString(20'000, QLatin1Char('W'));
}

QJsonValue parsed(const QByteArray &answer)
{
    const auto json = QJsonDocument::fromJson(answer);
    return json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
}

} // namespace

/// The window in front of a server that means no good: what it says is shown as the text that it is, or refused with a
/// sentence, and the window goes on answering.
class TestHostileClerk : public QObject
{
    Q_OBJECT

    ClerkAtFault m_clerk {QStringLiteral(PRACTICE_SERVER)};
    std::unique_ptr<HostileClerk> m_hostile;
    std::unique_ptr<WindowBeforeClerk> m_program;
    QList<QUrl> m_opened;
    QStringList m_faults;
    int m_seen = 0; ///< texts of the server's that were on the screen

    static constexpr std::array schemes {"http", "https", "file", "javascript", "data", "ftp"};
    static constexpr int longestText = 3'000;
    static constexpr int mostTries = 14; ///< as many as the longest step has actions
    static constexpr int mostWidgets = 4'000;

    void blame(const QWidget &widget, const QString &fault, const QString &text)
    {
        m_faults.append(
            QStringLiteral("step %1, %2 %3: %4: %5")
                .arg(static_cast<int>(m_program->assistant().flow().current()))
                .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(), fault, text.left(120)));
    }

    void judge(const QWidget &widget, const QString &text, bool mayBecomeMarkup)
    {
        if (text.size() > longestText)
            blame(widget, QStringLiteral("%1 characters").arg(text.size()), text);
        if (!text.contains(marker))
            return;
        ++m_seen;
        if (mayBecomeMarkup)
            blame(widget, QStringLiteral("markup"), text);
        if (text.contains(QChar(0x202e)) || text.contains(QChar(0x2067)) || text.contains(QChar(0x07)))
            blame(widget, QStringLiteral("control characters"), text);
    }

    void lookAtWidget(const QWidget &widget)
    {
        judge(widget, widget.toolTip(), Qt::mightBeRichText(widget.toolTip()));
        judge(widget, widget.accessibleName(), false);
        judge(widget, widget.accessibleDescription(), false);
        judge(widget, widget.windowTitle(), false);
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            judge(widget, label->text(), label->textFormat() != Qt::PlainText);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            judge(widget, button->text(), false);
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
            for (int row = 0; row < std::min(view->model()->rowCount(), 300); ++row) {
                const QModelIndex index = view->model()->index(row, 0);
                judge(widget, index.data(Qt::DisplayRole).toString(), false);
                judge(widget, index.data(Qt::AccessibleTextRole).toString(), false);
                const QString tip = index.data(Qt::ToolTipRole).toString();
                judge(widget, tip, Qt::mightBeRichText(tip));
            }
    }

    void lookAround()
    {
        QCoreApplication::processEvents();
        const auto widgets = m_program->window().findChildren<QWidget *>();
        if (widgets.size() > mostWidgets)
            blame(m_program->window(), QStringLiteral("%1 widgets").arg(widgets.size()), {});
        lookAtWidget(m_program->window());
        if (const auto *foreign = m_program->window().findChild<QLabel *>(QStringLiteral("foreignRecords"));
            foreign && foreign->isVisible())
            m_foreign = foreign->text();
        for (const QWidget *widget : widgets)
            lookAtWidget(*widget);
        for (const LinkButton *link : m_program->window().findChildren<LinkButton *>())
            if (link->isVisible())
                link->findChild<QPushButton *>()->click();
    }

    /// Goes as far as the server lets the person.
    void walk()
    {
        Person person(m_program->assistant(), *m_program->watch,
                      {QString::fromLatin1(m_clerk.key),
                       QStringLiteral("Corner Shop"),
                       QStringLiteral("corner-shop.example"),
                       {QStringLiteral("google")},
                       [this] { m_clerk.enterAllRight(); },
                       true});
        QElapsedTimer since;
        since.start();
        Step step = Step::Start;
        int acts = 0;
        // Whoever is stuck tries a few times.
        for (int here = 0; here < mostTries && !person.isThrough() && since.elapsed() < 20'000;) {
            QTest::qWait(1);
            if (m_program->isAsking() || person.mustWait() || person.isThrough())
                continue;
            lookAround();
            m_told += person.told();
            savePicture(acts++);
            (void)person.act();
            here = std::exchange(step, m_program->assistant().flow().current()) == step ? here + 1 : 0;
        }
        lookAround();
        m_faults.removeDuplicates();
        if (!person.isThrough())
            qInfo("ended in step %d: %s, next %d", static_cast<int>(m_program->assistant().flow().current()),
                  qPrintable(person.told()), static_cast<int>(m_program->assistant().deployment().next()));
        m_reached = m_program->assistant().flow().current();
        m_isThrough = person.isThrough();
    }

    void savePicture(int number)
    {
        const QString folder = qEnvironmentVariable("GOLIVE_PICTURES");
        if (!folder.isEmpty())
            m_program->window().grab().save(QStringLiteral("%1/hostile-%2-%3.png")
                                                .arg(folder, QLatin1String(QTest::currentTestFunction()))
                                                .arg(number, 3, 10, QLatin1Char('0')));
    }

    void startBefore(const HostileClerk::Change &change)
    {
        m_hostile->change = change;
        m_program = std::make_unique<WindowBeforeClerk>(m_hostile->url());
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
    }

    void expectHarmless()
    {
        for (const QString &fault : std::as_const(m_faults))
            qInfo("%s", qPrintable(fault));
        QCOMPARE(m_faults.size(), 0);
        for (const QUrl &url : std::as_const(m_opened))
            QVERIFY2(url.scheme() == QLatin1String("https"), qPrintable(url.toString()));
    }

    Step m_reached = Step::Start;
    bool m_isThrough = false; ///< and the window says so
    QString m_told;
    QString m_foreign; ///< what is said of records that are left out

public Q_SLOTS:
    void open(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *scheme : schemes)
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "open");
    }

    void init()
    {
        m_clerk.startAnew();
        m_hostile = std::make_unique<HostileClerk>(m_clerk.url);
        m_opened.clear();
        m_faults.clear();
        m_seen = 0;
        m_told.clear();
        m_foreign.clear();
    }

    void cleanupTestCase()
    {
        for (const char *scheme : schemes)
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }

    void cleanup()
    {
        m_program.reset();
        m_hostile.reset();
    }

    void anHonestOneLetsThePersonThrough()
    {
        startBefore([](const QString &, const QByteArray &answer) { return answer; });
        walk();
        expectHarmless();
        QVERIFY(m_isThrough);
    }

    void namesAreTextAndNothingElse()
    {
        static const QSet<QString> names {QStringLiteral("name"),
                                          QStringLiteral("message"),
                                          QStringLiteral("long_message"),
                                          QStringLiteral("description"),
                                          QStringLiteral("title"),
                                          QStringLiteral("from_email_name"),
                                          QStringLiteral("application_name"),
                                          QStringLiteral("support_email"),
                                          QStringLiteral("logo_url")};
        startBefore([this](const QString &call, const QByteArray &answer) {
            const bool isDomain
                = call.contains(QLatin1String("/domains")) || call.endsWith(QLatin1String("/instances"));
            const bool chosen = m_program->assistant().flow().current() > Step::Application;
            return bytesOf(withTexts(parsed(answer), {}, [&](const QString &name, const QString &text) {
                const bool isNeeded = isDomain || (!chosen && text == QLatin1String("Corner Shop"));
                return names.contains(name) && !isNeeded ? nastyText() : text;
            }));
        });

        walk();

        expectHarmless();
        QVERIFY(m_isThrough);
        QVERIFY(m_seen > 0);
    }

    void settingsAreTextAndNothingElse()
    {
        startBefore([](const QString &call, const QByteArray &answer) {
            if (!call.startsWith(QLatin1String("GET")) || !call.endsWith(QLatin1String("/config")))
                return answer;
            return bytesOf(withTexts(parsed(answer), {}, [](const QString &name, const QString &text) {
                return name == QLatin1String("config_version") ? text : nastyText();
            }));
        });

        walk();

        expectHarmless();
        QVERIFY(m_isThrough);
        QVERIFY(m_seen > 0);
    }

    void addressesLeadNowhereTheyShouldNot_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a script") << QStringLiteral("javascript:alert(1)");
        QTest::newRow("a file") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("without TLS") << QStringLiteral("http://evil.example/");
        QTest::newRow("behind a name") << QStringLiteral("https://clerk.com@evil.example/");
        QTest::newRow("markup") << QStringLiteral("https://evil.example/<img src=x onerror=alert(1)>");
    }

    void addressesLeadNowhereTheyShouldNot()
    {
        QFETCH(QString, address);
        startBefore([address](const QString &, const QByteArray &answer) {
            return bytesOf(withTexts(parsed(answer), {}, [&](const QString &name, const QString &text) {
                return name.endsWith(QLatin1String("url")) ? address : text;
            }));
        });

        walk();

        expectHarmless();
        QVERIFY(m_isThrough);
        for (const QUrl &url : std::as_const(m_opened))
            QVERIFY2(url.userInfo().isEmpty(), qPrintable(url.toString()));
    }

    void recordsOfOtherDomainsAreNotAskedFor()
    {
        startBefore([](const QString &, const QByteArray &answer) {
            return bytesOf(withTexts(parsed(answer), {}, [](const QString &name, const QString &text) {
                const bool isHost = name == QLatin1String("host") || name == QLatin1String("from");
                return isHost && !text.startsWith(QLatin1String("clerk.")) ? QStringLiteral("www.somebody-else.example")
                                                                           : text;
            }));
        });

        walk();

        expectHarmless();
        for (const DnsRecord &record : std::as_const(m_program->watch->watchedRecords))
            QVERIFY2(record.host.endsWith(QLatin1String("corner-shop.example")), qPrintable(record.host));
        QVERIFY2(m_foreign.contains(QLatin1String("www.somebody-else.example")), qPrintable(m_foreign));
    }

    void depthEndsInASentence_data()
    {
        QTest::addColumn<QByteArray>("answer");
        constexpr int levels = 100'000;
        QTest::newRow("lists") << QByteArray(levels, '[') + QByteArray(levels, ']');
        QTest::newRow("objects") << QByteArray("{\"a\":").repeated(levels) + "1" + QByteArray(levels, '}');
        QTest::newRow("lists without end") << QByteArray(levels, '[');
        QTest::newRow("too large a text")
            << "[{\"application_id\":\"app_1\",\"name\":\"" + QByteArray(10'000'000, 'W') + "\"}]";
    }

    void depthEndsInASentence()
    {
        QFETCH(QByteArray, answer);
        startBefore([answer](const QString &, const QByteArray &) { return answer; });

        walk();

        expectHarmless();
        QVERIFY(m_reached < Step::Settings && !m_told.isEmpty());
    }

    void deepSettingsAreRead()
    {
        constexpr int levels = 900; // as deep as Qt reads
        const QByteArray deep = QByteArray("{\"a\":").repeated(levels) + "1" + QByteArray(levels, '}');
        startBefore([deep](const QString &call, const QByteArray &answer) {
            if (!call.startsWith(QLatin1String("GET"))
                || !(call.endsWith(QLatin1String("/config")) || call.endsWith(QLatin1String("/schema"))))
                return answer;
            QJsonObject changed = parsed(answer).toObject();
            changed.insert(QStringLiteral("deep"), QJsonDocument::fromJson(deep).object());
            return bytesOf(changed);
        });

        walk();

        expectHarmless();
        QVERIFY(m_isThrough);
    }

    void tenThousandApplicationsAreOneList()
    {
        constexpr int count = 10'000;
        QJsonArray all;
        for (int i = 0; i < count; ++i)
            all.append(QJsonObject {
                {QStringLiteral("application_id"), QStringLiteral("app_%1").arg(i / 2)}, // twice each
                {QStringLiteral("name"), i == 0 ? QStringLiteral("<b>onerror</b>") : QStringLiteral("Shop %1").arg(i)},
                {QStringLiteral("instances"), QJsonArray()}});
        startBefore([body = bytesOf(all)](const QString &call, const QByteArray &answer) {
            return call.endsWith(QLatin1String("/applications")) ? body : answer;
        });
        const auto widgetsBefore = m_program->window().findChildren<QWidget *>().size();

        walk();

        expectHarmless();
        QCOMPARE(m_program->assistant().application.state().rows.size(), count / 2);
        QVERIFY(m_program->window().findChildren<QWidget *>().size() < widgetsBefore + 500); // none for each row
    }
};

QTEST_MAIN(TestHostileClerk)
#include "tst_hostileclerk.moc"
