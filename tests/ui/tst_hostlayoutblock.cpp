#include "testkit/clipping.h"
#include "testkit/openeddeployment.h"
#include "testkit/pageworld.h"
#include "ui/pages/hostlayoutblock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/hostdiagram.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

#include <functional>

using namespace golive;
using Backend = HostChoices::Backend;

namespace {

struct World : PageWorld
{
    HostForm form {deployment};

    explicit World(const QString &domain = QStringLiteral("example.com"))
    {
        choose(domain);
        form.setSite(*DomainName::parse(domain));
    }
};

struct Layout
{
    const char *name;
    const char *domain;
    std::function<void(HostForm &)> choose;
};

void separate(HostForm &form, const char *host)
{
    form.setBackend(Backend::SeparateHost);
    form.setBackendHost(QString::fromLatin1(host));
    form.finishBackendHost();
}

/// The rows of the decision table, and what they make together.
const QList<Layout> &layouts()
{
    static const QList<Layout> all {
        {"a-same-host", "example.com", [](HostForm &) {}},
        {"b-subdomain", "example.com", [](HostForm &form) { separate(form, "api.example.com"); }},
        {"c-other-root", "example.com", [](HostForm &form) { separate(form, "api.example.net"); }},
        {"d-satellite", "example.com",
         [](HostForm &form) {
             form.setSecondFrontEnd(true);
             form.setSatellites(QStringLiteral("shop.example.net"));
         }},
        {"e-shared-root", "staging.example.com", [](HostForm &) {}},
        {"f-proxy", "example.com", [](HostForm &form) { form.setProxied(true); }},
        {"g-provider", "example.com",
         [](HostForm &form) { form.setProviderDomain(QStringLiteral("corner-shop.vercel.app")); }},
        {"h-native", "example.com",
         [](HostForm &form) {
             form.setNativeApp(true);
             form.setWebsite(false);
             form.setBackendHost(QStringLiteral("api.example.com"));
         }},
        {"everything", "shop.bücher.example",
         [](HostForm &form) {
             form.setNativeApp(true);
             form.setExtension(true);
             form.setSites(QStringLiteral("www.shop.bücher.example, app.shop.bücher.example"));
             separate(form, "app.shop.xn--bcher-kva.example");
             form.setSecondFrontEnd(true);
             form.setSatellites(QStringLiteral("a-rather-long-name-for-a-second-website.example.net"));
         }},
    };
    return all;
}

} // namespace

class TestHostLayoutBlock : public QObject
{
    Q_OBJECT

    /// Into the folder that GOLIVE_PICTURES names, for people to look at.
    static void keep(const QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("GOLIVE_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            const_cast<QWidget &>(widget).grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }

private Q_SLOTS:
    void cleanup()
    {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        applyTheme(*qApp, ThemeChoice::Light, false);
    }

    void drawsEveryLayout_data()
    {
        QTest::addColumn<int>("layout");
        QTest::addColumn<QString>("look");
        for (int at = 0; at < layouts().size(); ++at)
            for (const char *look : {"light", "dark", "narrow", "rtl"})
                QTest::addRow("%s-%s", layouts()[at].name, look) << at << QString::fromLatin1(look);
    }

    void drawsEveryLayout()
    {
        QFETCH(int, layout);
        QFETCH(QString, look);
        applyTheme(*qApp, look == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Light, false);
        QGuiApplication::setLayoutDirection(look == QLatin1String("rtl") ? Qt::RightToLeft : Qt::LeftToRight);
        World world(QString::fromUtf8(layouts()[layout].domain));
        layouts()[layout].choose(world.form);
        QWidget page;
        page.setPalette(qApp->palette());
        auto *column = new QVBoxLayout(&page);
        auto *block = new HostLayoutBlock(world.form);
        column->addWidget(block);
        page.setFixedWidth(look == QLatin1String("narrow") ? 560 : 780);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        PageWorld::settle();
        page.resize(page.width(), page.layout()->heightForWidth(page.width()));
        PageWorld::settle();

        QCOMPARE(clippedTexts(page).join(QLatin1Char('\n')), QString());
        auto *diagram = PageWorld::find<HostDiagram>(page, "hostDiagram");
        QVERIFY(diagram->width() >= diagram->minimumSizeHint().width());
        const QString described = diagram->accessibleDescription();
        for (const HostPicture::Box &box : world.form.state().picture.servers)
            QVERIFY(described.contains(box.title) && described.contains(box.places.constFirst().host));
        keep(page, QString::fromLatin1(QTest::currentDataTag()));
    }

    void asksOnlyWhatFollowsFromTheAnswers()
    {
        World world;
        HostLayoutBlock block(world.form);
        block.resize(760, 900);
        block.show();
        QVERIFY(QTest::qWaitForWindowExposed(&block));
        auto *backend = PageWorld::find<QLineEdit>(block, "backendHost");
        auto *satellites = PageWorld::find<QLineEdit>(block, "satellites");
        auto *path = PageWorld::find<QLineEdit>(block, "proxyPath");
        auto *sameHost = PageWorld::find<QAbstractButton>(block, "sameHost");
        QVERIFY(!backend->isVisible() && !satellites->isVisible() && !path->isVisible());

        PageWorld::find<QAbstractButton>(block, "separateHost")->click();
        PageWorld::find<QCheckBox>(block, "secondFrontEnd")->click();
        PageWorld::find<QCheckBox>(block, "proxied")->click();
        QVERIFY(backend->isVisible() && satellites->isVisible() && path->isVisible());

        PageWorld::find<QCheckBox>(block, "hasNativeApp")->click();
        PageWorld::find<QCheckBox>(block, "hasWebsite")->click();
        QVERIFY(!sameHost->isVisible() && !satellites->isVisible() && !path->isVisible());
        QVERIFY(backend->isVisible()); // an app may have one
        QVERIFY(!world.deployment.plan().hosts.website);
    }

    void keepsTheCursorWhereSomebodyTypes()
    {
        World world;
        HostLayoutBlock block(world.form);
        block.show();
        QVERIFY(QTest::qWaitForWindowExposed(&block));
        auto *sites = PageWorld::find<QLineEdit>(block, "siteHosts");
        sites->setFocus();
        QTest::keyClicks(sites, QStringLiteral("ww.example.com"));
        sites->setCursorPosition(0);
        QTest::keyClicks(sites, QStringLiteral("w"));
        QCOMPARE(sites->text(), QStringLiteral("www.example.com"));
        QCOMPARE(sites->cursorPosition(), 1);
        QTest::keyClick(sites, Qt::Key_Return);
        QCOMPARE(world.deployment.plan().hosts.siteHosts, QStringList {QStringLiteral("www.example.com")});
    }

    void mirrorsTheDrawing()
    {
        World world;
        HostDiagram diagram;
        diagram.setPicture(world.form.state().picture);
        diagram.resize(700, diagram.sizeHint().height());
        const QImage plain = diagram.grab().toImage();
        diagram.setLayoutDirection(Qt::RightToLeft);
        const QImage turned = diagram.grab().toImage();
        QVERIFY(plain != turned);
        // Clerk's box is the tinted one; it changes sides.
        const int y = plain.height() * 3 / 4;
        QCOMPARE(turned.pixelColor(5, y), plain.pixelColor(plain.width() - 6, y));
        QVERIFY(turned.pixelColor(5, y) != plain.pixelColor(5, y));
    }
};

QTEST_MAIN(TestHostLayoutBlock)
#include "tst_hostlayoutblock.moc"
