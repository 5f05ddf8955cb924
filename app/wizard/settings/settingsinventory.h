#pragma once

#include "wizard/settings/comparisontable.h"

namespace golive {

/// All settings of development, each with what a copy does to it.
class SettingsInventory
{
    Q_DECLARE_TR_FUNCTIONS(golive::SettingsInventory)

public:
    SettingsInventory() = default;
    /// Entries that were not read are left out.
    SettingsInventory(const InstanceConfig &development, const QJsonObject &schema,
                      const std::optional<QList<RedirectUrl>> &redirectUrls,
                      const std::optional<QList<JwtTemplate>> &jwtTemplates);

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] static SettingColumns columns();
    /// Those that hold every word of `search`.
    [[nodiscard]] QList<SettingRow> rows(const QString &search) const;

private:
    ComparisonTable m_table;
    int m_count = 0;
};

} // namespace golive
