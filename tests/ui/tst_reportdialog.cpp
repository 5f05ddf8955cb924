#include "testkit/movedclock.h"
#include "ui/privacy/sharedscreen.h"
#include "ui/shell/reportdialog.h"
#include "ui/widgets/clipboardguard.h"
#include "ui/widgets/statuslabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

class TestReportDialog : public QObject
{
    Q_OBJECT

    MovedClock m_clock;
    std::unique_ptr<ClipboardGuard> m_clipboard;
    std::unique_ptr<ReportDialog> m_dialog;
    QTemporaryDir m_folder;

    static QString report()
    {
        return QStringLiteral("Production ins_3kFDomopL9lPlkRKLu2XMb361mA\nDomain shop.example\n");
    }

    template<typename Widget>
    Widget *the(const char *name)
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }

    void saveTo(const QString &path)
    {
        the<QPushButton>("saveReport")->click();
        auto *where = m_dialog->findChild<QFileDialog *>();
        QVERIFY(where != nullptr);
        Q_EMIT where->fileSelected(path);
        where->reject();
    }

private Q_SLOTS:
    void init()
    {
        m_clipboard = std::make_unique<ClipboardGuard>(*QGuiApplication::clipboard(), m_clock);
        m_dialog = std::make_unique<ReportDialog>(report(), *m_clipboard, nullptr);
        m_dialog->show();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_clipboard.reset();
        setScreenIsShared(false);
    }

    void showsAllOfItBeforeItGoesAnywhere()
    {
        QCOMPARE(the<QPlainTextEdit>("supportReport")->toPlainText(), report());
        QVERIFY(the<QPlainTextEdit>("supportReport")->isReadOnly());
    }

    void copiesAndSavesWhatIsShown()
    {
        the<QPushButton>("copyReport")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), report());

        the<QCheckBox>("coverReport")->setChecked(true);
        const QString covered = the<QPlainTextEdit>("supportReport")->toPlainText();
        QVERIFY(!covered.contains(QStringLiteral("3kFDomop")) && !covered.contains(QStringLiteral("shop.example")));
        saveTo(m_folder.filePath(QStringLiteral("report.txt")));
        QFile file(m_folder.filePath(QStringLiteral("report.txt")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), covered);
        QVERIFY(m_dialog->findChild<StatusLabel *>()->tone() == StatusTone::Success);
    }

    void saysWhenItCannotBeSaved()
    {
        saveTo(m_folder.path());
        const auto *outcome = m_dialog->findChild<StatusLabel *>();
        QVERIFY(outcome->isVisible() && outcome->tone() == StatusTone::Problem);
        QVERIFY(outcome->text().contains(QStringLiteral("Choose another folder")));
    }

    void isCoveredFromTheStartOnASharedScreen()
    {
        setScreenIsShared(true);
        m_dialog = std::make_unique<ReportDialog>(report(), *m_clipboard, nullptr);
        QVERIFY(the<QCheckBox>("coverReport")->isChecked());
        QVERIFY(!the<QPlainTextEdit>("supportReport")->toPlainText().contains(QStringLiteral("shop.example")));
    }

    void escapeClosesIt()
    {
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }
};

QTEST_MAIN(TestReportDialog)
#include "tst_reportdialog.moc"
