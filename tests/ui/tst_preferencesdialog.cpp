#include "ui/privacy/sharedscreen.h"
#include "ui/shell/preferencesdialog.h"

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace golive;

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsWhatItWasGiven()
    {
        PreferencesState state;
        state.theme = ThemeChoice::Dark;
        state.language = QStringLiteral("de");
        state.resolvers = QStringList {QStringLiteral("192.0.2.1:5353")};
        state.clerkAddress = QStringLiteral("https://clerk.test");
        state.notifies = true;
        state.wantsContrast = true;
        const PreferencesDialog dialog(state, {}, languages());
        QCOMPARE(dialog.state(), state);
    }

    void hidesAddressesWhileTheScreenIsShared()
    {
        PreferencesState state;
        state.resolvers = QStringList {QStringLiteral("192.0.2.1")};
        setScreenIsShared(true);
        PreferencesDialog dialog(state, {});
        dialog.show();
        QVERIFY(!dialog.findChild<QPlainTextEdit *>()->isVisible());
        QVERIFY(!dialog.findChild<QLineEdit *>(QStringLiteral("clerkAddress"))->isVisible());
        QCOMPARE(dialog.state().resolvers, state.resolvers);
        setScreenIsShared(false);
    }

    void offersToRemoveEverything()
    {
        PreferencesDialog dialog({}, {});
        QSignalSpy wanted(&dialog, &PreferencesDialog::removalWanted);
        dialog.findChild<QPushButton *>(QStringLiteral("removeEverything"))->click();
        QCOMPARE(wanted.count(), 1);
    }

    void savesWhatWasChosen()
    {
        PreferencesDialog dialog({}, {}, languages());
        QSignalSpy saved(&dialog, &PreferencesDialog::saved);
        dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral(" 9.9.9.9 \n\n192.0.2.1\n"));
        dialog.findChild<QComboBox *>(QStringLiteral("theme"))->setCurrentIndex(1);
        save(dialog)->click();
        QCOMPARE(saved.count(), 1);
        const QStringList expected {QStringLiteral("9.9.9.9"), QStringLiteral("192.0.2.1")};
        QCOMPARE(dialog.state().resolvers, expected);
        QCOMPARE(dialog.state().theme, ThemeChoice::Light);
    }

    void staysOpenAtAFault()
    {
        PreferencesChecks checks;
        checks.clerkAddress = [](const QString &address) {
            return address.startsWith(QLatin1String("https:")) ? QString() : QStringLiteral("Use https.");
        };
        PreferencesDialog dialog({}, checks);
        QSignalSpy saved(&dialog, &PreferencesDialog::saved);
        auto *address = dialog.findChild<QLineEdit *>(QStringLiteral("clerkAddress"));
        address->setText(QStringLiteral("http://clerk.test"));
        dialog.show();
        save(dialog)->click();
        QCOMPARE(saved.count(), 0);
        QVERIFY(dialog.isVisible());
        QCOMPARE(address->accessibleDescription(), QStringLiteral("Use https."));
        address->setText(QStringLiteral("https://clerk.test"));
        save(dialog)->click();
        QCOMPARE(saved.count(), 1);
    }

    void namesItsFields()
    {
        PreferencesDialog dialog({}, {}, languages());
        for (auto *combo : dialog.findChildren<QComboBox *>())
            QVERIFY(!QAccessible::queryAccessibleInterface(combo)->relations(QAccessible::Label).isEmpty());
    }

private:
    static QList<QPair<QString, QString>> languages() { return {{QStringLiteral("de"), QStringLiteral("Deutsch")}}; }
    static QPushButton *save(const PreferencesDialog &dialog)
    {
        for (auto *button : dialog.findChildren<QPushButton *>())
            if (button->text() == QLatin1String("&Save"))
                return button;
        return nullptr;
    }
};

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
