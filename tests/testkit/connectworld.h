#pragma once

#include "testkit/scriptedplatformapi.h"
#include "testkit/scriptedsecretstore.h"
#include "testkit/settle.h"
#include "wizard/steps/connectviewmodel.h"

#include <QSignalSpy>

#include <optional>

namespace golive {

inline const QString goodKey = QStringLiteral("ak_practice_0123456789");

inline Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

inline Application application(const QString &id)
{
    Application made;
    made.id = id;
    return made;
}

inline Secret secretOf(const QString &text)
{
    return Secret(text.toUtf8());
}

/// A view model with a Clerk that accepts every key and a working password store.
struct ConnectWorld
{
    explicit ConnectWorld(std::optional<Secret> environmentKey = std::nullopt, bool isPermanent = true)
    {
        secrets.permanent = isPermanent;
        api.applications = Result<QList<Application>>(
            QList<Application> {application(QStringLiteral("app_1")), application(QStringLiteral("app_2"))});
        viewModel.emplace(api, secrets, QStringLiteral("api.clerk.test"), std::move(environmentKey),
                          QUrl(QStringLiteral("https://dashboard.clerk.test")));
        finished.emplace(&*viewModel, &StepViewModel::finished);
        attention.emplace(&*viewModel, &StepViewModel::attentionWanted);
    }

    [[nodiscard]] const ConnectViewModel::State &state() const { return viewModel->state(); }
    [[nodiscard]] QByteArray keyInUse() const { return api.accessKey.reveal(); }

    ScriptedPlatformApi api;
    ScriptedSecretStore secrets;
    std::optional<ConnectViewModel> viewModel;
    std::optional<QSignalSpy> finished;
    std::optional<QSignalSpy> attention;
};

} // namespace golive
