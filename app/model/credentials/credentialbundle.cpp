#include "model/credentials/credentialbundle.h"

#include "foundation/secretjson.h"
#include "model/credentials/credentialtext.h"

#include <QJsonObject>

namespace golive {
namespace {

const QLatin1String valuesKey("values");
const QLatin1String secretsKey("secrets");
constexpr qsizetype mostFields = 40;
constexpr qsizetype longestValue = 16384;

template<typename Take>
void eachText(const QJsonObject &object, Take take)
{
    qsizetype taken = 0;
    for (auto each = object.begin(); each != object.end() && taken < mostFields; ++each, ++taken)
        if (each.value().isString() && each.value().toString().size() <= longestValue)
            take(each.key(), each.value().toString());
}

} // namespace

Secret bundleOf(const ProviderCredentials &credentials)
{
    QJsonObject values;
    for (auto each = credentials.values.cbegin(); each != credentials.values.cend(); ++each)
        values.insert(each.key(), each.value());
    SecretJson secrets;
    for (auto each = credentials.secrets.cbegin(); each != credentials.secrets.cend(); ++each)
        if (textOf(each.value()))
            secrets.insert(each.key(), each.value());
    SecretJson bundle;
    bundle.insert(valuesKey, values);
    bundle.insert(secretsKey, secrets);
    return bundle.text();
}

ProviderCredentials credentialsFrom(const QString &slug, const Secret &bundle)
{
    ProviderCredentials credentials;
    credentials.slug = slug;
    const auto text = textOf(bundle);
    if (!text)
        return credentials;
    QJsonParseError error {};
    const QJsonObject object = jsonOf(*text, error).object();
    eachText(object.value(valuesKey).toObject(),
             [&](const QString &key, const QString &value) { credentials.values.insert(key, value); });
    eachText(object.value(secretsKey).toObject(), [&](const QString &key, const QString &value) {
        credentials.secrets.insert(key, Secret(value.toUtf8()));
    });
    return credentials;
}

} // namespace golive
