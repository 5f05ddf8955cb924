#include "assembledwindow.h"
#include "composition.h"
#include "practicestage.h"
#include "systemappearance.h"
#include "testkit/accessibility.h"
#include "testkit/mnemonics.h"
#include "tour.h"
#include "ui/shell/page.h"
#include "ui/shell/readingorder.h"
#include "ui/theme/theme.h"
#include "ui/widgets/disclosure.h"
#include "wizard/preferences.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

/// What holds everywhere, looked at in every step of a whole practice deployment: keys that must not
/// do anything, buttons that stay, and what people need who see, hear or steer differently.
class TestEveryStep : public QObject
{
    Q_OBJECT

    struct Program
    {
        Program()
            : settings(QString(), QSettings::IniFormat)
            , preferences(settings)
            , services(practiceServices().value())
            , assembled(*services, preferences, appearance)
        {
            applyTheme(*qApp, ThemeChoice::Light, false);
            assembled.window().resize(1280, 800);
            assembled.window().show();
            QApplication::setActiveWindow(&assembled.window());
        }

        [[nodiscard]] AssistantWindow &window() { return assembled.window(); }

        /// What was sent to Clerk that could have changed something.
        [[nodiscard]] qsizetype writes() const
        {
            const auto &all = services->practice->clerk().requests();
            return std::count_if(all.cbegin(), all.cend(), [](const PracticeServer::LoggedRequest &each) {
                return each.method != QByteArrayLiteral("GET") && !each.path.endsWith(QLatin1String("/dns_check"));
            });
        }

        QSettings settings;
        Preferences preferences;
        SystemAppearance appearance;
        std::unique_ptr<Services> services;
        AssembledWindow assembled;
    };

    std::unique_ptr<Program> m_program;
    QTemporaryDir m_folder;
    QStringList m_faults;
    QString m_scene;

    AssistantWindow &window() { return m_program->window(); }

    void blame(const QStringList &faults)
    {
        for (const QString &fault : faults)
            m_faults.append(m_scene + QStringLiteral(": ") + fault);
    }

    /// Walks through a whole deployment and looks in every step.
    void walk(const std::function<void()> &look)
    {
        m_faults.clear();
        m_program = std::make_unique<Program>();
        Tour tour(*m_program->services, window(), m_folder.path());
        int scenes = 0;
        connect(&tour, &Tour::showing, this, [&](const QString &scene) {
            ++scenes;
            m_scene = scene;
            look();
        });
        tour.start();
        const int outcome = QCoreApplication::exec();
        m_faults.removeDuplicates();
        for (const QString &fault : std::as_const(m_faults))
            qInfo("%s", qPrintable(fault)); // one of them may be why the tour got no further
        QCOMPARE(outcome, 0);
        QVERIFY(scenes >= 14);
        QCOMPARE(m_faults.size(), 0);
    }

    void openEverything()
    {
        for (auto *part : window().currentPage()->findChildren<Disclosure *>())
            part->setOpen(true);
        QTest::qWait(50);
    }

    QList<QWidget *> stops() { return tabStops(*window().centralWidget()); }

    static bool isShellButton(const QWidget &widget)
    {
        return widget.objectName() == QLatin1String("next") || widget.objectName() == QLatin1String("back");
    }

    /// Fields, where Enter may go forward and a page says so; lists, where it opens what is chosen, which
    /// changes nothing in Clerk; and texts of several lines, where it begins another one.
    static bool mayGoForward(const QWidget &widget)
    {
        return isShellButton(widget) || qobject_cast<const QLineEdit *>(&widget) != nullptr
            || qobject_cast<const QListView *>(&widget) != nullptr
            || qobject_cast<const QPlainTextEdit *>(&widget) != nullptr;
    }

    void pressEnterEverywhere()
    {
        const Step step = m_program->services->assistant->flow().current();
        const qsizetype writes = m_program->writes();
        for (QWidget *stop : stops()) {
            if (mayGoForward(*stop))
                continue;
            stop->setFocus();
            QTest::keyClick(stop, Qt::Key_Return);
            QTest::keyClick(stop, Qt::Key_Enter);
            QCoreApplication::processEvents();
            if (m_program->writes() != writes || m_program->services->assistant->deployment().isCreating())
                blame({QStringLiteral("Enter commits at %1").arg(describeWidget(*stop))});
            if (m_program->services->assistant->flow().current() != step)
                blame({QStringLiteral("Enter leaves the step at %1").arg(describeWidget(*stop))});
        }
    }

    void findMovedButtons(QHash<QString, QPoint> &places)
    {
        for (const char *name : {"next", "back", "help"}) {
            const auto *button = window().findChild<QPushButton *>(QLatin1String(name));
            const QPoint place = button->mapTo(&window(), button->rect().center());
            if (places.value(button->objectName(), place) != place)
                blame({QStringLiteral("%1 has moved").arg(button->objectName())});
            places.insert(button->objectName(), place);
        }
    }

    void pressEscapeEverywhere()
    {
        const Step step = m_program->services->assistant->flow().current();
        for (QWidget *stop : stops()) {
            stop->setFocus();
            QTest::keyClick(stop, Qt::Key_Escape);
            if (!window().isVisible() || m_program->services->assistant->flow().current() != step)
                blame({QStringLiteral("Escape leaves at %1").arg(describeWidget(*stop))});
        }
    }

