#pragma once

#include "clerk/frontendapi.h"
#include "clerk/httpplatformapi.h"
#include "keychain/memorysecretstore.h"
#include "testkit/clerkatfault.h"
#include "testkit/movedclock.h"
#include "testkit/person.h"
#include "testkit/scriptedsurveyor.h"
#include "testkit/waitfor.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTimer>

namespace golive {

/// The network as the program uses it, with a count of the calls under way.
class CountedNetwork final : public QNetworkAccessManager
{
public:
    int underWay = 0;
    int unreachable = 0; ///< calls that found nobody, or nobody to trust

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
    {
        QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body);
        ++underWay;
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            --underWay;
            if (reply->error() == QNetworkReply::ConnectionRefusedError
                || reply->error() == QNetworkReply::SslHandshakeFailedError
                || reply->error() == QNetworkReply::ProxyConnectionRefusedError)
                ++unreachable;
        });
        return reply;
    }
};

/// A password store that outlives the program.
class LastingStore final : public SecretStore
{
public:
    QFuture<Result<Secret>> read(const QString &name) override { return m_store.read(name); }
    QFuture<Result<>> write(const QString &name, const Secret &value) override { return m_store.write(name, value); }
    QFuture<Result<>> remove(const QString &name) override { return m_store.remove(name); }
    QFuture<Result<>> unlock() override { return m_store.unlock(); }
    QFuture<Result<QStringList>> names() override { return m_store.names(); }
    [[nodiscard]] bool isPermanent() const override { return true; }

private:
    MemorySecretStore m_store;
};

/// One deployment on one computer: what is kept there, the program while it runs, and the person in
/// front of it. Time passes only while nothing else can happen.
class DeploymentAtFault
{
public:
    enum class End {
        Through, ///< the deployment is finished
        Stopped, ///< where the fault was to end it
        Stuck, ///< the person goes round in circles
    };

    explicit DeploymentAtFault(ClerkAtFault &clerk)
        : m_clerk(clerk)
    {
        start();
    }

    void start()
    {
        stop();
        m_program = std::make_unique<Program>(*this);
    }
    /// As if the process had ended there and then.
    void stop() { m_program.reset(); }
    /// Another computer: nothing is remembered there.
    void moveToAnotherComputer()
    {
        stop();
        m_computer = std::make_unique<Computer>();
        start();
    }

    /// What is going to go wrong, and how long to go on with it.
    struct Fault
    {
        enum class Until {
            Told, ///< the person reads that something is wrong
            Quiet, ///< the program does nothing more by itself
            UnderWay, ///< the call at fault is still under way
        };

        std::function<bool()> hasHappened;
        bool holds = false; ///< an answer does not come, so that time has to pass
        Until until = Until::Told;
    };

    /// Goes on to the end of the deployment, or as far as `fault` says.
    End goOn(const std::optional<Fault> &fault = {})
    {
        Person &person = m_program->person;
        int actsAtFault = 0;
        for (int turn = 0; turn < 4000 && actsAtFault < 100; ++turn) {
            settle();
            if (m_program->network.underWay > 0) {
                if (fault && fault->holds && fault->hasHappened()) {
                    if (fault->until == Fault::Until::UnderWay)
                        return End::Stopped;
                    m_clock.advance(std::chrono::seconds(5));
                }
                waitABit();
                continue;
            }
            if (person.isThrough())
                return End::Through;
            if (person.mustWait()) {
                passTime();
                continue;
            }
            if (fault && fault->hasHappened()) {
                if (fault->until != Fault::Until::Told || !person.told().isEmpty())
                    return End::Stopped;
                ++actsAtFault;
            }
            if (!person.act())
                passTime();
        }
        return End::Stuck;
    }

    [[nodiscard]] Person &person() { return m_program->person; }
    [[nodiscard]] Assistant &assistant() { return m_program->assistant; }
    [[nodiscard]] PlatformApi &api() { return m_program->api; }
    [[nodiscard]] CountedNetwork &network() { return m_program->network; }
    [[nodiscard]] MovedClock &clock() { return m_clock; }
    [[nodiscard]] QString journalFolder() const { return m_computer->home.path(); }

    [[nodiscard]] QByteArray kept(const QString &entry)
    {
        const auto found = waitFor(m_computer->store.read(entry));
        return found ? found->reveal() : QByteArray();
    }

    static Person::Wish wish(ClerkAtFault &clerk)
    {
        return {QString::fromLatin1(clerk.key),
                QStringLiteral("Corner Shop"),
                QStringLiteral("corner-shop.example"),
                {QStringLiteral("apple"), QStringLiteral("google")},
                [&clerk] { clerk.enterAllRight(); }};
    }

private:
    struct Computer
    {
        QTemporaryDir home;
        LastingStore store;
    };

    struct Program
    {
        explicit Program(DeploymentAtFault &at)
            : api(network, at.m_clock, at.m_clerk.url)
            , journal(at.m_computer->home.path())
            , frontend(network, at.m_clock, at.m_clerk.url)
            , assistant({api, frontend, at.m_computer->store, journal, at.m_clock, watch, surveyor,
                         at.m_clerk.url.host(), QUrl(QStringLiteral("https://dashboard.clerk.com")), std::nullopt,
                         false})
            , person(assistant, watch, wish(at.m_clerk))
        {
        }

        CountedNetwork network;
        HttpPlatformApi api;
        DeployJournal journal;
        FrontendApi frontend;
        ToldWatch watch;
        ScriptedSurveyor surveyor;
        Assistant assistant;
        Person person;
    };

    static void settle()
    {
        for (int i = 0; i < 6; ++i)
            QCoreApplication::processEvents();
    }

    static void waitABit()
    {
        QEventLoop loop;
        QTimer::singleShot(2, &loop, &QEventLoop::quit);
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }

    /// Something is scheduled, such as another try.
    void passTime()
    {
        const auto next = m_clock.untilNext();
        m_clock.advance(next.count() < 0 ? std::chrono::seconds(1) : next);
    }

    ClerkAtFault &m_clerk;
    MovedClock m_clock;
    std::unique_ptr<Computer> m_computer = std::make_unique<Computer>();
    std::unique_ptr<Program> m_program;
};

} // namespace golive
