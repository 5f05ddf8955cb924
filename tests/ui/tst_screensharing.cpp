#include "testkit/movedclock.h"
#include "testkit/readabletexts.h"
#include "ui/privacy/screensharing.h"
#include "ui/privacy/sharedscreen.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/technicaltext.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace golive;

namespace {

const QString domain = QStringLiteral("corner-shop.example");

} // namespace

class TestScreenSharing : public QObject
{
    Q_OBJECT

    MovedClock m_clock;
    std::unique_ptr<ScreenSharing> m_sharing;
    std::unique_ptr<QWidget> m_window;
    QVBoxLayout *m_rows = nullptr;

    template<typename Widget>
    Widget *added(Widget *widget)
    {
        m_rows->addWidget(widget);
        return widget;
    }

    /// The question that is on the screen, or nothing.
    [[nodiscard]] QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }

    /// Lets the window be drawn.
    void draw() const
    {
        QVERIFY(QTest::qWaitFor([this] { return !readableTexts(*m_window).join(u' ').contains(domain); }, 2'000));
    }

private Q_SLOTS:
    void init()
    {
        m_sharing = std::make_unique<ScreenSharing>();
        m_window = std::make_unique<QWidget>();
        m_rows = new QVBoxLayout(m_window.get());
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_sharing.reset();
        QVERIFY(!screenIsShared());
    }

    void coversEveryKindOfText()
    {
        added(new TextLabel(domain));
        added(new QPushButton(domain))->setToolTip(domain);
        added(new QCheckBox(domain))->setAccessibleDescription(domain);
        added(new ElidedLabel(domain));
        added(new TechnicalText(domain));
        added(new QLineEdit(domain));
        QTRY_COMPARE(readableTexts(*m_window).filter(domain).size(), 1); // the same text, everywhere

        m_sharing->setOn(true);

        QCOMPARE(readableTexts(*m_window).filter(QStringLiteral("corner")), QStringList());
    }

    void coversTextsOfSeveralLinesThatAreBeingWritten()
    {
        auto *editor = added(new QPlainTextEdit(domain));
        QTRY_VERIFY(editor->isVisible());
        m_sharing->setOn(true);
        const auto drawn = [editor] { return editor->grab().toImage(); };
        const QImage covered = drawn();
        editor->setFocus();
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("other.example"));
        editor->clearFocus();
        QCOMPARE(editor->toPlainText(), QStringLiteral("other.example")); // it can be written in
        QCOMPARE(drawn(), covered);

        m_sharing->setOn(false);

        QVERIFY(drawn() != covered);
        QVERIFY(!editor->findChild<QWidget *>(QStringLiteral("curtain")));
    }

    void leavesNothingToX11sSecondClipboard()
    {
        QClipboard &clipboard = *QGuiApplication::clipboard();
        if (!clipboard.supportsSelection())
            QSKIP("this platform has no second clipboard");
        auto *value = added(new TechnicalText(domain));
        auto *line = added(new QLineEdit(domain));
        auto *secret = added(new SecretField(m_clock));
        secret->setSecret(Secret(QByteArrayLiteral("sk_live_1234567890")));
        m_sharing->setOn(true);
        draw();

        auto *text = value->findChild<QPlainTextEdit *>();
        text->selectAll();
        line->selectAll();
        secret->lineEdit()->selectAll();
        QTest::mouseDClick(text->viewport(), Qt::LeftButton, {}, QPoint(20, 10));
        QTest::mouseDClick(line, Qt::LeftButton, {}, QPoint(20, 10));
        QTest::mouseDClick(secret->lineEdit(), Qt::LeftButton, {}, QPoint(20, 10));

        const QString selected = clipboard.text(QClipboard::Selection);
        QVERIFY2(!selected.contains(QLatin1String("corner")) && !selected.contains(QLatin1String("sk_")),
                 qPrintable(selected));
    }

    void coversWhatComesLater()
    {
        m_sharing->setOn(true);
        auto *label = added(new TextLabel(domain));
        label->show();
        draw();
        label->setText(QStringLiteral("Now at ") + domain);
        draw();
        QVERIFY(label->text().startsWith(QStringLiteral("Now at ")));
    }

    void givesEverythingBack()
    {
        auto *label = added(new TextLabel(domain));
        auto *line = added(new QLineEdit(domain));
        auto *gone = added(new TextLabel(domain));
        m_sharing->setOn(true);
        line->setText(QStringLiteral("other.example"));
        delete gone;

        m_sharing->setOn(false);

        QCOMPARE(label->text(), domain);
        QCOMPARE(line->displayText(), QStringLiteral("other.example"));
        QVERIFY(!screenIsShared());
    }

    void whatWasSaidMeanwhileIsGivenBackToo()
    {
        auto *label = added(new TextLabel(domain));
        m_sharing->setOn(true);
        label->setText(QStringLiteral("at new.example"));
        QTRY_VERIFY(!label->text().contains(QStringLiteral("new.example")));
        m_sharing->setOn(false);
        QCOMPARE(label->text(), QStringLiteral("at new.example"));
    }

    void hidesWhatWasOnShow()
    {
        auto *field = added(new SecretField(m_clock));
        field->show();
        field->findChild<QToolButton *>()->click();
        QVERIFY(field->isRevealed());

        m_sharing->setOn(true);

        QVERIFY(!field->isRevealed());
    }

    void asksBeforeItShowsASecret()
    {
        auto *field = added(new SecretField(m_clock));
        field->show();
        auto *eye = field->findChild<QToolButton *>();
        m_sharing->setOn(true);

        eye->click();
        QVERIFY(question());
        QVERIFY(!field->isRevealed() && !eye->isChecked());
        question()->reject();
        QTRY_VERIFY(!question());
        QVERIFY(!field->isRevealed());

        eye->click();
        question()->findChild<QPushButton *>(QStringLiteral("expose"))->click();
        QVERIFY(field->isRevealed());
        QTRY_VERIFY(!question());
        QCOMPARE(field->lineEdit()->echoMode(), QLineEdit::Normal);
        m_clock.advance(std::chrono::seconds(SecretField::secondsShown));
        QVERIFY(!field->isRevealed());
    }

    void asksBeforeItCopiesASecret()
    {
        ClipboardGuard clipboard(*QGuiApplication::clipboard(), m_clock);
        clipboard.copy(QStringLiteral("before"));
        auto *copy = added(new CopyButton(clipboard, QStringLiteral("the key")));
        copy->setSecret([] { return Secret(QByteArrayLiteral("sk_live_1")); });
        m_sharing->setOn(true);

        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        question()->findChild<QPushButton *>(QStringLiteral("expose"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("sk_live_1"));
    }

    void copiesOtherThingsWhole()
    {
        ClipboardGuard clipboard(*QGuiApplication::clipboard(), m_clock);
        auto *copy = added(new CopyButton(clipboard, domain));
        copy->setValue([] { return domain; });
        m_sharing->setOn(true);

        copy->click();

        QVERIFY(!question());
        QCOMPARE(QGuiApplication::clipboard()->text(), domain);
    }

    void asksNothingWhileNobodyElseLooks()
    {
        auto *field = added(new SecretField(m_clock));
        field->show();
        field->findChild<QToolButton *>()->click();
        QVERIFY(!question());
        QVERIFY(field->isRevealed());
    }
};

QTEST_MAIN(TestScreenSharing)
#include "tst_screensharing.moc"
