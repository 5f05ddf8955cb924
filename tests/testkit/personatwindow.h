#pragma once

#include "testkit/steeredprogram.h"

#include <functional>

namespace golive {

/// Somebody in front of the program's window who takes one application live, sees only what is on the screen, and
/// does on every page what it asks for. Whatever goes wrong, this person tries again.
class PersonAtWindow
{
public:
    struct Wish
    {
        QByteArray key; ///< for the Platform API
        QString applicationName;
        QByteArray domain;
        std::function<void()> enterRecords; ///< at the DNS provider
    };

    PersonAtWindow(SteeredProgram &program, Wish wish)
        : m_program(program)
        , m_wish(std::move(wish))
    {
    }

    /// In the order in which a person meets them.
    [[nodiscard]] static const QByteArrayList &pages()
    {
        static const QByteArrayList all {"StartPage",      "ConnectPage", "ApplicationPage", "SettingsPage",
                                         "DomainPage",     "CreatePage",  "ProvidersPage",   "DnsPage",
                                         "ComparisonPage", "GoLivePage",  "HandoverPage",    "SummaryPage"};
        return all;
    }
    [[nodiscard]] static qsizetype placeOf(const QByteArray &page) { return pages().indexOf(page); }

    /// The number of the page that is shown; -1 when the program does not answer.
    [[nodiscard]] qsizetype place() { return placeOf(m_program.ask("page").split(':').constLast()); }
    [[nodiscard]] bool isBusy() { return m_program.ask("busy") == "yes"; }
    [[nodiscard]] QStringList ways() { return m_program.texts("ways"); }
    /// What is wrong, or has happened otherwise than it was meant to: a line each.
    [[nodiscard]] QString told()
    {
        QStringList texts = m_program.texts("told");
        texts.removeIf([](const QString &each) {
            static const QStringList fine {QStringLiteral("Success: "), QStringLiteral("Clerk was "),
                                           QStringLiteral("Clerk last looked ")};
            return std::any_of(fine.cbegin(), fine.cend(),
                               [&](const QString &start) { return each.startsWith(start); });
        });
        return texts.join(QLatin1Char('\n'));
    }

    /// Does the next thing; what cannot be done now is not done.
    void act()
    {
        static const QList<void (PersonAtWindow::*)()> acts {
            &PersonAtWindow::begin,          &PersonAtWindow::connectToClerk, &PersonAtWindow::chooseApplication,
            &PersonAtWindow::chooseSettings, &PersonAtWindow::chooseDomain,   &PersonAtWindow::create,
            &PersonAtWindow::saveProvider,   &PersonAtWindow::watchRecords,   &PersonAtWindow::carrySettingsOver,
            &PersonAtWindow::takeKeys,       &PersonAtWindow::handOver,       &PersonAtWindow::lookAtSummary};
        const qsizetype here = place();
        if (here >= 0)
            (this->*acts.at(here))();
    }

private:
    bool press(const QString &name) { return m_program.ask("press " + name.toUtf8()) == "yes"; }
    bool can(const QString &name) { return m_program.ask("can " + name.toUtf8()) == "yes"; }
    /// The first of these that can be pressed.
    void pressFirst(std::initializer_list<const char *> names)
    {
        for (const char *name : names)
            if (press(QString::fromLatin1(name)))
                return;
    }
    void enter(const QString &field, const QByteArray &text)
    {
        if (can(field))
            (void)m_program.type(field, text);
    }

    void begin()
    {
        const QStringList earlier = ways().filter(QStringLiteral("continue-"));
        press(earlier.isEmpty() ? QStringLiteral("next") : earlier.constFirst());
    }

    void connectToClerk()
    {
        enter(QStringLiteral("platformKey"), m_wish.key);
        pressFirst({"storeRemedy", "next"});
    }

    void chooseApplication()
    {
        if (can(QStringLiteral("applicationList"))
            && m_program.ask("row applicationList " + m_wish.applicationName.toUtf8()) != "yes")
            pressFirst({"reloadApplications"});
        else
            pressFirst({"next"});
    }

    void chooseSettings()
    {
        pressFirst({"copyDevelopment"});
        pressFirst({"readSettingsAgain", "next"});
    }

    void chooseDomain()
    {
        // Once typed, Golive looks where it is in use.
        if (can(QStringLiteral("domain")) && !std::exchange(m_hasTypedDomain, true)) {
            enter(QStringLiteral("domain"), m_wish.domain);
            m_program.ask("leave domain");
            m_program.ask("pass 2"); // it waits whether anything more is typed
        } else {
            pressFirst({"next"});
        }
    }

    void create() { pressFirst({"lookAgain", "createProductionInstance", "storeRemedy", "next"}); }

    /// Google's; the others are left for later.
    void saveProvider()
    {
        if (can(QStringLiteral("providersReload"))) {
            pressFirst({"providersReload"});
        } else if (can(QStringLiteral("google.save"))) {
            enter(QStringLiteral("google.client_id"), "id-of-google");
            enter(QStringLiteral("google.client_secret"), "GOCSPX-at-the-window-0123456789");
            pressFirst({"google.save"});
        } else {
            pressFirst({can(QStringLiteral("google.replace")) ? "next" : "google.open", "next"});
        }
    }

    void watchRecords()
    {
        m_wish.enterRecords();
        pressFirst({"checkNow"});
        if (m_looks++ > 0)
            pressFirst({"next"});
    }

    void carrySettingsOver()
    {
        if (m_program.ask("shows comparisonHeadline") != "yes" && press(QStringLiteral("compareAgain")))
            return;
        pressFirst({"carryOver", "previewCarry", "tickAll", "next"});
    }

    void takeKeys() { pressFirst({"askClerkNow", "showKeys", "storeRemedy", "next"}); }

    void handOver()
    {
        if (!std::exchange(m_hasTakenKeys, true))
            pressFirst({"keysTaken"});
        pressFirst({"next"});
    }

    void lookAtSummary() { pressFirst({"summaryReload"}); }

    SteeredProgram &m_program;
    Wish m_wish;
    bool m_hasTypedDomain = false;
    int m_looks = 0;
    bool m_hasTakenKeys = false;
};

} // namespace golive
