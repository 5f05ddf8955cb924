#include "testkit/movedclock.h"
#include "ui/widgets/copybutton.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;

class TestClipboardGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clipboard().clear();
        m_clock = std::make_unique<MovedClock>();
        m_guard = std::make_unique<ClipboardGuard>(clipboard(), *m_clock);
    }

    void cleanup()
    {
        m_guard.reset();
        m_clock.reset();
    }

    void takesASecretOffAfterHalfAMinute()
    {
        m_guard->copySecret(secret());
        m_clock->advance(29s);
        QCOMPARE(clipboard().text(), text());
        m_clock->advance(1s);
        QCOMPARE(clipboard().text(), QString());
        QCOMPARE(m_guard->secondsLeft(), 0);
    }

    void leavesAloneWhatSomebodyElsePutThere()
    {
        m_guard->copySecret(secret());
        clipboard().setText(QStringLiteral("a shopping list"));
        QCOMPARE(m_guard->secondsLeft(), 0);
        m_clock->advance(60s);
        QCOMPARE(clipboard().text(), QStringLiteral("a shopping list"));
    }

    void leavesPlainValuesOnTheClipboard()
    {
        m_guard->copy(QStringLiteral("clerk.harbour.example"));
        m_clock->advance(120s);
        QCOMPARE(clipboard().text(), QStringLiteral("clerk.harbour.example"));
    }

    void asksClipboardHistoriesToLookAway()
    {
        m_guard->copySecret(secret());
        QCOMPARE(clipboard().mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
    }

    void clearsAtTheEndOfTheProgram()
    {
        m_guard->copySecret(secret());
        m_guard.reset();
        QCOMPARE(clipboard().text(), QString());
    }

    void startsAnewForASecondSecret()
    {
        m_guard->copySecret(secret());
        m_clock->advance(20s);
        m_guard->copySecret(Secret(QByteArrayLiteral("another")));
        m_clock->advance(20s);
        QCOMPARE(clipboard().text(), QStringLiteral("another"));
        m_clock->advance(10s);
        QCOMPARE(clipboard().text(), QString());
    }

    void saysCopiedWithoutChangingItsSize()
    {
        CopyButton button(*m_guard, QStringLiteral("domain"));
        button.setValue([] { return QStringLiteral("harbour.example"); });
        const QSize before = button.sizeHint();
        button.click();
        QCOMPARE(button.text(), QStringLiteral("Copied"));
        QCOMPARE(button.sizeHint(), before);
        QCOMPARE(QAccessible::queryAccessibleInterface(&button)->text(QAccessible::Name),
                 QStringLiteral("Copied: domain"));
        m_clock->advance(2s);
        QCOMPARE(button.text(), QStringLiteral("Copy"));
        QCOMPARE(clipboard().text(), QStringLiteral("harbour.example"));
    }

    void countsDownOnTheButtonThatCopied()
    {
        CopyButton copied(*m_guard, QStringLiteral("secret key"));
        copied.setSecret([] { return secret(); });
        CopyButton other(*m_guard, QStringLiteral("other key"));
        other.setSecret([] { return secret(); });
        const QSize before = copied.sizeHint();

        copied.click();
        m_clock->advance(10s);
        QCOMPARE(copied.text(), QStringLiteral("Copied (20 s)"));
        QCOMPARE(copied.sizeHint(), before);
        QCOMPARE(other.text(), QStringLiteral("Copy"));
        m_clock->advance(20s);
        QCOMPARE(copied.text(), QStringLiteral("Copy"));
    }

    void handsTheCountdownToTheNextButton()
    {
        CopyButton first(*m_guard, QStringLiteral("one"));
        first.setSecret([] { return secret(); });
        CopyButton second(*m_guard, QStringLiteral("two"));
        second.setSecret([] { return Secret(QByteArrayLiteral("two")); });

        first.click();
        m_clock->advance(5s);
        second.click();
        m_clock->advance(5s);
        QCOMPARE(first.text(), QStringLiteral("Copy"));
        QCOMPARE(second.text(), QStringLiteral("Copied (25 s)"));
    }

private:
    static QClipboard &clipboard() { return *QGuiApplication::clipboard(); }
    static QString text() { return QStringLiteral("not-a-real-key"); }
    static Secret secret() { return Secret(text().toUtf8()); }

    std::unique_ptr<MovedClock> m_clock;
    std::unique_ptr<ClipboardGuard> m_guard;
};

QTEST_MAIN(TestClipboardGuard)
#include "tst_clipboardguard.moc"
