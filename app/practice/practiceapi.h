#pragma once

#include "practice/practicefault.h"
#include "practice/practicehttp.h"
#include "practice/practiceworld.h"

namespace golive {

/// The calls of the Platform API that a deployment needs, from request to answer. Written from
/// Clerk's OpenAPI description, and without the client's JSON code on purpose: the two are not to
/// share a misreading.
class PracticeApi
{
public:
    explicit PracticeApi(PracticeWorld &world)
        : m_world(world)
    {
    }

    /// `request` has passed the authorization; `scopes` are what its credential may do.
    [[nodiscard]] Practised<PracticeReply> serve(const PracticeRequest &request, const QStringList &scopes);

private:
    using Answer = Practised<PracticeReply>;
    using Call = Answer (PracticeApi::*)(const PracticeRequest &);

    struct Route
    {
        const char *method;
        const char *path; ///< below /v1/platform; `*` stands for one segment
        const char *scope;
        Call call;
    };

    [[nodiscard]] static const QList<Route> &routes();

    [[nodiscard]] Answer me(const PracticeRequest &request);
    [[nodiscard]] Answer listApplications(const PracticeRequest &request);
    [[nodiscard]] Answer createApplication(const PracticeRequest &request);
    [[nodiscard]] Answer readApplication(const PracticeRequest &request);
    [[nodiscard]] Answer createInstance(const PracticeRequest &request);

    [[nodiscard]] Answer listDomains(const PracticeRequest &request);
    [[nodiscard]] Answer readDomain(const PracticeRequest &request);
    [[nodiscard]] Answer readStatus(const PracticeRequest &request);
    [[nodiscard]] Answer checkDns(const PracticeRequest &request);
    [[nodiscard]] Answer changeDomain(const PracticeRequest &request);
    [[nodiscard]] Answer findDomains(const PracticeRequest &request);
    [[nodiscard]] Answer findDomain(const PracticeRequest &request);

    [[nodiscard]] Answer readConfig(const PracticeRequest &request);
    [[nodiscard]] Answer patchConfig(const PracticeRequest &request);
    [[nodiscard]] Answer readSchema(const PracticeRequest &request);

    [[nodiscard]] Answer listRedirectUrls(const PracticeRequest &request);
    [[nodiscard]] Answer addRedirectUrl(const PracticeRequest &request);
    [[nodiscard]] Answer readRedirectUrl(const PracticeRequest &request);
    [[nodiscard]] Answer deleteRedirectUrl(const PracticeRequest &request);

    [[nodiscard]] Answer listJwtTemplates(const PracticeRequest &request);
    [[nodiscard]] Answer addJwtTemplate(const PracticeRequest &request);
    [[nodiscard]] Answer readJwtTemplate(const PracticeRequest &request);
    [[nodiscard]] Answer patchJwtTemplate(const PracticeRequest &request);
    [[nodiscard]] Answer deleteJwtTemplate(const PracticeRequest &request);

    PracticeWorld &m_world;
    QStringList m_scopes; ///< of the request being served
};

/// The request's body, which has to be a JSON object with no other keys than `known`; any keys
/// when that is empty.
[[nodiscard]] Practised<QJsonObject> bodyOf(const PracticeRequest &request, const QStringList &known = {});

/// A number in the query, or `fallback` where it is absent.
[[nodiscard]] Practised<int> numberIn(const PracticeRequest &request, const QString &name, int fallback,
                                      std::pair<int, int> range);

} // namespace golive
