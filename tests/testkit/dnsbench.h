#pragma once

#include "deploy/deployment.h"
#include "keychain/memorysecretstore.h"
#include "testkit/dnssamples.h"
#include "testkit/movedclock.h"
#include "testkit/scriptedplatformapi.h"
#include "testkit/settle.h"
#include "testkit/toldwatch.h"
#include "wizard/steps/dnsviewmodel.h"

namespace golive {

inline RecordWatch::View everythingPublished()
{
    constexpr std::pair found {RecordProgress::AtProvider, DnsFinding::Kind::None};
    RecordWatch::View view = sampleView({found, found, found, found, found});
    view.allPublished = view.readyForClerk = true;
    return view;
}

/// A deployment whose production instance exists, and a step that shows its records.
struct DnsBench
{
    explicit DnsBench(const QList<DnsRecord> &records = sampleRecords())
    {
        api.domains = QList<Domain> {sampleDomain(records)};
        api.status = sampleStatus(0, records);
        api.dnsCheck = sampleStatus(0, records);
        deployment.open(sampleApplication());
    }

    void enter()
    {
        model.enter();
        settle();
    }
    void publish()
    {
        watch.see(everythingPublished());
        Q_EMIT watch.published();
        settle();
    }
    /// In steps short enough for every answer to arrive before the next question is due.
    void pass(std::chrono::milliseconds time)
    {
        for (; time > std::chrono::seconds(1); time -= std::chrono::seconds(1)) {
            clock.advance(std::chrono::seconds(1));
            settle();
        }
        clock.advance(time);
        settle();
    }

    ScriptedPlatformApi api;
    MemorySecretStore secrets;
    DeployJournal journal {QString()};
    MovedClock clock;
    ToldWatch watch;
    Deployment deployment {api, secrets, journal, clock, QStringLiteral("api.clerk.com")};
    DnsViewModel model {deployment, watch, clock};
};

} // namespace golive
