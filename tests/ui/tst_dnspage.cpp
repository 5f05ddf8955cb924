#include "deploy/deployment.h"
#include "keychain/memorysecretstore.h"
#include "testkit/dnssamples.h"
#include "testkit/movedclock.h"
#include "testkit/scriptedplatformapi.h"
#include "testkit/toldwatch.h"
#include "ui/pages/dnspage.h"
#include "ui/pages/dnsrecordrow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/differenceview.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/technicaltext.h"
#include "wizard/steps/dnsviewmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace golive;
using Kind = DnsFinding::Kind;

namespace {

constexpr std::pair found {RecordProgress::AtProvider, Kind::None};

/// A page beside a provider's website: what the world shows is told, what the person does is real.
struct Desk
{
    Desk()
    {
        api.domains = QList<Domain> {sampleDomain()};
        api.status = sampleStatus();
        deployment.open(sampleApplication());
        model.enter();
        settle();
        watch.see(sampleView({}));
        page.resize(720, 440);
        page.show();
        settle();
    }

    static void settle()
    {
        for (int round = 0; round < 20; ++round)
            QCoreApplication::processEvents();
    }
    template<typename Widget>
    [[nodiscard]] Widget *the(const QString &name) const
    {
        auto *widget = page.findChild<Widget *>(name);
        if (widget == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return widget;
    }
    void click(const char *name) const
    {
        QTest::mouseClick(the<QAbstractButton>(QString::fromLatin1(name)), Qt::LeftButton);
    }
    [[nodiscard]] QString text(const char *name) const { return the<QLabel>(QString::fromLatin1(name))->text(); }
    [[nodiscard]] QString copied() const { return QApplication::clipboard()->text(); }

    ScriptedPlatformApi api;
    MemorySecretStore secrets;
    DeployJournal journal {QString()};
    MovedClock clock;
    ToldWatch watch;
    Deployment deployment {api, secrets, journal, clock, QStringLiteral("api.clerk.com")};
    DnsViewModel model {deployment, watch, clock};
    ClipboardGuard clipboard {*QApplication::clipboard(), clock};
    QList<QUrl> opened;
    bool browserAnswers = true;
    PageContext context {clock, clipboard, [this](const QUrl &url) {
                             opened.append(url);
                             return browserAnswers;
                         }};
    DnsPage page {model, context};
};

} // namespace

class TestDnsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, false); }

    void copiesNameAndValueOfEachRecord()
    {
        const Desk desk;
        for (const DnsRecord &record : sampleRecords()) {
            const QString name = record.host.chopped(12); // ".example.com"
            desk.click(qPrintable(QStringLiteral("copyName_") + record.host));
            QCOMPARE(desk.copied(), name);
            QCOMPARE(desk.the<TechnicalText>(QStringLiteral("name_") + record.host)->value(), name);
            desk.click(qPrintable(QStringLiteral("copyValue_") + record.host));
            QCOMPARE(desk.copied(), record.target);
        }
    }

    void copiesByKeyboard()
    {
        const Desk desk;
        auto *copy = desk.the<QAbstractButton>(QStringLiteral("copyValue_clkmail.example.com"));
        copy->setFocus(Qt::TabFocusReason);
        QTest::keyClick(copy, Qt::Key_Space);
        QCOMPARE(desk.copied(), QStringLiteral("mail.u3kwrfeaf9l7.clerk.services"));
        QVERIFY(copy->accessibleName().contains(QStringLiteral("clkmail.example.com")));
    }

    void saysHowEachRecordStands()
    {
        Desk desk;
        RecordWatch::View view = sampleView({found, {RecordProgress::NotFound, Kind::Typo}});
        view.records[1].finding.seen = QStringLiteral("acounts.clerk.services");
        desk.watch.see(view);
        QCOMPARE(desk.the<StatusLabel>(QStringLiteral("state_clerk.example.com"))->text(),
                 QStringLiteral("At the provider"));
        QCOMPARE(desk.the<StatusLabel>(QStringLiteral("state_accounts.example.com"))->text(),
                 QStringLiteral("Needs correcting"));
        QVERIFY(desk.text("finding_accounts.example.com").contains(QStringLiteral("acounts.clerk.services")));
        QVERIFY(desk.text("fix_accounts.example.com").contains(QStringLiteral("accounts.clerk.services")));
        QCOMPARE(desk.text("headline"),
                 QStringLiteral("1 of 5 records are right. One needs correcting. Waiting for you to add 3 more."));
        QCOMPARE(desk.the<QProgressBar>(QStringLiteral("recordsProgress"))->accessibleName(),
                 QStringLiteral("1 of 5 records are right"));
        // One sentence a row: where the state's word says it all, there is no second one.
        QVERIFY(desk.the<QLabel>(QStringLiteral("finding_clkmail.example.com"))->isHidden());
    }

    void showsWhichCharactersDiffer()
    {
        Desk desk;
        RecordWatch::View view = sampleView({found, {RecordProgress::NotFound, Kind::Typo}});
        view.records[1].finding.seen = QStringLiteral("acounts.clerk.services");
        desk.watch.see(view);
        const auto *difference = desk.the<DifferenceView>(QStringLiteral("difference_accounts.example.com"));
        QVERIFY(difference->isVisible());
        QCOMPARE(difference->accessibleName(),
                 QStringLiteral("It should be accounts.clerk.services and is now acounts.clerk.services"));
        QVERIFY(desk.the<DifferenceView>(QStringLiteral("difference_clerk.example.com"))->isHidden());
    }

    void saysWhatIsTrueOfTheWholeDomain()
    {
        Desk desk;
        RecordWatch::View view = sampleView({});
        view.findings = {{.kind = Kind::CaaForbids}, {.kind = Kind::LameServer}, {.kind = Kind::InternationalName}};
        desk.watch.see(view);
        Desk::settle();
        QVERIFY(desk.the<QWidget>(QStringLiteral("finding_F60"))->isVisible());
        QVERIFY(desk.the<QWidget>(QStringLiteral("finding_F15"))->isVisible());
        QVERIFY(desk.the<QWidget>(QStringLiteral("remarks"))->isVisible());
        QVERIFY(!desk.page.findChild<QWidget *>(QStringLiteral("finding_F24")));
        QVERIFY(desk.the<QWidget>(QStringLiteral("silence"))->isHidden());
        view.findings = {{.kind = Kind::LameServer}};
        desk.watch.see(view);
        QVERIFY(!desk.page.findChild<QWidget *>(QStringLiteral("finding_F60")));
        QVERIFY(desk.the<QWidget>(QStringLiteral("remarks"))->isHidden());
    }

    void asksForAdditionsOrCorrections()
    {
        Desk desk;
        const auto *button = desk.the<QPushButton>(QStringLiteral("checkNow"));
        QCOMPARE(button->text(), QStringLiteral("I have added them – check now"));
        desk.watch.see(sampleView({{RecordProgress::NotFound, Kind::Typo}, found, found, found, found}));
        QCOMPARE(button->text(), QStringLiteral("I have corrected it – check now"));
    }

    void letsOneFindingSpeakForAllRecords()
    {
        Desk desk;
        RecordWatch::View view = sampleView({found});
        view.findings = {{.kind = Kind::DnssecBroken}};
        desk.watch.see(view);
        Desk::settle();
        QVERIFY(desk.text("headline").contains(QStringLiteral("DNSSEC")));
        QVERIFY(desk.the<QWidget>(QStringLiteral("silence"))->isVisible());
        QVERIFY(desk.the<QWidget>(QStringLiteral("records"))->isVisible());
        QCOMPARE(desk.the<StatusLabel>(QStringLiteral("state_clerk.example.com"))->tone(), StatusTone::Neutral);
        view.findings = {{.kind = Kind::NotRegistered}};
        desk.watch.see(view);
        QVERIFY(desk.the<QWidget>(QStringLiteral("records"))->isHidden());
        QVERIFY(desk.the<QPushButton>(QStringLiteral("copyAll"))->isHidden()
                || !desk.the<QPushButton>(QStringLiteral("copyAll"))->isVisible());
        QVERIFY(desk.the<QPushButton>(QStringLiteral("checkNow"))->isVisible());
    }

    void saysWhyThereIsNoZoneFile()
    {
        Desk desk;
        QVERIFY(desk.the<QPushButton>(QStringLiteral("saveZoneFile"))->isVisible());
        RecordWatch::View view = sampleView({});
        view.provider.zoneFileImport = DnsProvider::ZoneFileImport::Replaces;
        desk.watch.see(view);
        QVERIFY(!desk.the<QPushButton>(QStringLiteral("saveZoneFile"))->isVisible());
        QVERIFY(desk.text("noZoneFile").contains(QStringLiteral("replace")));
    }

    void offersClerksPageWhereTheProviderKnowsClerk()
    {
        Desk desk;
        QVERIFY(!desk.the<QWidget>(QStringLiteral("openDomainPage"))->isVisible());
        RecordWatch::View view = sampleView({});
        view.domainConnect.supportsClerk = true;
        desk.watch.see(view);
        auto *button = desk.the<QWidget>(QStringLiteral("openDomainPage"))->findChild<QPushButton *>();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.opened.constLast().toString(),
                 QStringLiteral("https://dashboard.clerk.com/apps/app_1/instances/ins_prod/domains"));
    }

    void copiesEveryAnswerForSupport()
    {
        Desk desk;
        RecordWatch::View view = sampleView({found});
        RecordAnswer answer;
        answer.server = QStringLiteral("ada.ns.cloudflare.com");
        answer.answered = true;
        answer.found = QStringLiteral("frontend-api.clerk.services");
        answer.ttl = std::chrono::seconds(300);
        answer.askedAt = view.lastLooked;
        view.records[0].answers = {answer};
        desk.watch.see(view);
        desk.click("details_clerk.example.com");
        Desk::settle();
        desk.click("copyAnswers_clerk.example.com");
        QVERIFY(desk.copied().startsWith(QStringLiteral("clerk.example.com CNAME frontend-api.clerk.services\n")));
        QVERIFY(desk.copied().contains(QStringLiteral("ada.ns.cloudflare.com  your provider  "
                                                      "frontend-api.clerk.services  TTL 300  2026-01-05T09:00:00Z")));
    }

    void keepsDetailsAndFocusWhileTheWorldChanges()
    {
        Desk desk;
        desk.click("details_accounts.example.com");
        const auto *row = desk.the<DnsRecordRow>(QStringLiteral("record_accounts.example.com"));
        QVERIFY(row->isOpen());
        Desk::settle();
        desk.click("copyFullName_accounts.example.com");
        QCOMPARE(desk.copied(), QStringLiteral("accounts.example.com"));
        auto *copy = desk.the<QAbstractButton>(QStringLiteral("copyName_accounts.example.com"));
        copy->setFocus();

        QList<DnsRecord> more = sampleRecords();
        more.prepend({QStringLiteral("new.example.com"), QStringLiteral("new.clerk.services"), true});
        desk.api.domains = QList<Domain> {sampleDomain(more)};
        desk.deployment.refreshStatus();
        Desk::settle();
        desk.watch.see(sampleView({found}, more));
        QCOMPARE(desk.the<TechnicalText>(QStringLiteral("name_new.example.com"))->value(), QStringLiteral("new"));
        QVERIFY(desk.text("announcement").startsWith(QStringLiteral("Clerk asks for one more record")));
        QVERIFY(desk.the<DnsRecordRow>(QStringLiteral("record_accounts.example.com"))->isOpen());
        QVERIFY(copy->hasFocus());
    }

    void showsRemarksAsTheyCame()
    {
        Desk desk;
        DomainStatus status = sampleStatus();
        status.records[0].hints = {{QStringLiteral("code"), QStringLiteral("<b>Not</b> what we expect")}};
        desk.api.status = status;
        desk.deployment.refreshStatus();
        Desk::settle();
        desk.click("details_clerk.example.com");
        const auto labels
            = desk.the<DnsRecordRow>(QStringLiteral("record_clerk.example.com"))->findChildren<QLabel *>();
        const bool shown = std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QLatin1String("<b>Not</b> what we expect")
                && label->textFormat() == Qt::PlainText;
        });
        QVERIFY(shown);
    }

    void looksOnRequest()
    {
        Desk desk;
        desk.click("checkNow");
        QCOMPARE(desk.watch.looks, 1);
        desk.api.status = sampleStatus(5);
        desk.deployment.refreshStatus();
        Desk::settle();
        QVERIFY(!desk.the<QPushButton>(QStringLiteral("checkNow"))->isEnabled());
    }

    void opensTheProvidersPageOrShowsItsAddress()
    {
        Desk desk;
        auto *button = desk.the<QWidget>(QStringLiteral("openProvider"))->findChild<QPushButton *>();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.opened, QList<QUrl> {QUrl(QStringLiteral("https://dash.cloudflare.com/"))});
        desk.click("copyProviderAddress");
        QCOMPARE(desk.copied(), QStringLiteral("https://dash.cloudflare.com/"));
    }

    void handsTheRecordsOver()
    {
        Desk desk;
        desk.click("copyAll");
        QCOMPARE(desk.copied(), desk.model.recordsAsText());
        QVERIFY(desk.the<StatusLabel>(QStringLiteral("handedOver"))->isVisible());
        desk.browserAnswers = false;
        desk.click("writeMail");
        QCOMPARE(desk.opened.constLast().scheme(), QStringLiteral("mailto"));
        QCOMPARE(desk.the<StatusLabel>(QStringLiteral("handedOver"))->tone(), StatusTone::Warning);
    }

    void savesAZoneFileWhereThePersonWantsIt()
    {
        Desk desk;
        const QTemporaryDir folder;
        desk.click("saveZoneFile");
        auto *dialog = desk.page.window()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->selectedFiles().value(0).contains(QStringLiteral("example.com")));
        const QString path = folder.filePath(QStringLiteral("records.txt"));
        dialog->selectFile(path);

        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));

        QVERIFY(QFile::exists(path));
    }

    void slowsDownWhileHidden()
    {
        Desk desk;
        QVERIFY(desk.watch.visible);
        desk.page.hide();
        QVERIFY(!desk.watch.visible);
        desk.page.show();
        QVERIFY(desk.watch.visible);
    }

    void looksWhenThePersonComesBackFromAnotherWindow()
    {
        Desk desk;
        const int before = desk.watch.returns;
        QEvent back(QEvent::WindowActivate);
        QCoreApplication::sendEvent(&desk.page, &back);
        QCOMPARE(desk.watch.returns, before + 1);
        desk.page.hide();
        QCoreApplication::sendEvent(&desk.page, &back);
        QCOMPARE(desk.watch.returns, before + 1);
    }

    void fitsWithoutScrollingSideways_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("alone at 1024") << 784;
        QTest::newRow("beside the practice panel") << 660;
        QTest::newRow("and that in a small window") << 440;
    }
    void fitsWithoutScrollingSideways()
    {
        QFETCH(const int, width);
        Desk desk;
        desk.watch.see(sampleView({found, {RecordProgress::NotFound, Kind::CloudflareProxy}}));
        desk.page.resize(width, 440);
        Desk::settle();
        const auto *scroll = desk.page.findChild<QScrollArea *>();
        QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
        const auto values = desk.page.findChildren<TechnicalText *>();
        for (const TechnicalText *value : values)
            QVERIFY2(!value->isVisible() || value->height() >= value->heightForWidth(value->width()),
                     qPrintable(value->value()));
    }
};

QTEST_MAIN(TestDnsPage)
#include "tst_dnspage.moc"
