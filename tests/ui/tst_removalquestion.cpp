#include "ui/shell/removalquestion.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace golive;

namespace {

/// Who is asked, and what they chose.
struct Asked
{
    explicit Asked(const Removal &removal)
    {
        window.show();
        showRemoval(&window, removal,
                    {[this] { chosen.append(QStringLiteral("close")); },
                     [this] { chosen.append(QStringLiteral("try again")); },
                     [this] { chosen.append(QStringLiteral("remove files")); }});
        box = window.findChild<QMessageBox *>(QStringLiteral("removalResult"));
        if (const QString folder = qEnvironmentVariable("GOLIVE_PICTURES"); !folder.isEmpty())
            box->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(QTest::currentTestFunction())));
    }

    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return box->findChild<QPushButton *>(QLatin1String(name));
    }

    QWidget window;
    QStringList chosen;
    QPointer<QMessageBox> box;
};

Removal unsearched()
{
    Removal removal;
    removal.notLookedAt = QStringLiteral("No password store answers on this computer.");
    removal.left = {QStringLiteral("/home/shop/.local/share/golive/deployments")};
    return removal;
}

} // namespace

/// What is told about a removal, and the ways on from there.
class TestRemovalQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAPasswordStoreTheFilesCanGoAllTheSame()
    {
        Asked asked(unsearched());
        QCOMPARE(asked.box->text(), QStringLiteral("Not everything could be removed"));
        QVERIFY(asked.box->informativeText().contains(QStringLiteral("No password store answers")));

        QTest::mouseClick(asked.button("removeFiles"), Qt::LeftButton);
        QCOMPARE(asked.chosen, QStringList {QStringLiteral("remove files")});
    }

    void enterTriesAgainAndNeverGivesTheStoreUp()
    {
        Asked asked(unsearched());
        QTest::keyClick(asked.box, Qt::Key_Return);
        QCOMPARE(asked.chosen, QStringList {QStringLiteral("try again")});
    }

    void escapeChangesNothing()
    {
        Asked asked(unsearched());
        QTest::keyClick(asked.box, Qt::Key_Escape);
        QTRY_VERIFY(asked.box.isNull() || !asked.box->isVisible());
        QCOMPARE(asked.chosen, QStringList());
    }

    void aStoreThatWasSearchedIsNotGivenUp()
    {
        Removal removal;
        removal.left = {QStringLiteral("platform-key api.clerk.test")};
        const Asked asked(removal);
        QVERIFY(asked.button("removeFiles") == nullptr);
        QVERIFY(asked.box->informativeText().contains(QStringLiteral("platform-key api.clerk.test")));
    }

    void whatMayBeLeftIsNamedAndNotCalledEverything()
    {
        Removal removal;
        removal.gone = {QStringLiteral("/home/shop/.local/share/golive/deployments"),
                        QStringLiteral("/home/shop/.config/golive/golive.conf")};
        removal.mayBeLeft
            = {QStringLiteral("platform-key api.clerk.test"), QStringLiteral("instance ins_1 secret-key")};
        Asked asked(removal);
        QCOMPARE(asked.box->text(), QStringLiteral("The files are removed"));
        QVERIFY(asked.box->informativeText().contains(QStringLiteral("instance ins_1 secret-key")));
        QVERIFY(!asked.box->informativeText().contains(QStringLiteral("looked again")));

        QTest::keyClick(asked.box, Qt::Key_Escape); // there is nothing else to do
        QCOMPARE(asked.chosen, QStringList {QStringLiteral("close")});
    }
};

QTEST_MAIN(TestRemovalQuestion)

#include "tst_removalquestion.moc"
