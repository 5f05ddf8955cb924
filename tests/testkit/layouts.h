#pragma once

#include "model/hostlayout.h"

#include <QList>

namespace golive {

/// One application for each row of the table of layouts, on example.com.
inline HostLayout layoutOf(LayoutCase wanted)
{
    HostChoices choices;
    QString domain = QStringLiteral("example.com");
    switch (wanted) {
    case LayoutCase::SameHost: break;
    case LayoutCase::ApiOnSubdomain:
        choices.siteHosts = {QStringLiteral("www.example.com")};
        choices.backend = HostChoices::Backend::SeparateHost;
        choices.apiHost = QStringLiteral("api.example.com");
        break;
    case LayoutCase::ApiOnOtherRoot:
        choices.backend = HostChoices::Backend::SeparateHost;
        choices.apiHost = QStringLiteral("api.example.net:8443");
        break;
    case LayoutCase::SecondFrontEnd: choices.satellites = {QStringLiteral("shop.example.net")}; break;
    case LayoutCase::SharedRoot: domain = QStringLiteral("staging.example.com"); break;
    case LayoutCase::FrontendApiProxy: choices.clerkAccess = HostChoices::ClerkAccess::Proxy; break;
    case LayoutCase::ProviderDomain: return {choices, QStringLiteral("shop.vercel.app"), true};
    case LayoutCase::NativeOnly:
        choices.website = false;
        choices.nativeApp = true;
        break;
    }
    return {choices, domain};
}

inline QList<LayoutCase> allLayouts()
{
    return {LayoutCase::SameHost,       LayoutCase::ApiOnSubdomain, LayoutCase::ApiOnOtherRoot,
            LayoutCase::SecondFrontEnd, LayoutCase::SharedRoot,     LayoutCase::FrontendApiProxy,
            LayoutCase::ProviderDomain, LayoutCase::NativeOnly};
}

} // namespace golive
