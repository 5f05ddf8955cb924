#pragma once

#include "testkit/practiceclerk.h"
#include "testkit/settingsseed.h"

namespace golive {

/// The practice shop, live, as a clone that lost eight things of development: paths, organizations,
/// the claims of sessions, lockout, branding, legal consent, the redirect URLs and the JWT templates.
struct ForgetfulClone
{
    ForgetfulClone()
    {
        PracticeApplication &shop = clerk.world.applications().first();
        QJsonObject &config = shop.instances.first().config;
        config = deepMerge(config, jsonObject(R"({
            "auth_attack_protection": {"user_lockout": {"max_attempts": 10}},
            "branding": {"primary_color": "#335577", "show_footer": true},
            "compliance": {"legal_consent": {"enabled": true, "terms_url": "/terms"}},
            "connections_oauth_custom": {"acme": {"name": "Acme", "client_id": "dev", "client_secret": "hidden"}}
        })"));
        shop.cloneForgets = QStringList {QStringLiteral("organization_settings"), QStringLiteral("session"),
                                         QStringLiteral("auth_attack_protection"), QStringLiteral("branding"),
                                         QStringLiteral("compliance")};
        id = shop.id;
        const NewProductionInstance wanted {QStringLiteral("corner-shop.example"), shop.instances.constFirst().id};
        if (!waitFor(clerk.api->createProductionInstance(id, wanted)))
            qFatal("no production instance");
    }

    [[nodiscard]] PracticeInstance &production() { return clerk.world.applications().first().instances.last(); }
    [[nodiscard]] int patches() const { return clerk.server.requestCount("PATCH", QStringLiteral("/config")); }

    PracticeClerk clerk;
    QString id; ///< of the application
};

} // namespace golive
