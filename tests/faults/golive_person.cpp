#include "clerk/frontendapi.h"
#include "clerk/httpplatformapi.h"
#include "deploy/deployjournal.h"
#include "foundation/processsecrecy.h"
#include "keychain/ossecretstore.h"
#include "orderlyend.h"
#include "testkit/clerkatfault.h"
#include "testkit/person.h"
#include "testkit/scriptedsurveyor.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

using namespace golive;

/// A deployment as a process of its own: the real client, the real password store, the real journal,
/// and somebody who works with them. Arguments: Clerk's address, that of its control port, the access
/// key, the folder of the journal, and `full-disk` where no file may grow. Prints `through` at the end,
/// and before that what the program says against being closed.
int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    if (arguments.value(5) == QLatin1String("full-disk")) {
        const rlimit nothing {0, 0};
        std::signal(SIGXFSZ, SIG_IGN);
        if (setrlimit(RLIMIT_FSIZE, &nothing) != 0)
            return 3;
    }

    SystemClock clock;
    QNetworkAccessManager network;
    const QUrl url(arguments.at(1));
    HttpPlatformApi api(network, clock, url);
    const FrontendApi frontend(network, clock, url);
    OsSecretStore secrets(QStringLiteral("Golive"));
    DeployJournal journal(arguments.at(4));
    ToldWatch watch;
    ScriptedSurveyor surveyor;
    Assistant assistant({api, frontend, secrets, journal, clock, watch, surveyor, url.host(),
                         QUrl(QStringLiteral("https://dashboard.clerk.com")), std::nullopt, false});
    const OrderlyEnd orderlyEnd(assistant, clock);
    ClerkControl control(QUrl(arguments.at(2)));
    Person person(assistant, watch,
                  {arguments.at(3),
                   QStringLiteral("Corner Shop"),
                   QStringLiteral("corner-shop.example"),
                   {QStringLiteral("apple"), QStringLiteral("google")},
                   [&control] { control.enterAllRight(); }});

    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        if (orderlyEnd.hasBegun()) // nobody is as quick as to do more before it is over
            return;
        if (person.isThrough()) {
            std::printf("%s\nthrough\n", qPrintable(assistant.reasonToStay()));
            QCoreApplication::exit();
        } else if (!person.mustWait()) {
            (void)person.act();
        }
    });
    timer.start(1);
    return QCoreApplication::exec();
}
