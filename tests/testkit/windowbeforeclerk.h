#pragma once

#include "assembledwindow.h"
#include "clerk/frontendapi.h"
#include "clerk/httpplatformapi.h"
#include "composition.h"
#include "keychain/memorysecretstore.h"
#include "systemappearance.h"
#include "testkit/scriptedsurveyor.h"
#include "testkit/toldwatch.h"
#include "wizard/preferences.h"

#include <QNetworkReply>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

namespace golive {

/// The window in front of a server, put together as the program does it; only what the network's DNS says is told.
struct WindowBeforeClerk
{
    explicit WindowBeforeClerk(const QUrl &clerk)
        : settings(QString(), QSettings::IniFormat)
        , preferences(settings)
    {
        services.api = std::make_unique<HttpPlatformApi>(services.network, services.clock, clerk);
        services.frontend = std::make_unique<FrontendApi>(services.network, services.clock, clerk);
        services.secrets = std::make_unique<MemorySecretStore>();
        services.journal = std::make_unique<DeployJournal>(folder.path());
        auto told = std::make_unique<ToldWatch>();
        watch = told.get();
        services.records = std::move(told);
        services.surveyor = std::make_unique<ScriptedSurveyor>();
        services.assistant = std::make_unique<Assistant>(
            AssistantParts {*services.api, *services.frontend, *services.secrets, *services.journal, services.clock,
                            *services.records, *services.surveyor, clerk.host(),
                            QUrl(QStringLiteral("https://dashboard.clerk.com")), std::nullopt, false});
        assembled = std::make_unique<AssembledWindow>(services, preferences, appearance);
        assembled->window().resize(1280, 800);
        assembled->window().show();
    }

    Assistant &assistant() { return *services.assistant; }
    AssistantWindow &window() { return assembled->window(); }

    [[nodiscard]] bool isAsking() const
    {
        const auto replies = services.network.findChildren<QNetworkReply *>();
        return std::any_of(replies.begin(), replies.end(), [](const auto *each) { return each->isRunning(); });
    }

    QTemporaryDir folder;
    QSettings settings;
    Preferences preferences;
    SystemAppearance appearance;
    Services services;
    ToldWatch *watch = nullptr;
    std::unique_ptr<AssembledWindow> assembled;
};

} // namespace golive
