#include "ui/shell/startproblem.h"
#include "wizard/preferences.h"
#include "wizard/startwords.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace golive;

// Before the class: an optimising build asks for the type while it reads the tests' bodies.
Q_DECLARE_METATYPE(golive::Error)

/// What is said when the program cannot open its window, and the way on from there.
class TestStartProblem : public QObject
{
    Q_OBJECT

    static Error fault(const char *field, Error::Kind kind = Error::Kind::Rejected)
    {
        Error error;
        error.kind = kind;
        error.field = QLatin1String(field);
        error.names = QStringList {QStringLiteral("dns.example")};
        return error;
    }

    /// Answers the question as soon as it is there; `role` of the button that is pressed.
    static void answer(QMessageBox::ButtonRole role, QString *said = nullptr)
    {
        QTimer::singleShot(0, qApp, [role, said] {
            const auto windows = QApplication::topLevelWidgets();
            for (QWidget *window : windows)
                if (auto *box = qobject_cast<QMessageBox *>(window); box && box->isVisible()) {
                    if (said != nullptr)
                        *said = box->informativeText();
                    for (QAbstractButton *button : box->buttons())
                        if (box->buttonRole(button) == role)
                            button->click();
                    return;
                }
        });
    }

private Q_SLOTS:
    void namesWhatIsAtFault_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("canBeMended");

        QTest::newRow("a variable") << fault("CLERK_DASHBOARD_URL") << QStringLiteral("CLERK_DASHBOARD_URL") << false;
        QTest::newRow("plain http") << fault("CLERK_PLATFORM_API_URL", Error::Kind::InsecureConnection)
                                    << QStringLiteral("https://") << false;
        QTest::newRow("the preferred address")
            << fault(Preferences::platformApiSetting) << QStringLiteral("Platform API") << true;
        QTest::newRow("the preferred address is plain http")
            << fault(Preferences::platformApiSetting, Error::Kind::InsecureConnection) << QStringLiteral("https://")
            << true;
        QTest::newRow("resolvers") << fault(Preferences::resolversSetting) << QStringLiteral("dns.example") << true;
    }

    void namesWhatIsAtFault()
    {
        QFETCH(Error, error);
        QFETCH(QString, word);
        QFETCH(bool, canBeMended);
        const Notice notice = StartWords::problem(error);
        QVERIFY2(notice.text.contains(word), qPrintable(notice.text));
        QVERIFY(!notice.text.contains(QLatin1String("on this page"))); // there is none yet
        QCOMPARE(!StartWords::remedy(error).isEmpty(), canBeMended);
    }

    void leavesWhenItWasRead()
    {
        QString said;
        answer(QMessageBox::RejectRole, &said);
        QVERIFY(!showStartProblem({Notice::Tone::Problem, QStringLiteral("No."), {}}, QStringLiteral("Mend it")));
        QCOMPARE(said, QStringLiteral("No."));
    }

    void mendsWhenThatIsChosen()
    {
        answer(QMessageBox::ActionRole);
        QVERIFY(showStartProblem({Notice::Tone::Problem, QStringLiteral("No."), {}}, QStringLiteral("Mend it")));
    }
};

QTEST_MAIN(TestStartProblem)
#include "tst_startproblem.moc"
