#include "model/settings/settingsfile.h"

#include "foundation/wholefile.h"
#include "model/settings/settingkind.h"
#include "model/settings/settingschema.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace golive {
namespace {

constexpr int deepest = 64;

/// Leaves secrets out, and remembers where they were.
class Cleaning
{
public:
    [[nodiscard]] QJsonObject clean(const QJsonObject &object, const SettingSchema &schema)
    {
        QJsonObject kept;
        for (auto each = object.begin(); each != object.end(); ++each) {
            m_path.append(each.key());
            const SettingSchema described = schema.child(each.key());
            const QJsonValue value = each.value();
            if (m_path.size() > deepest || kindOf(m_path, value, described) == SettingKind::Secret)
                m_withheld.append(m_path.join(QLatin1Char('.')));
            else
                kept.insert(each.key(), value.isObject() ? clean(value.toObject(), described) : value);
            m_path.removeLast();
        }
        return kept;
    }

    [[nodiscard]] const QStringList &withheld() const { return m_withheld; }

private:
    QStringList m_path;
    QStringList m_withheld;
};

QJsonArray urlsOf(const QList<RedirectUrl> &entries)
{
    QJsonArray urls;
    for (const RedirectUrl &entry : entries)
        urls.append(entry.url);
    return urls;
}

QJsonObject templatesOf(const QList<JwtTemplate> &entries)
{
    QJsonObject templates;
    for (const JwtTemplate &entry : entries)
        templates.insert(entry.name,
                         QJsonObject {{QStringLiteral("claims"), entry.claims},
                                      {QStringLiteral("lifetime"), entry.lifetime},
                                      {QStringLiteral("allowed_clock_skew"), entry.allowedClockSkew},
                                      {QStringLiteral("custom_signing_key"), entry.hasCustomSigningKey}});
    return templates;
}

} // namespace

QByteArray settingsFileOf(const SettingsRecord &record)
{
    Cleaning cleaning;
    QJsonObject file {
        {QStringLiteral("format"), QStringLiteral("golive.settings")},
        {QStringLiteral("formatVersion"), 1},
        {QStringLiteral("application"),
         QJsonObject {{QStringLiteral("id"), record.applicationId}, {QStringLiteral("name"), record.applicationName}}},
        {QStringLiteral("instance"), record.instance},
        {QStringLiteral("configVersion"), record.config.version},
        {QStringLiteral("savedAt"), record.savedAt.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("settings"), cleaning.clean(record.config.settings, SettingSchema(record.schema))},
    };
    if (record.redirectUrls)
        file.insert(QStringLiteral("redirectUrls"), urlsOf(*record.redirectUrls));
    if (record.jwtTemplates)
        file.insert(QStringLiteral("jwtTemplates"), cleaning.clean(templatesOf(*record.jwtTemplates), {}));
    file.insert(QStringLiteral("withheld"), QJsonArray::fromStringList(cleaning.withheld()));
    return QJsonDocument(file).toJson();
}

Result<> writeSettingsFile(const QString &path, const QByteArray &contents)
{
    return writeWholeFile(path, contents, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace golive
