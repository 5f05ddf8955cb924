#pragma once

#include "practice/practicefault.h"
#include "practice/practicehttp.h"

namespace golive {

class PracticeWorld;

/// The one address of Clerk's Frontend API that practice has: what an application looks like to a browser.
[[nodiscard]] bool isFrontendApi(const PracticeRequest &request);

/// As Clerk's own host answers a proxy: it wants to know whose secret key the proxy holds and which
/// address it stands for. https://clerk.com/docs/guides/dashboard/dns-domains/proxy-fapi
[[nodiscard]] Practised<PracticeReply> frontendApi(PracticeWorld &world, const PracticeRequest &request);

} // namespace golive
