#pragma once

#include "testkit/clerkatfault.h"
#include "testkit/personatwindow.h"
#include "testkit/realkeyring.h"

#include <QElapsedTimer>
#include <QSettings>

namespace golive {

/// One deployment on one computer, in the program itself: what is kept there, its window while it is open, and the
/// person in front of it.
class WindowAtFault
{
public:
    WindowAtFault(ClerkAtFault &clerk, QProcessEnvironment environment, QString authority = {})
        : m_clerk(clerk)
        , m_environment(std::move(environment))
        , m_authority(std::move(authority))
    {
        forgetKeys();
        QSettings settings(m_home.filePath(QStringLiteral("golive.conf")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("dns/resolvers"), clerk.resolvers);
        settings.setValue(QStringLiteral("dns/authoritativePort"), clerk.authoritativePort);
        settings.sync();
        for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            m_environment.insert(QString::fromLatin1(place), m_home.path());
        m_environment.insert(QStringLiteral("CLERK_PLATFORM_API_URL"), clerk.url.toString());
        m_environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(PASSED_TIME));
        start();
    }

    void start()
    {
        m_person.reset();
        m_program.reset();
        m_program = std::make_unique<SteeredProgram>(m_environment,
                                                     QStringList {QStringLiteral("--config-dir"), m_home.path()});
        if (!m_authority.isEmpty())
            m_program->ask("trust " + m_authority.toUtf8());
        m_person = std::make_unique<PersonAtWindow>(*m_program,
                                                    PersonAtWindow::Wish {m_clerk.key, QStringLiteral("Corner Shop"),
                                                                          "corner-shop.example",
                                                                          [this] { m_clerk.enterAllRight(); }});
    }

    /// Goes on until `isReached`; false when that does not come about. While `mustPass`, the program is given the time
    /// to find out that something is wrong before anything more is done.
    [[nodiscard]] bool goOn(const std::function<bool()> &isReached, const std::function<bool()> &mustPass = {})
    {
        QElapsedTimer since;
        since.start();
        QElapsedTimer busySince;
        int passed = 0;
        while (since.elapsed() < mostMilliseconds && m_program->process().state() == QProcess::Running) {
            QTest::qWait(10);
            if (isReached())
                return true;
            const bool isBusy = m_person->isBusy();
            if (isBusy != busySince.isValid())
                isBusy ? busySince.start() : busySince.invalidate();
            // Busy for long: it waits for something of its own, such as another try.
            const bool lasts = isBusy && busySince.elapsed() > 3'000;
            if (lasts || (mustPass && mustPass() && passed < longestSilence)) {
                pass(secondsAtOnce);
                passed += secondsAtOnce;
            } else if (!isBusy) {
                m_person->act();
            }
        }
        return false;
    }

    void pass(int seconds)
    {
        if (m_program->ask("pass " + QByteArray::number(seconds)) != "yes")
            qFatal("no time passes");
    }

    [[nodiscard]] SteeredProgram &program() { return *m_program; }
    [[nodiscard]] PersonAtWindow &person() { return *m_person; }

    /// The production instance as it is, whatever the program was told: undefined when there is none.
    [[nodiscard]] QJsonValue production()
    {
        const QJsonDocument all = m_clerk.truth(QStringLiteral("applications"));
        for (const auto &each : all.array())
            if (each[QLatin1String("name")].toString() == QLatin1String("Corner Shop"))
                return m_clerk.truth(
                    QStringLiteral("applications/%1?include_secret_keys=true")
                        .arg(each[QLatin1String("application_id")].toString()))[QLatin1String("instances")][1];
        return QJsonValue(QJsonValue::Undefined);
    }

    [[nodiscard]] int creations()
    {
        return ClerkAtFault::count(m_clerk.effects(), QStringLiteral("POST"), QStringLiteral("/instances"));
    }

    /// Empty when there is one production instance and its key is in the password store, or gets there by itself.
    [[nodiscard]] QString whatIsLost()
    {
        if (creations() != 1)
            return QStringLiteral("%1 instances were created").arg(creations());
        const QJsonValue made = production();
        const auto isKept = [&] {
            return fromKeychain(made[QLatin1String("instance_id")].toString())
                == made[QLatin1String("secret_key")].toString().toUtf8();
        };
        return QTest::qWaitFor(isKept, 10'000) ? QString() : QStringLiteral("the key is lost");
    }

private:
    static constexpr int mostMilliseconds = 60'000;
    static constexpr int secondsAtOnce = 5; // fewer than the program waits for a byte
    static constexpr int longestSilence = 400; // three tries of a call

    static QByteArray fromKeychain(const QString &instanceId)
    {
        QProcess tool;
        tool.start(QStringLiteral("secret-tool"),
                   {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("Golive"),
                    QStringLiteral("user"), QStringLiteral("secret-key ") + instanceId});
        tool.waitForFinished(10'000);
        return tool.readAllStandardOutput();
    }

    static void forgetKeys()
    {
        QProcess::execute(QStringLiteral("secret-tool"),
                          {QStringLiteral("clear"), QStringLiteral("server"), QStringLiteral("Golive")});
    }

    ClerkAtFault &m_clerk;
    QProcessEnvironment m_environment;
    QString m_authority;
    QTemporaryDir m_home {QStringLiteral("/tmp/golive-fault-XXXXXX")};
    std::unique_ptr<SteeredProgram> m_program;
    std::unique_ptr<PersonAtWindow> m_person;
};

} // namespace golive
