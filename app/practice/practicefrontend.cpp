#include "practice/practicefrontend.h"

#include "practice/practiceworld.h"

namespace golive {

bool isFrontendApi(const PracticeRequest &request)
{
    return request.path == QLatin1String("/v1/environment");
}

Practised<PracticeReply> frontendApi(PracticeWorld &world, const PracticeRequest &request)
{
    if (request.proxySecretKey.isEmpty())
        return refuse(400, QStringLiteral("proxy_request_missing_secret_key"),
                      QStringLiteral("The header Clerk-Secret-Key is missing."));
    for (const PracticeApplication &application : world.applications())
        for (const PracticeInstance &instance : application.instances) {
            if (instance.environment != QLatin1String("production")
                || instance.secretKey.toLatin1() != request.proxySecretKey)
                continue;
            const QJsonObject display {{QStringLiteral("object"), QStringLiteral("display_config")},
                                       {QStringLiteral("application_name"), application.name},
                                       {QStringLiteral("instance_environment_type"), instance.environment}};
            return PracticeReply {200,
                                  QJsonObject {{QStringLiteral("object"), QStringLiteral("environment")},
                                               {QStringLiteral("display_config"), display}},
                                  {}};
        }
    return refuse(401, QStringLiteral("proxy_request_invalid_secret_key"),
                  QStringLiteral("The header Clerk-Secret-Key holds no key of a production instance."));
}

} // namespace golive
