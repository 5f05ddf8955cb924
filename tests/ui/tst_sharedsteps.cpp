#include "assembledwindow.h"
#include "composition.h"
#include "systemappearance.h"
#include "testkit/readabletexts.h"
#include "tour.h"
#include "ui/privacy/screensharing.h"
#include "ui/shell/page.h"
#include "ui/widgets/disclosure.h"
#include "wizard/preferences.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

/// Walks through the practice program in screen sharing mode: on no step can anybody read an id, a
/// key, an address or an email, neither on the screen nor with a screen reader.
class TestSharedSteps : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// By what they look like, and by what they are.
    static QStringList giveaways(const QStringList &texts, const QStringList &known)
    {
        static const QRegularExpression telling(QStringLiteral(
            "(?:sk|pk)_(?:live|test)_\\w{4}|\\b(?:ak|whsec)_\\w{4}|\\b(?:app|ins|dmn|org|user|ru|jtmp)_\\w{6}"
            "|[\\w.]+@[\\w-]+\\.\\w+|\\b\\d+\\.\\d+\\.\\d+\\.\\d+\\b|corner-shop|cornershop:|bright-otter|harbour-"
            "bookings"));
        QStringList found;
        for (const QString &text : texts) {
            const bool tells = std::any_of(known.cbegin(), known.cend(), [&](const QString &each) {
                return text.contains(each, Qt::CaseInsensitive);
            });
            if (tells || text.contains(telling))
                found.append(text);
        }
        return found;
    }

    /// Texts that stand in empty fields are the same for everybody.
    static QStringList withoutExamples(QStringList texts, const QWidget &window)
    {
        for (const QLineEdit *line : window.findChildren<QLineEdit *>())
            texts.removeAll(line->placeholderText());
        return texts;
    }

    /// What is this deployment's alone.
    static QStringList whatIsOurs(Assistant &assistant)
    {
        QStringList ours {assistant.deployment().plan().applicationId, assistant.deployment().plan().domain};
        const DeployFacts &facts = assistant.deployment().facts();
        if (const auto production = facts.production())
            ours << production->id << production->publishableKey;
        if (facts.domain) {
            ours << facts.domain->id << facts.domain->name << facts.domain->frontendApiUrl.host();
            for (const DnsRecord &record : facts.domain->records)
                ours.append(record.host);
        }
        ours.removeAll(QString());
        return ours;
    }

private Q_SLOTS:
    void noneOfThemTellsWhoseTheyAre()
    {
        QSettings settings(QString(), QSettings::IniFormat);
        Preferences preferences(settings);
        const SystemAppearance appearance;
        auto services = practiceServices();
        QVERIFY(services);
        AssembledWindow assembled(**services, preferences, appearance);
        AssistantWindow &window = assembled.window();
        window.resize(1024, 600);
        window.show();
        window.screenSharing().setOn(true);

        QStringList faults;
        int scenes = 0;
        Tour tour(**services, window, m_folder.filePath(QStringLiteral("pictures")));
        connect(&tour, &Tour::showing, this, [&](const QString &scene) {
            ++scenes;
            for (auto *part : window.currentPage()->findChildren<Disclosure *>())
                part->setOpen(true);
            const QStringList ours = whatIsOurs(*(*services)->assistant);
            const auto found = [&] { return giveaways(withoutExamples(readableTexts(window), window), ours); };
            // What is not covered when it is drawn is not covered at all.
            (void)QTest::qWaitFor([&] { return found().isEmpty(); }, 300);
            for (const QString &text : found())
                faults.append(QStringLiteral("%1: %2").arg(scene, text));
        });
        tour.start();

        QCOMPARE(QCoreApplication::exec(), 0);
        QVERIFY(scenes >= 10);
        faults.removeDuplicates();
        for (const QString &fault : std::as_const(faults))
            qInfo("%s", qPrintable(fault));
        QCOMPARE(faults.size(), 0);
    }
};

QTEST_MAIN(TestSharedSteps)
#include "tst_sharedsteps.moc"
