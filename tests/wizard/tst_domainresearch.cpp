#include "testkit/openeddeployment.h"
#include "testkit/scriptedsurveyor.h"
#include "wizard/steps/domainviewmodel.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Tone = Notice::Tone;

namespace {

struct Fixture : OpenedDeployment
{
    ScriptedSurveyor surveyor;
    DomainViewModel viewModel {api, deployment, surveyor, clock};

    [[nodiscard]] const DomainViewModel::State &state() const { return viewModel.state(); }

    /// Types, pauses and waits for what is found.
    void look(const QString &domain)
    {
        viewModel.setDomain(domain);
        clock.advance(600ms);
        QTRY_VERIFY(!state().looking);
    }
    [[nodiscard]] QString said() const
    {
        QStringList texts;
        for (const DomainResearch::Finding &each : state().findings)
            texts.append(each.text);
        return texts.join(QLatin1Char('\n'));
    }
};

DomainSurvey found(const QList<TakenName> &taken = {})
{
    DomainSurvey survey;
    survey.state = Zone::State::Found;
    survey.zone = QStringLiteral("example.com");
    survey.nameServers = QStringList {QStringLiteral("ns1.dns-host.net"), QStringLiteral("ns2.dns-host.net")};
    survey.taken = taken;
    survey.allNamesSeen = true;
    return survey;
}

TakenName taken(const char *name, const char *target)
{
    const QString to = QString::fromLatin1(target);
    return {QString::fromLatin1(name), TakenName::By::Alias, to, to.endsWith(QLatin1String(".clerk.services"))};
}

Registration registered(const QString &status = {})
{
    Registration registration;
    registration.exists = true;
    registration.statuses = QStringList {status};
    return registration;
}

} // namespace

class TestDomainResearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAfterAPauseAndOnlyOnce()
    {
        Fixture fixture;
        fixture.surveyor.answer = found();
        fixture.viewModel.setDomain(QStringLiteral("example.c"));
        fixture.clock.advance(500ms);
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        fixture.clock.advance(599ms);
        QVERIFY(fixture.surveyor.domains.isEmpty());
        fixture.clock.advance(1ms);
        QVERIFY(fixture.state().looking);
        QTRY_VERIFY(!fixture.state().looking);
        QCOMPARE(fixture.surveyor.domains, QStringList {QStringLiteral("example.com")});
        QVERIFY(fixture.surveyor.names.contains(QStringLiteral("clk2._domainkey.example.com")));
        QVERIFY(!fixture.surveyor.names.join(QLatin1Char(' ')).contains(QLatin1Char('@')));
        QVERIFY(fixture.said().contains(QStringLiteral("example.com exists")));
        QVERIFY(fixture.said().contains(QStringLiteral("Nothing else uses the names")));
    }

    void nothingWaitsForIt()
    {
        Fixture fixture;
        fixture.surveyor.answer.hold();
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        fixture.clock.advance(600ms);
        QVERIFY(fixture.state().looking);
        fixture.viewModel.goForward();
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("example.com"));
        const int before = fixture.surveyor.givenUp;
        fixture.viewModel.leave();
        QVERIFY(fixture.surveyor.givenUp > before);
        QVERIFY(!fixture.state().looking);
        fixture.viewModel.enter();
        fixture.clock.advance(600ms);
        QCOMPARE(fixture.surveyor.domains.size(), 2);
    }

    void dropsAnAnswerAboutAnEarlierDomain()
    {
        Fixture fixture;
        fixture.surveyor.answer = found();
        fixture.surveyor.answer.hold();
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        fixture.clock.advance(600ms);
        fixture.viewModel.setDomain(QStringLiteral("example.net"));
        QVERIFY(!fixture.state().looking);
        fixture.surveyor.answer.release();
        QTest::qWait(5);
        QCOMPARE(fixture.said(), QString());
    }

    void saysThatNothingCouldBeFoundOut()
    {
        Fixture fixture;
        fixture.look(QStringLiteral("app.example.com"));
        QCOMPARE(fixture.state().findings.size(), 1);
        QVERIFY(fixture.state().findings.constFirst().tone == Tone::Information);
        QVERIFY2(fixture.said().contains(QStringLiteral("could not ask DNS about example.com")),
                 qPrintable(fixture.said()));
    }

    void saysHowTheZoneStands_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("registration"); // none, nobody, held, somebody
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("words");

        const auto row = [](const char *title, Zone::State state, int registration, Tone tone, const char *words) {
            QTest::newRow(title) << int(state) << registration << int(tone) << QString::fromUtf8(words);
        };
        row("not in DNS", Zone::State::NotRegistered, 0, Tone::Problem, "is not in DNS");
        row("nobody's", Zone::State::NotRegistered, 1, Tone::Problem, "Nobody has registered example.com");
        row("held", Zone::State::NotRegistered, 2, Tone::Problem, "suspended");
        row("without servers", Zone::State::NotRegistered, 3, Tone::Problem, "no name servers yet");
        row("broken", Zone::State::NoServerAnswers, 0, Tone::Warning, "name servers do not answer");
        row("no network", Zone::State::NetworkBlocked, 0, Tone::Information, "You can go on");
    }

    void saysHowTheZoneStands()
    {
        QFETCH(int, state);
        QFETCH(int, registration);
        QFETCH(QString, words);
        DomainSurvey survey;
        survey.state = Zone::State(state);
        if (registration == 1)
            survey.registration = Registration();
        else if (registration > 1)
            survey.registration = registered(registration == 2 ? QStringLiteral("client hold") : QString());
        Fixture fixture;
        fixture.surveyor.answer = survey;
        fixture.look(QStringLiteral("example.com"));
        QVERIFY2(fixture.said().contains(words), qPrintable(fixture.said()));
        QTEST(int(fixture.state().findings.constFirst().tone), "tone");
    }

    void namesTheProvider()
    {
        Fixture fixture;
        DomainSurvey survey = found();
        survey.provider.name = QStringLiteral("Cloudflare");
        fixture.surveyor.answer = survey;
        fixture.look(QStringLiteral("example.com"));
        QVERIFY(fixture.said().contains(QStringLiteral("looked after by Cloudflare")));
    }

    void warnsOfNamesThatAreTaken()
    {
        Fixture fixture;
        fixture.surveyor.answer = found({taken("accounts.example.com", "ghs.google.test")});
        fixture.look(QStringLiteral("example.com"));
        QVERIFY(fixture.state().findings.constFirst().tone == Tone::Warning);
        QVERIFY(fixture.said().contains(QStringLiteral("accounts.example.com already leads to ghs.google.test")));
        QVERIFY(!fixture.said().contains(QStringLiteral("Nothing else uses")));
    }

    void noticesAnotherClerkApplication()
    {
        Fixture fixture;
        fixture.surveyor.answer = found({taken("clerk.example.com", "frontend-api.clerk.services"),
                                         taken("accounts.example.com", "accounts.clerk.services")});
        fixture.look(QStringLiteral("example.com"));
        QVERIFY(fixture.said().contains(QStringLiteral("clerk.example.com already leads to Clerk")));
        QCOMPARE(fixture.said().count(QStringLiteral("leads to")), 1);
    }

    void noticesThatTheRootBelongsToAnotherClerkApplication()
    {
        Fixture fixture;
        fixture.surveyor.answer = found({taken("clerk.example.com", "frontend-api.clerk.services")});
        fixture.look(QStringLiteral("app.example.com"));
        QVERIFY(fixture.surveyor.names.contains(QStringLiteral("clerk.example.com")));
        QVERIFY(fixture.said().contains(QStringLiteral("Keep app.example.com then")));
    }

    void somethingElseOnTheRootIsNoConcernOfASubdomain()
    {
        Fixture fixture;
        fixture.surveyor.answer = found({taken("clerk.example.com", "elsewhere.test")});
        fixture.look(QStringLiteral("app.example.com"));
        QVERIFY(!fixture.said().contains(QStringLiteral("elsewhere.test")));
        QVERIFY(fixture.said().contains(QStringLiteral("Nothing else uses")));
    }

    void looksAtNothingOnceTheDomainIsFinal()
    {
        Fixture fixture;
        fixture.goLive();
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        fixture.deployment.refresh();
        QTRY_VERIFY(fixture.state().readOnly);
        fixture.viewModel.enter();
        fixture.clock.advance(1s);
        QVERIFY(fixture.surveyor.domains.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDomainResearch)
#include "tst_domainresearch.moc"
