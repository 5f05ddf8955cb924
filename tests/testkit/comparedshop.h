#pragma once

#include "testkit/forgetfulclone.h"
#include "testkit/openeddeployment.h"
#include "wizard/steps/comparisonviewmodel.h"

#include <QTest>

namespace golive {

/// The clone that lost eight things, as somebody looks at it who has just made it.
struct ComparedShop : ForgetfulClone
{
    ComparedShop()
    {
        deployment.open(waitFor(clerk.api->readApplication(id)).value());
        if (!waitFor(deployment.refresh()))
            qFatal("the shop cannot be read");
        comparison.enter();
        wait(ComparisonViewModel::Phase::Choosing);
    }

    void wait(ComparisonViewModel::Phase phase)
    {
        if (!QTest::qWaitFor([&] { return comparison.state().phase == phase; }, 10'000))
            qFatal("the comparison does not get there");
    }

    /// Ticks what is shown, looks at the preview, and does it.
    void carryOver()
    {
        comparison.preview();
        wait(ComparisonViewModel::Phase::Previewed);
        comparison.carryOver();
        wait(ComparisonViewModel::Phase::Carried);
    }

    [[nodiscard]] const ComparisonViewModel::State &state() const { return comparison.state(); }

    [[nodiscard]] std::optional<SettingRow> row(const QString &title) const
    {
        for (const SettingRow &each : state().rows)
            if (each.title == title || each.title.endsWith(QStringLiteral(": ") + title))
                return each;
        return std::nullopt;
    }

    void tick(const QString &title)
    {
        const auto found = row(title);
        if (!found)
            qFatal("no row %s", qPrintable(title));
        comparison.tick(found->id, true);
    }

    [[nodiscard]] QStringList titles(SettingRow::Kind kind) const
    {
        QStringList titles;
        for (const SettingRow &each : state().rows)
            if (each.kind == kind)
                titles.append(each.title);
        return titles;
    }

    [[nodiscard]] int writes() const
    {
        return patches() + clerk.server.requestCount("POST", QStringLiteral("/redirect_urls"))
            + clerk.server.requestCount("POST", QStringLiteral("/jwt_templates"));
    }

    void becomes(const QByteArray &patch) // by somebody else's hand
    {
        ConfigPatch other;
        other.changes = jsonObject(patch);
        if (!waitFor(clerk.api->patchConfig(id, QStringLiteral("production"), other)))
            qFatal("nobody else can change it");
    }

    FussySecretStore secrets;
    MovedClock stepClock;
    DeployJournal journal {QString()};
    Deployment deployment {*clerk.api, secrets, journal, stepClock, QStringLiteral("practice")};
    ComparisonViewModel comparison {*clerk.api, deployment, QUrl(QStringLiteral("https://dashboard.example"))};
};

} // namespace golive
