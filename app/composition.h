#pragma once

#include "clerk/calllog.h"
#include "clerk/frontendapi.h"
#include "clerk/platformapi.h"
#include "deploy/deployjournal.h"
#include "dns/ask/dnsclient.h"
#include "dns/look/domainsurvey.h"
#include "dns/watch/recordwatch.h"
#include "foundation/clock.h"
#include "handover/sitecheck.h"
#include "keychain/secretstore.h"
#include "wizard/assistant.h"
#include "wizard/practicecontrols.h"
#include "wizard/practicepanelviewmodel.h"

#include <QNetworkAccessManager>

#include <memory>

namespace golive {

class PowerSaver;
class Preferences;
class PracticeStage;
struct ClerkEnvironment;

/// Everything that lives as long as the program, in the order in which one needs the other.
struct Services
{
    Services();
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;
    ~Services();

    SystemClock clock;
    CallLog calls; ///< to the Platform API
    QNetworkAccessManager network;
    std::unique_ptr<PracticeStage> practice; ///< in practice mode only
    std::unique_ptr<PlatformApi> api;
    std::unique_ptr<FrontendApi> frontend;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<DeployJournal> journal;
    std::unique_ptr<DnsClient> dns;
    std::unique_ptr<RecordWatch> records;
    std::unique_ptr<PowerSaver> powerSaver; ///< none in practice mode, which spares nobody's servers
    std::unique_ptr<DomainSurveyor> surveyor;
    std::unique_ptr<SiteCheck> siteCheck; ///< none in practice mode: there is no site to look at
    std::unique_ptr<Assistant> assistant;
    std::unique_ptr<PracticeControls> practiceControls; ///< in practice mode only
    std::unique_ptr<PracticePanelViewModel> practicePanel; ///< in practice mode only
    QString practiceKey; ///< a Platform API key the practice server accepts; no secret
};

/// Clerk itself, the system's password store, real DNS. Settings that cannot be used are an error for the person.
[[nodiscard]] Result<std::unique_ptr<Services>>
realServices(const Preferences &preferences, const ClerkEnvironment &environment, const QString &journalFolder);

/// The same client and the same DNS engine, against servers inside this process; nothing is kept.
/// StorageFailed when no port of the loopback interface can be had.
[[nodiscard]] Result<std::unique_ptr<Services>> practiceServices();

} // namespace golive
