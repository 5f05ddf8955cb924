#include "testkit/movedclock.h"
#include "ui/widgets/secretfield.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace golive;
using namespace std::chrono_literals;

class TestSecretField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<MovedClock>();
        m_window = std::make_unique<QWidget>();
        m_field = new SecretField(*m_clock, m_window.get());
        m_field->setName(QStringLiteral("API key"));
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_field);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void hidesWhatIsTyped()
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), QStringLiteral("ak_123"));
        QCOMPARE(edit()->echoMode(), QLineEdit::Password);
        QVERIFY(!edit()->displayText().contains(QLatin1Char('k')));
    }

    void doesNotTellHowLongASecretIs()
    {
        const auto drawn = [this](const char *secret) {
            m_field->setSecret(Secret(QByteArray(secret)));
            return edit()->grab().toImage();
        };
        button()->setFocus();
        const QImage empty = drawn("");
        const QImage four = drawn("abcd");
        QVERIFY(four != empty);
        QCOMPARE(drawn("sk_live_00112233445566778899aabbccddeeff"), four);

        m_field->setReadOnly(true); // as a key that is handed over: it can be looked at from within
        edit()->setFocus();
        const QImage shortOne = drawn("abcd");
        QCOMPARE(drawn("sk_live_00112233445566778899aabbccddeeff"), shortOne);
        QVERIFY(edit()->displayText().isEmpty()); // nor do those who listen hear it
    }

    void isShownByKeyboardAlone()
    {
        edit()->setFocus();
        QTest::keyClick(edit(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button());
        QTest::keyClick(button(), Qt::Key_Space);
        QVERIFY(m_field->isRevealed());
        QCOMPARE(edit()->echoMode(), QLineEdit::Normal);
    }

    void hidesItselfAfterHalfAMinute()
    {
        button()->click();
        m_clock->advance(29s);
        QVERIFY(m_field->isRevealed());
        m_clock->advance(1s);
        QVERIFY(!m_field->isRevealed());
        QVERIFY(edit()->echoMode() != QLineEdit::Normal);
        QVERIFY(!button()->isChecked());
    }

    void countsAnewWhenShownAgain()
    {
        button()->click();
        m_clock->advance(20s);
        button()->click();
        button()->click();
        m_clock->advance(20s);
        QVERIFY(m_field->isRevealed());
    }

    void hidesItselfWhenTheWindowIsLeft()
    {
        button()->click();
        QEvent left(QEvent::WindowDeactivate);
        QApplication::sendEvent(m_window.get(), &left);
        QVERIFY(!m_field->isRevealed());
    }

    void hidesItselfWithItsPage()
    {
        button()->click();
        m_field->hide();
        m_field->show();
        QVERIFY(!m_field->isRevealed());
    }

    void takesAPastedValue()
    {
        QSignalSpy edited(m_field, &SecretField::edited);
        QGuiApplication::clipboard()->setText(QStringLiteral("ak_pasted"));
        edit()->paste();
        QCOMPARE(edit()->text(), QStringLiteral("ak_pasted"));
        QVERIFY(!m_field->secret().isEmpty());
        QCOMPARE(edited.count(), 1);
    }

    void whatWasClearedCannotBeBroughtBack()
    {
        QTest::keyClicks(edit(), QStringLiteral("ak_123"));
        m_field->clear();
        button()->click();

        QVERIFY(!edit()->isUndoAvailable());
        edit()->undo();
        QVERIFY(edit()->text().isEmpty());
    }

    void leavesOnlyThroughTheCopyButton()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
        m_field->setSecret(Secret(QByteArrayLiteral("sk_live_1")));
        button()->click();
        edit()->selectAll();

        QTest::keyClick(edit(), Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(edit(), Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("something else"));
        QCOMPARE(edit()->text(), QStringLiteral("sk_live_1"));

        QTest::mouseClick(edit(), Qt::LeftButton); // X11 would take what is selected now
        QVERIFY(!edit()->hasSelectedText());
        QVERIFY(!edit()->dragEnabled());
    }

    void offersOnlyPastingAndEmptyingInItsMenu()
    {
        QContextMenuEvent asked(QContextMenuEvent::Mouse, {}, edit()->mapToGlobal(QPoint()));
        QApplication::sendEvent(edit(), &asked);

        const auto *menu = edit()->findChild<QMenu *>();
        QVERIFY(menu);
        QStringList offered;
        for (const QAction *action : menu->actions())
            offered.append(action->text());
        QCOMPARE(offered, (QStringList {QStringLiteral("&Paste"), QStringLiteral("&Empty")}));
    }

    void isNamedForThoseWhoListen()
    {
        QCOMPARE(nameOf(edit()), QStringLiteral("API key"));
        QCOMPARE(nameOf(button()), QStringLiteral("Show: API key"));
        QVERIFY(button()->width() >= 24 && button()->height() >= 24);
        QVERIFY(edit()->inputMethodHints().testFlag(Qt::ImhSensitiveData));
    }

private:
    [[nodiscard]] QLineEdit *edit() const { return m_field->lineEdit(); }
    [[nodiscard]] QToolButton *button() const { return m_field->findChild<QToolButton *>(); }
    static QString nameOf(QWidget *widget)
    {
        return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
    }

    std::unique_ptr<MovedClock> m_clock;
    std::unique_ptr<QWidget> m_window;
    SecretField *m_field = nullptr;
};

QTEST_MAIN(TestSecretField)
#include "tst_secretfield.moc"
