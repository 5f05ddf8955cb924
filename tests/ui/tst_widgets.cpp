#include "testkit/movedclock.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/valuerow.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace golive;

namespace {

QString nameOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

Notice problem()
{
    return {Notice::Tone::Problem, QStringLiteral("It <b>did</b> not work."), QStringLiteral("code: x")};
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsANoticeUntilItIsTakenBack()
    {
        NoticeBar bar;
        bar.setNotice(problem());
        QVERIFY(!bar.isHidden());
        QEvent activated(QEvent::WindowActivate);
        QApplication::sendEvent(&bar, &activated);
        bar.setNotice(problem());
        QVERIFY(!bar.isHidden());
        bar.setNotice({});
        QVERIFY(bar.isHidden());
    }

    void keepsADismissedNoticeAwayUntilItIsNews()
    {
        NoticeBar bar;
        bar.setNotice(problem());
        QSignalSpy dismissed(&bar, &NoticeBar::dismissed);
        dismissButton(bar)->click();
        QCOMPARE(dismissed.count(), 1);
        bar.setNotice(problem());
        QVERIFY(bar.isHidden());
        bar.setNotice({});
        bar.setNotice(problem());
        QVERIFY(!bar.isHidden());
    }

    void showsServerTextAsItIs()
    {
        NoticeBar bar;
        bar.setNotice(problem());
        const auto labels = bar.findChildren<QLabel *>();
        QVERIFY(!labels.isEmpty());
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(nameOf(labels.first()), QStringLiteral("Problem: It <b>did</b> not work."));
    }

    void opensTheDetailsOnDemand()
    {
        NoticeBar bar;
        bar.setNotice(problem());
        auto *details = bar.findChild<QPlainTextEdit *>();
        QVERIFY(!details->isVisibleTo(&bar));
        bar.findChild<Disclosure *>()->setOpen(true);
        QVERIFY(details->isVisibleTo(&bar));
        QCOMPARE(details->toPlainText(), QStringLiteral("code: x"));
    }

    void tiesAFieldToItsLabelAndItsFault()
    {
        auto *edit = new QLineEdit;
        FieldRow row(QStringLiteral("&Domain"), edit);
        QCOMPARE(nameOf(edit), QStringLiteral("Domain"));
        row.setHint(QStringLiteral("such as harbour.example"));
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("such as harbour.example"));
        row.setError(QStringLiteral("That is a hosting provider's."));
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("That is a hosting provider's."));
        QVERIFY(edit->property("invalid").toBool());
        row.setError({});
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("such as harbour.example"));
        QVERIFY(!edit->property("invalid").toBool());
    }

    void choosesWithTheArrowKeys()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = new ChoiceCard(QStringLiteral("Same host"), QStringLiteral("One cookie"));
        auto *second = new ChoiceCard(QStringLiteral("Separate host"));
        column->addWidget(first);
        column->addWidget(second);
        window.show();
        QApplication::setActiveWindow(&window);
        QVERIFY(QTest::qWaitForWindowActive(&window));

        first->setFocus();
        QTest::keyClick(first, Qt::Key_Space);
        QVERIFY(first->isChecked());
        QTest::keyClick(first, Qt::Key_Down);
        QVERIFY(second->isChecked());
        QVERIFY(!first->isChecked());
        QCOMPARE(QApplication::focusWidget(), second);
    }

    void saysOfAChoiceWhatItIs()
    {
        ChoiceCard card(QStringLiteral("Same host"), QStringLiteral("One cookie"));
        card.setBadge(QStringLiteral("Recommended"));
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&card);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Same host, Recommended"));
        QCOMPARE(spoken->text(QAccessible::Description), QStringLiteral("One cookie"));
        QCOMPARE(spoken->role(), QAccessible::RadioButton);
    }

    void growsWithALongExplanation()
    {
        ChoiceCard card(QStringLiteral("Title"), QStringLiteral("short"));
        const int before = card.heightForWidth(300);
        card.setExplanation(QStringLiteral("quite a long explanation ").repeated(10));
        QVERIFY(card.heightForWidth(300) > before);
    }

    void saysAStateInWords()
    {
        StatusLabel label(StatusTone::Success, QStringLiteral("Found"));
        QCOMPARE(nameOf(&label), QStringLiteral("Found"));
        label.setStatus(StatusTone::Problem, QStringLiteral("Points elsewhere"));
        QCOMPARE(nameOf(&label), QStringLiteral("Points elsewhere"));
    }

    void readsTechnicalValuesFromTheLeftInEveryLanguage()
    {
        MovedClock clock;
        ClipboardGuard guard(*QGuiApplication::clipboard(), clock);
        ValueRow row(guard, QStringLiteral("Name"), QStringLiteral("clerk.harbour.example"));
        row.setLayoutDirection(Qt::RightToLeft);
        const auto labels = row.findChildren<QLabel *>();
        const auto value = std::find_if(labels.cbegin(), labels.cend(),
                                        [&](const QLabel *label) { return label->text() == row.value(); });
        QVERIFY(value != labels.cend());
        QCOMPARE((*value)->layoutDirection(), Qt::LeftToRight);
        QVERIFY((*value)->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
        row.findChild<QPushButton *>()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("clerk.harbour.example"));
    }

    void standsATechnicalNameWhereTheTextAroundItBegins()
    {
        QWidget around;
        around.setLayoutDirection(Qt::RightToLeft);
        TextLabel name(QStringLiteral("shop.example"), TextRole::Technical);
        QCOMPARE(name.alignment() & Qt::AlignHorizontal_Mask, Qt::AlignLeft | Qt::AlignAbsolute);
        name.setParent(&around);
        QCOMPARE(name.layoutDirection(), Qt::LeftToRight);
        QCOMPARE(name.alignment() & Qt::AlignHorizontal_Mask, Qt::AlignRight | Qt::AlignAbsolute);
    }

    void showsTheAddressWhenNoBrowserAnswers()
    {
        MovedClock clock;
        ClipboardGuard guard(*QGuiApplication::clipboard(), clock);
        bool answers = false;
        LinkButton link(QStringLiteral("Open"), QUrl(QStringLiteral("https://example.test/x")), guard,
                        [&](const QUrl &) { return answers; });
        auto *row = link.findChild<ValueRow *>();
        QVERIFY(row->isHidden());
        link.findChild<QPushButton *>()->click();
        QVERIFY(!row->isHidden());
        QCOMPARE(row->value(), QStringLiteral("https://example.test/x"));
        answers = true;
        link.findChild<QPushButton *>()->click();
        QVERIFY(row->isHidden());
    }

    void opensOnlySecurePages_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"javascript:alert(1)", "file:///etc/passwd", "http://shop.example/", "ftp://shop.example/x",
              "ssh://a.example", "https://shop.example@evil.example/", "data:text/html,<b>x</b>", "vscode://file/x",
              "//evil.example/x", "/usr/bin/true", "mailto:a@b.example?attach=/etc/passwd", "https:///nowhere"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }

    void opensOnlySecurePages()
    {
        QFETCH(QString, address);
        MovedClock clock;
        ClipboardGuard guard(*QGuiApplication::clipboard(), clock);
        QList<QUrl> opened;
        LinkButton link(QStringLiteral("Open"), QUrl(address), guard, [&](const QUrl &url) {
            opened.append(url);
            return true;
        });

        link.findChild<QPushButton *>()->click();

        QCOMPARE(opened, QList<QUrl>());
        QVERIFY(!link.findChild<ValueRow *>()->isHidden()); // a word about why not
    }

    void aLinkIsShownAsOneLineOfPlainLetters()
    {
        MovedClock clock;
        ClipboardGuard guard(*QGuiApplication::clipboard(), clock);
        const QUrl address(QStringLiteral("https://b\u00fccher.example/") + QChar(0x202e) + QStringLiteral("gnp.exe/")
                           + QString(9'000, QLatin1Char('x')));
        const LinkButton link(QStringLiteral("Open"), address, guard, {});

        const QString tip = link.findChild<QPushButton *>()->toolTip();

        QVERIFY2(tip.startsWith(QLatin1String("https://xn--bcher-kva.example/%E2%80%AE")), qPrintable(tip));
        QVERIFY(tip.size() <= 300);
    }

private:
    static QToolButton *dismissButton(const NoticeBar &bar)
    {
        for (auto *button : bar.findChildren<QToolButton *>())
            if (!button->isCheckable())
                return button;
        return nullptr;
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
