#include "clerk/applicationjson.h"
#include "clerk/clerkerror.h"
#include "clerk/configjson.h"
#include "clerk/domainjson.h"
#include "clerk/entryjson.h"
#include "fuzz/fuzzing.h"
#include "model/provider.h"
#include "model/settings/settingscomparison.h"
#include "model/settingssummary.h"

using namespace golive;

namespace {

void readLists(const QJsonDocument &json)
{
    if (const auto applications = applicationsFrom(json))
        for (const Application &each : *applications)
            expect(!each.id.isEmpty(), "an application without an id");
    if (const auto domains = domainPageFrom(json))
        for (const Domain &each : domains->entries)
            expect(!each.id.isEmpty() && !each.name.isEmpty(), "a domain without an id or a name");
    (void)redirectUrlPageFrom(json);
    (void)jwtTemplatesFrom(json);
}

void readObjects(const QJsonObject &json)
{
    (void)keysFrom(json);
    (void)redirectUrlFrom(json);
    (void)jwtTemplateFrom(json);
    (void)configChangeFrom(json);
    if (const auto created = createdInstanceFrom(json))
        expect(!created->id.isEmpty() && !created->secretKey.isEmpty(), "a new instance without an id or its key");
    if (const auto status = domainStatusFrom(json))
        expect(!status->complete || json.value(QLatin1String("status")) == QLatin1String("complete"),
               "complete without Clerk's word for it");
}

/// And what is made of settings: nothing of it may mind what is in them.
void readSettings(const QJsonObject &json)
{
    const auto config = configFrom(json);
    const auto schema = configSchemaFrom(json);
    if (!config)
        return;
    (void)summaryOf(*config);
    const QStringList slugs = enabledProviders(config->settings);
    for (const QString &slug : slugs)
        (void)isConfigured(providerFrom(slug, schema.value_or(json)), config->settings);
    const auto comparison = compareSettings(*config, *config, schema.value_or(QJsonObject()));
    for (const ComparedSetting &each : comparison.settings)
        expect(each.state != ComparedSetting::State::Differs, "settings that differ from themselves");
}

} // namespace

/// All readers of Clerk's answers read everything, whichever call it answers.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = inputFrom(data, size);
    const Error error = clerkError(422, body);
    expect(error.detail.size() <= 6000 && error.names.size() <= 50, "an error without bounds");
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (json.isNull())
        return 0;
    readLists(json);
    readObjects(json.object());
    readSettings(json.object());
    return 0;
}