    /// What was typed, ticked and chosen on the page. A secret that is shown, and the wish to see it in a file, are put
    /// away on leaving, and are to be.
    [[nodiscard]] QMap<QString, QString> entered()
    {
        QMap<QString, QString> all;
        const Page &page = *window().currentPage();
        for (const auto *field : page.findChildren<QLineEdit *>())
            if (!field->isReadOnly() && !field->objectName().startsWith(QLatin1String("qt_")))
                all.insert(describeWidget(*field), field->text());
        for (const auto *choice : page.findChildren<QComboBox *>())
            all.insert(describeWidget(*choice), choice->currentText());
        for (const auto *button : page.findChildren<QAbstractButton *>())
            if (button->isCheckable() && button->objectName() != QLatin1String("withSecret")
                && qobject_cast<const Disclosure *>(button->parentWidget()) == nullptr)
                all.insert(describeWidget(*button), button->isChecked() ? QStringLiteral("on") : QStringLiteral("off"));
        return all;
    }

    void goBackAndComeAgain()
    {
        WizardFlow &flow = m_program->services->assistant->flow();
        const Step step = flow.current();
        auto *back = window().findChild<QPushButton *>(QStringLiteral("back"));
        if (!back->isVisible() || !back->isEnabled())
            return;
        const ComparisonViewModel &comparison = m_program->services->assistant->comparison;
        const auto phase = comparison.state().phase;
        if (phase == ComparisonViewModel::Phase::Previewed)
            return; // Clerk's word of the moment, which is asked for anew
        const QMap<QString, QString> before = entered();
        back->click();
        if (flow.current() == step)
            blame({QStringLiteral("Back stays")});
        QTest::qWait(20);
        if (!flow.goTo(step))
            blame({QStringLiteral("nobody can come again")});
        const auto isRead = [&] { return comparison.state().phase == phase; };
        (void)QTest::qWaitFor([&] { return entered() == before && isRead(); }, 5'000);
        const QMap<QString, QString> after = entered();
        for (auto each = before.cbegin(); each != before.cend(); ++each)
            if (after.value(each.key()) != each.value())
                blame({QStringLiteral("Back loses “%1” of %2").arg(each.value(), each.key())});
    }

    /// Once around with Tab, and back again.
    void tabAround(Qt::Key key)
    {
        const QList<QWidget *> expected = stops();
        window().currentPage()->focusFirstField();
        QSet<QWidget *> visited;
        for (qsizetype i = 0; i <= expected.size() + 1; ++i) {
            QTest::keyClick(window().windowHandle(), key, key == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
            visited.insert(QApplication::focusWidget());
        }
        for (QWidget *stop : expected)
            if (!visited.contains(stop))
                blame({QStringLiteral("Tab does not reach %1").arg(describeWidget(*stop))});
    }

    void showFocusEverywhere()
    {
        constexpr int visible = 30; // pixels: a ring around the smallest target has more
        for (QWidget *stop : stops()) {
            stop->setFocus(Qt::TabFocusReason);
            for (QWidget *above = stop->parentWidget(); above != nullptr; above = above->parentWidget())
                if (auto *area = qobject_cast<QScrollArea *>(above))
                    area->ensureWidgetVisible(stop);
            stop->clearFocus();
            const QImage unfocused = window().grab().toImage();
            stop->setFocus(Qt::TabFocusReason);
            const QImage focused = window().grab().toImage();
            const int changed = changedPixels(unfocused, focused, seenPlace(*stop).adjusted(-3, -3, 3, 3));
            if (changed < visible)
                blame(
                    {QStringLiteral("the focus is not seen at %1: %2 pixels").arg(describeWidget(*stop)).arg(changed)});
        }
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void cleanup() { m_program.reset(); }

    void neitherEnterNorEscapeDoesAnythingAndTheButtonsStay()
    {
        QHash<QString, QPoint> places;
        walk([&] {
            openEverything();
            pressEnterEverywhere();
            pressEscapeEverywhere();
            findMovedButtons(places);
        });
    }

    void goingBackLosesNothing()
    {
        qsizetype kept = 0;
        walk([&] {
            goBackAndComeAgain();
            for (const QString &text : entered())
                kept += text.isEmpty() || text == QLatin1String("off") ? 0 : 1;
        });
        QVERIFY2(kept > 10, "there was nothing to lose");
    }

    void everythingCanBeReachedAndLeftByKeyboard()
    {
        walk([this] {
            openEverything();
            tabAround(Qt::Key_Tab);
            tabAround(Qt::Key_Backtab);
            showFocusEverywhere();
        });
    }

    void everythingCanBeHeardHitAndRead()
    {
        walk([this] {
            openEverything();
            window().showHelp(true);
            QTest::qWait(20);
            blame(namelessControls(window()));
            blame(smallTargets(window()));
            blame(clashingMnemonics(window()));
            blame(faintTexts(window()));
            applyTheme(*qApp, ThemeChoice::Dark, false);
            QTest::qWait(20);
            m_scene += QStringLiteral(" in the dark");
            blame(faintTexts(window()));
            applyTheme(*qApp, ThemeChoice::Light, false);
            window().showHelp(false);
        });
    }
};

QTEST_MAIN(TestEveryStep)
#include "tst_everystep.moc"
