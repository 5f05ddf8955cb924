#include "deploy/applicationcreator.h"
#include "testkit/scriptedplatformapi.h"
#include "testkit/waitfor.h"

#include <QTest>

using namespace golive;

namespace {

Application named(const char *id, const QString &name)
{
    Application application;
    application.id = QString::fromLatin1(id);
    application.name = name;
    return application;
}

const QString name = QStringLiteral("Shop (staging)");

} // namespace

class TestApplicationCreator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsOne()
    {
        ScriptedPlatformApi api;
        api.createdApplication = named("app_new", name);
        ApplicationCreator creator(api);
        const auto answer = waitFor(creator.create(name));
        QVERIFY(answer && answer->id == QStringLiteral("app_new"));
        QCOMPARE(api.applicationsCreated, QStringList {name});
    }

    void findsTheOneWhoseAnswerWasLost()
    {
        ScriptedPlatformApi api;
        const Application old = named("app_old", name);
        api.applications.once(QList<Application> {old});
        api.applications = QList<Application> {old, named("app_new", name)};
        api.createdApplication = failure(Error::Kind::TimedOut);
        ApplicationCreator creator(api);
        const auto answer = waitFor(creator.create(name));
        QVERIFY(answer && answer->id == QStringLiteral("app_new"));
        QCOMPARE(api.applicationsCreated.size(), 1);
    }

    void neverSendsTwice()
    {
        ScriptedPlatformApi api;
        api.applications = QList<Application> {named("app_old", name)};
        api.createdApplication = failure(Error::Kind::TimedOut);
        ApplicationCreator creator(api);
        QVERIFY(waitFor(creator.create(name)).error().kind == Error::Kind::TimedOut);
        QCOMPARE(api.applicationsCreated.size(), 1);
    }

    void sendsNothingWhenItCannotLookFirst()
    {
        ScriptedPlatformApi api;
        api.applications = failure(Error::Kind::Offline);
        ApplicationCreator creator(api);
        QVERIFY(waitFor(creator.create(name)).error().kind == Error::Kind::Offline);
        QVERIFY(api.applicationsCreated.isEmpty());
    }

    void aRefusalIsFinal()
    {
        ScriptedPlatformApi api;
        api.createdApplication = failure(Error::Kind::Forbidden);
        ApplicationCreator creator(api);
        QVERIFY(waitFor(creator.create(name)).error().kind == Error::Kind::Forbidden);
        QCOMPARE(api.applications.calls(), 1);
    }
};

QTEST_GUILESS_MAIN(TestApplicationCreator)
#include "tst_applicationcreator.moc"
