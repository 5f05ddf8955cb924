#pragma once

#include "testkit/practiceproduction.h"
#include "wizard/steps/providersviewmodel.h"

namespace golive {

/// The step in front of the practice shop.
struct ShownProviders
{
    ShownProviders() { steps.enter(); }

    [[nodiscard]] ProvidersViewModel::Card card(const QString &slug) const
    {
        for (const auto &each : steps.state().cards)
            if (each.slug == slug)
                return each;
        return {};
    }

    [[nodiscard]] ProvidersViewModel::Field field(const QString &slug, const QString &key) const
    {
        for (const auto &each : card(slug).fields)
            if (each.key == key)
                return each;
        return {};
    }

    void fillGoogle(const QString &secret = QStringLiteral("GOCSPX-typed"))
    {
        steps.setValue(google, QStringLiteral("client_id"), QStringLiteral(" 12.apps.googleusercontent.com "));
        steps.setValue(google, QStringLiteral("client_secret"), secret);
    }

    void saveAndWait(const QString &slug)
    {
        steps.save(slug);
        QTRY_VERIFY(card(slug).standing != ProvidersViewModel::Standing::Saving);
    }

    const QString google = QStringLiteral("google");
    const QString apple = QStringLiteral("apple");
    PracticeProduction world;
    ProvidersViewModel steps {world.deployment, world.secrets, world.clock,
                              QUrl(QStringLiteral("https://dashboard.example"))};
};

} // namespace golive
